package bd.cleancare.chat;

/** What a node watches of a room: the number of its last message, and the stamp of the rights in it. */
public record RoomState(long lastSequence, int stamp) {
}
