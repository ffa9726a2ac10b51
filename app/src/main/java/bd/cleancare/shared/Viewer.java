package bd.cleancare.shared;

import java.util.Set;
import java.util.UUID;

/**
 * Who is asking: the signed-in account as every query needs it.
 *
 * @param wards the wards an admin is limited to; empty means the whole city
 */
public record Viewer(UUID id, Role role, Set<String> wards, UUID sessionId) {

    public boolean isAdmin() {
        return role.isAdmin();
    }

    public boolean isSuperAdmin() {
        return role == Role.SUPER_ADMIN;
    }

    /** Whether this admin's scope covers a ward; a complaint without a ward belongs to every admin. */
    public boolean covers(String ward) {
        return role == Role.SUPER_ADMIN || role == Role.ADMIN && (wards.isEmpty() || ward == null || wards.contains(ward));
    }
}
