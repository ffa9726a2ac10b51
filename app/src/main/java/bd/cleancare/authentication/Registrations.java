package bd.cleancare.authentication;

import bd.cleancare.authentication.Codes.Right;
import bd.cleancare.platform.i18n.Language;
import bd.cleancare.shared.PhoneNumber;
import bd.cleancare.users.Credentials;
import bd.cleancare.users.Credentials.Login;
import bd.cleancare.users.NewAccount;
import bd.cleancare.users.NewAccounts;
import bd.cleancare.users.NewAccounts.Slot;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** From a phone number to a confirmed account. */
@Component
public class Registrations {

    private final NewAccounts accounts;
    private final Credentials credentials;
    private final Codes codes;
    private final CodeSettings settings;
    private final TransactionTemplate transaction;

    Registrations(NewAccounts accounts, Credentials credentials, Codes codes, CodeSettings settings, TransactionTemplate transaction) {
        this.accounts = accounts;
        this.credentials = credentials;
        this.codes = codes;
        this.settings = settings;
        this.transaction = transaction;
    }

    /** What stands at the number now. Ask before hashing the password: who comes while another registers is late. */
    public Slot slotOf(PhoneNumber phone) {
        return accounts.slotOf(phone, settings.unconfirmedKept());
    }

    /** Makes the account and sends its code, or neither. @return the account's id; empty when the phone is taken */
    public Optional<UUID> register(Slot slot, NewAccount account, Caller caller) {
        return transaction.execute(_ -> {
            Optional<UUID> id = accounts.fill(slot, account);
            id.ifPresent(made -> codes.send(CodePurpose.REGISTRATION, account.phone(), made, account.language(), caller));
            return id;
        });
    }

    /** Sends the registration code again. Looks the same for a phone that is unknown or long confirmed. */
    public void resend(PhoneNumber phone, Language language, Caller caller) {
        UUID unconfirmed = credentials.of(phone).filter(login -> !login.verified() && login.active()).map(Login::id).orElse(null);
        codes.send(CodePurpose.REGISTRATION, phone, unconfirmed, language, caller);
    }

    /**
     * The one field sign-up of pages: sends a code to any phone. Who has an account gets a login code, who has none an account
     * without a name, to be asked for afterwards. Confirm with {@link #confirmEither}.
     */
    public void begin(PhoneNumber phone, Language language, Caller caller) {
        var known = credentials.of(phone).filter(Login::verified);
        if (known.isPresent()) {
            codes.send(CodePurpose.LOGIN, phone, known.filter(Login::active).map(Login::id).orElse(null), language, caller);
            return;
        }
        var blank = new NewAccount(phone, "", null, null, null, language, null);
        if (register(slotOf(phone), blank, caller).isEmpty()) {
            resend(phone, language, caller);
        }
    }

    /** @return the account, now verified; empty for a code that is wrong, late, used or of another purpose */
    public Optional<UUID> confirm(PhoneNumber phone, String code) {
        Right right = codes.guess(CodePurpose.REGISTRATION, phone, code).orElse(null);
        if (right == null) {
            return Optional.empty();
        }
        return transaction.execute(status -> {
            if (codes.consume(right) && credentials.verifyAndRecordLogin(right.userId())) {
                return Optional.of(right.userId());
            }
            status.setRollbackOnly();
            return Optional.<UUID>empty();
        });
    }

    /** @param logins for a phone whose account was confirmed before */
    public Optional<UUID> confirmEither(PhoneNumber phone, String code, Logins logins) {
        boolean known = credentials.of(phone).filter(Login::verified).isPresent();
        return known ? logins.byCode(phone, code) : confirm(phone, code);
    }
}
