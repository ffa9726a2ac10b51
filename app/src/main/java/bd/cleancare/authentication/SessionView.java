package bd.cleancare.authentication;

import java.time.Instant;
import java.util.UUID;

/**
 * A live session as its owner sees it.
 *
 * @param kind app or page
 * @param lastSeenAt to a few minutes
 * @param current whether it is the one that asks
 */
public record SessionView(UUID id, String device, String kind, Instant createdAt, Instant lastSeenAt, Instant expiresAt, boolean current) {

    /** What it was opened with, in words its owner knows. */
    public String name() {
        return new Device(device).name();
    }
}
