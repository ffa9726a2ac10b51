package bd.cleancare.users;

import bd.cleancare.shared.PhoneNumber;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The front door to accounts. */
@Component
public class Users {

    private final UserStore store;

    Users(UserStore store) {
        this.store = store;
    }

    /** Empty for an unknown and for a closed account. */
    public Optional<Account> byId(UUID id) {
        return store.byId(id);
    }

    public Optional<Account> byPhone(PhoneNumber phone) {
        return store.byPhone(phone);
    }
}
