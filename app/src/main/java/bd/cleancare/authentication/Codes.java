package bd.cleancare.authentication;

import bd.cleancare.authentication.CodeStore.Counted;
import bd.cleancare.platform.crypto.KeyedHash;
import bd.cleancare.platform.i18n.Language;
import bd.cleancare.shared.Digits;
import bd.cleancare.shared.Ids;
import bd.cleancare.shared.PhoneNumber;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One-time codes: made, sent, guessed, used up. Nowhere is a code kept that could be read back. */
@Component
class Codes {

    /** The code was right. It is used up by {@link #consume}, in the transaction that acts on it. */
    record Right(UUID codeId, UUID userId) {
    }

    private static final int SPACE = 1_000_000;
    private static final String PHONE = "otp_codes.phone";

    private final CodeStore store;
    private final CodeLimits limits;
    private final CodeSettings settings;
    private final KeyedHash hash;
    private final CodeTexts texts;
    private final SecureRandom random = new SecureRandom();

    Codes(CodeStore store, CodeLimits limits, CodeSettings settings, KeyedHash hash, CodeTexts texts) {
        this.store = store;
        this.limits = limits;
        this.settings = settings;
        this.hash = hash;
        this.texts = texts;
    }

    /**
     * Sends a code; an older one of the same purpose is void from now on.
     *
     * @param userId whose code it is; null where there is no such account: all is done as always, but nothing is sent and no guess is right
     */
    @Transactional
    public void send(CodePurpose purpose, PhoneNumber phone, UUID userId, Language language, Caller caller) {
        var key = new Counted(phoneHash(phone), hash.blindIndex("otp_codes.block", phone.canonical().substring(3, 11)),
                hash.blindIndex("otp_codes.network", caller.network()), caller.deviceId() == null ? null : hash.blindIndex("otp_codes.device", caller.deviceId()));
        store.lock(key.phone());
        limits.requireOneMore(key);
        UUID id = Ids.next();
        String code = "%06d".formatted(random.nextInt(SPACE));
        store.insert(id, purpose, key, userId, codeHash(purpose, phone, id, code), settings.tries(), settings.life());
        if (userId != null) {
            texts.send(purpose, phone, language, code);
        }
    }

    /** Every call costs one of the code's tries, whatever the transaction around it comes to: call it outside of one. */
    Optional<Right> guess(CodePurpose purpose, PhoneNumber phone, String typed) {
        byte[] phoneHash = phoneHash(phone);
        limits.requireGuessable(phoneHash);
        String code = Digits.toAscii(typed).strip();
        return store.guess(purpose, phoneHash)
                .filter(guess -> MessageDigest.isEqual(guess.codeHash(), codeHash(purpose, phone, guess.id(), code)) && guess.userId() != null)
                .map(guess -> new Right(guess.id(), guess.userId()));
    }

    /** @return false when somebody else has just used the code */
    boolean consume(Right right) {
        return store.consume(right.codeId());
    }

    private byte[] phoneHash(PhoneNumber phone) {
        return hash.blindIndex(PHONE, phone.canonical());
    }

    private byte[] codeHash(CodePurpose purpose, PhoneNumber phone, UUID id, String code) {
        return hash.ofCode(purpose.word(), phone.canonical(), id.toString(), code);
    }
}
