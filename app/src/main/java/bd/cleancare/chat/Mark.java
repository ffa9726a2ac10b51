package bd.cleancare.chat;

import java.util.UUID;

/** How far somebody is in a room. */
public record Mark(UUID userId, long delivered, long read) {
}
