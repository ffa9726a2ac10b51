package bd.cleancare.users;

import bd.cleancare.platform.crypto.FieldCipher;
import bd.cleancare.platform.crypto.KeyedHash;
import bd.cleancare.platform.web.FieldErrors;
import bd.cleancare.platform.web.Problem;
import bd.cleancare.shared.PhoneNumber;
import bd.cleancare.shared.Role;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The front door to accounts. */
@Component
public class Users {

    private final UserStore store;
    private final FieldCipher cipher;
    private final KeyedHash hash;
    private final ApplicationEventPublisher events;

    Users(UserStore store, FieldCipher cipher, KeyedHash hash, ApplicationEventPublisher events) {
        this.store = store;
        this.cipher = cipher;
        this.hash = hash;
        this.events = events;
    }

    /** Empty for an unknown and for a closed account. */
    public Optional<Account> byId(UUID id) {
        return store.byId(id);
    }

    /** Without those that are unknown or closed, in no order. */
    public List<Account> byIds(Collection<UUID> ids) {
        return store.byIds(ids);
    }

    /** Who answers for the whole installation. */
    public List<Account> superAdmins() {
        return store.superAdmins();
    }

    public Optional<Account> byPhone(PhoneNumber phone) {
        return store.byPhone(phone);
    }

    /** Whoever work can be given to: active admins and service providers, by name. */
    public List<Account> staff() {
        return store.staff();
    }

    /**
     * Everybody with a role here, also who is switched off at present; those who work first.
     *
     * @param role null for every role
     * @param text part of a name, or a phone number; empty for all
     */
    public List<Account> everyStaff(Role role, String text, int most, long offset) {
        return store.everyStaff(role, text, PhoneNumber.parse(text).map(PhoneNumber::canonical).orElse(null), most, offset);
    }

    /**
     * Changes a profile as it is at this moment, so that two edits of different fields both count.
     *
     * @throws Problem 400 when the e-mail address belongs to another account, 404 when the account is gone
     */
    @Transactional
    public Account edit(UUID id, UnaryOperator<Profile> change) {
        Account account = store.lock(id).orElseThrow(Problem::notFound);
        Profile changed = change.apply(new Profile(account.name(), account.email(), account.address(), account.wardNumber(), account.language(), null));
        try {
            store.update(id, changed);
        } catch (DuplicateKeyException _) {
            throw Problem.fields(FieldErrors.of("email", "field.email_taken"));
        }
        if (changed.nid() != null) {
            store.setNid(id, cipher.encrypt(changed.nid().digits(), id, NewAccountStore.NID), hash.blindIndex(NewAccountStore.NID, changed.nid().canonical()));
        }
        return store.byId(id).orElseThrow();
    }

    /** Erases what is personal; what the city must keep (complaints, payments) stays with an account nobody stands behind. */
    @Transactional
    public void close(UUID id) {
        if (store.close(id)) {
            events.publishEvent(new AccountClosed(id));
            events.publishEvent(new AccountChanged(id));
        }
    }
}
