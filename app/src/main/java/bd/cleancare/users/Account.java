package bd.cleancare.users;

import bd.cleancare.platform.i18n.Language;
import bd.cleancare.shared.PhoneNumber;
import bd.cleancare.shared.Role;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * An account that is not closed.
 *
 * @param email null where none was given; so are address, wardNumber and lastLogin
 * @param wardScope the wards an admin is limited to; empty means the whole city
 * @param active false while staff have switched the account off
 */
public record Account(UUID id, PhoneNumber phone, String name, String email, String address, String wardNumber, Role role,
        Set<String> wardScope, Language language, boolean active, boolean verified, boolean hasPassword, boolean hasNid,
        Instant createdAt, Instant lastLogin) {

    /** Records print themselves into logs: never a name or an address. */
    @Override
    public String toString() {
        return "Account[" + id + ", " + role.word() + "]";
    }
}
