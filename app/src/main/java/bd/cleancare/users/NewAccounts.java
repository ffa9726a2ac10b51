package bd.cleancare.users;

import bd.cleancare.platform.web.FieldErrors;
import bd.cleancare.platform.web.Problem;
import bd.cleancare.shared.Ids;
import bd.cleancare.shared.PhoneNumber;
import bd.cleancare.shared.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where accounts begin. Nobody keeps a number by registering it without confirming: an unconfirmed account gives way to the next. */
@Component
public class NewAccounts {

    /** What stands at a phone number when a registration comes in. */
    public sealed interface Slot {

        record Free() implements Slot {
        }

        /** An unconfirmed account old enough to give way. */
        record Leftover(UUID id, Instant seenAt) implements Slot {
        }

        record Taken() implements Slot {
        }
    }

    private final NewAccountStore store;
    private final CredentialStore credentials;

    NewAccounts(NewAccountStore store, CredentialStore credentials) {
        this.store = store;
        this.credentials = credentials;
    }

    /** @param settled how old an unconfirmed account must be: its code may still be on the way */
    public Slot slotOf(PhoneNumber phone, Duration settled) {
        return store.slotOf(phone, settled);
    }

    /**
     * Puts the account into the slot as it was seen; the database decides when several come at once.
     *
     * @return its id, or empty when somebody was faster
     * @throws Problem 400 when the e-mail address belongs to another account
     */
    public Optional<UUID> fill(Slot slot, NewAccount account) {
        try {
            return switch (slot) {
                case Slot.Free _ -> store.insert(Ids.next(), account, Role.CITIZEN, false);
                case Slot.Leftover leftover -> store.replace(leftover, account);
                case Slot.Taken _ -> Optional.empty();
            };
        } catch (DuplicateKeyException _) {
            throw Problem.fields(FieldErrors.of("email", "field.email_taken"));
        }
    }

    /**
     * An account made by the city itself, verified from the start; a registration of the number that nobody ever confirmed gives way.
     *
     * @return its id, or empty when there is an account already
     */
    @Transactional
    public Optional<UUID> makeVerified(NewAccount account, Role role) {
        credentials.dropUnconfirmed(account.phone());
        return store.insert(Ids.next(), account, role, true);
    }
}
