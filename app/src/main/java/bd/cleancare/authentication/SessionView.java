package bd.cleancare.authentication;

import java.time.Instant;
import java.util.Arrays;
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
        String system = first("Android", "iPhone", "iPad", "Windows", "Mac OS", "Linux");
        String browser = first("Firefox", "Edg", "Chrome", "Safari");
        return (system + browser).isEmpty() ? device : (browser.replace("Edg", "Edge") + " " + system).strip();
    }

    private String first(String... words) {
        return Arrays.stream(words).filter(device::contains).findFirst().orElse("");
    }
}
