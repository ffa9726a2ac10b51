package bd.cleancare.shared;

import java.util.Locale;
import java.util.Optional;

/** What an account is to the city; the guide calls it {@code user_type}. */
public enum Role implements Worded {
    CITIZEN, SERVICE_PROVIDER, ADMIN, SUPER_ADMIN;

    /** The word of the HTTP contract: citizen, service_provider, admin, super_admin. */
    @Override
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Role> ofWord(String word) {
        return Worded.find(Role.class, word);
    }

    /** Admins and super admins: who may decide about other people's complaints. */
    public boolean isAdmin() {
        return this == ADMIN || this == SUPER_ADMIN;
    }
}
