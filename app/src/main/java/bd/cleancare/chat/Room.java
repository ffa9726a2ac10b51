package bd.cleancare.chat;

import bd.cleancare.shared.Viewer;
import java.time.Instant;
import java.util.UUID;

/**
 * A room as its viewer may see it. Whoever holds one was allowed in when it was looked up ({@link Rooms#find}).
 *
 * @param citizen who asks; null in staff rooms
 * @param ward of the staff room, or of the citizen of a help desk; else null
 * @param assignedTo who of the staff has the conversation, or null
 * @param lastSequence the number of the last message, and so how many there are
 * @param waitingSince since when the citizen has had no answer; null while nobody waits
 * @param title the tracking number of the complaint; null in other rooms
 * @param stamp changes with whatever the rights in the room hang on
 */
public record Room(UUID id, RoomKind kind, UUID citizen, String citizenName, String ward, UUID assignedTo, String assignedToName, long lastSequence,
        Instant lastMessageAt, Instant waitingSince, Instant closedAt, String title, int stamp) {

    public boolean isCitizen(Viewer viewer) {
        return viewer.id().equals(citizen);
    }

    /** Records print themselves into logs: never a name. */
    @Override
    public String toString() {
        return "Room[" + id + ", " + kind + ", " + lastSequence + "]";
    }
}
