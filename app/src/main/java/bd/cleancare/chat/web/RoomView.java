package bd.cleancare.chat.web;

import bd.cleancare.chat.Room;
import bd.cleancare.chat.RoomSummary;
import java.time.Instant;
import java.util.UUID;

/** A room as JSON. */
record RoomView(UUID roomId, String kind, UUID citizenId, String citizenName, String wardNumber, String trackingNumber, UUID assignedTo,
        String assignedToName, long lastSequence, Instant lastMessageAt, Instant waitingSince, Instant closedAt, Long unread, Last last) {

    /** @param event what happened last, where that was no message */
    record Last(String message, boolean fromStaff, String event, int photos) {
    }

    static RoomView of(Room room) {
        return of(room, null, null);
    }

    static RoomView of(RoomSummary summary) {
        return of(summary.room(), summary.unread(), summary.lastMessage() == null ? null
                : new Last(summary.lastMessage(), summary.lastFromStaff(), summary.lastEvent(), summary.lastPhotos()));
    }

    private static RoomView of(Room room, Long unread, Last last) {
        return new RoomView(room.id(), room.kind().word(), room.citizen(), room.citizenName(), room.ward(), room.title(), room.assignedTo(),
                room.assignedToName(), room.lastSequence(), room.lastMessageAt(), room.waitingSince(), room.closedAt(), unread, last);
    }
}
