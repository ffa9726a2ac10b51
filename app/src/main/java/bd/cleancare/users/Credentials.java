package bd.cleancare.users;

import bd.cleancare.shared.PhoneNumber;
import bd.cleancare.shared.Role;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** What logging in needs to know of an account and may change in it. Every method is one statement, for the caller's transaction. */
@Component
public class Credentials {

    /** @param passwordHash null for people who log in by code alone */
    public record Login(UUID id, PhoneNumber phone, Role role, String passwordHash, boolean active, boolean verified) {

        @Override
        public String toString() {
            return "Login[" + id + "]";
        }
    }

    private final CredentialStore store;
    private final ApplicationEventPublisher events;

    Credentials(CredentialStore store, ApplicationEventPublisher events) {
        this.store = store;
        this.events = events;
    }

    public Optional<Login> of(PhoneNumber phone) {
        return store.byPhone(phone);
    }

    public Optional<Login> of(UUID userId) {
        return store.byId(userId);
    }

    /** @return false when the account cannot be logged in to any more */
    public boolean recordLogin(UUID userId) {
        return store.recordLogin(userId);
    }

    /** The phone was confirmed: the account is the person's. */
    public boolean verifyAndRecordLogin(UUID userId) {
        return store.verifyAndRecordLogin(userId);
    }

    public void setPassword(UUID userId, String hash) {
        store.setPassword(userId, hash);
    }

    /** Replaces a hash by one of another cost, unless the password was changed meanwhile. */
    public void rehash(UUID userId, String from, String to) {
        store.rehash(userId, from, to);
    }

    /** @return false when another account has the number */
    public boolean changePhone(UUID userId, PhoneNumber phone) {
        store.dropUnconfirmed(phone);
        try {
            store.changePhone(userId, phone);
        } catch (DuplicateKeyException _) {
            return false;
        }
        events.publishEvent(new AccountChanged(userId));
        return true;
    }
}
