package bd.cleancare.users;

import bd.cleancare.shared.Role;
import java.util.Set;
import java.util.TreeSet;

/**
 * What an account may do here.
 *
 * @param wards the wards an admin is limited to; empty means the whole city, and is all there is for everybody else
 * @param active false while the account is switched off: nobody can log in to it
 */
public record Standing(Role role, Set<String> wards, boolean active) {

    public Standing {
        wards = role == Role.ADMIN ? Set.copyOf(wards) : Set.of();
    }

    public static Standing of(Account account) {
        return new Standing(account.role(), account.wardScope(), account.active());
    }

    /** Whether the account works for the city at present. */
    public boolean works() {
        return active && role != Role.CITIZEN;
    }

    /** The same for equal standings only: by it a form tells what it had seen. */
    public String mark() {
        return role.word() + "/" + String.join(",", new TreeSet<>(wards)) + "/" + active;
    }
}
