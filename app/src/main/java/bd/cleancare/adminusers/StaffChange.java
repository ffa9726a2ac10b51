package bd.cleancare.adminusers;

import bd.cleancare.users.Standing;
import java.time.Instant;
import java.util.UUID;

/** One decision about who works here. */
public record StaffChange(UUID id, UUID person, String personName, String deciderName, Standing before, Standing after, Instant at) {

    @Override
    public String toString() {
        return "StaffChange[" + id + "]";
    }
}
