package bd.cleancare.notifications.queue;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;

/**
 * A message that this worker may now try to send, and nobody else for the length of the lease.
 *
 * @param content null where it cannot be read
 * @param attempt which one this is, counted from 1
 * @param lastProvider null at the first attempt
 * @param attemptsThere how many were made with {@code lastProvider}
 * @param unresolved whether the last attempt may have been taken
 * @param left until it expires
 */
public record Due(UUID id, Channel channel, Lane lane, String address, String content, int attempt, String lastProvider, int attemptsThere, boolean unresolved,
        Set<String> refusedBy, Duration left, Quiet quiet) {

    @Override
    public String toString() {
        return "Due[" + id + "]";
    }
}
