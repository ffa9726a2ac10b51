package bd.cleancare.chat;

/**
 * A room in a list.
 *
 * @param unread how many entries the viewer has not read
 * @param lastMessage what was said last; empty for a photo without words, null where nothing was
 * @param lastEvent what happened last, if that was no message
 * @param lastPhotos how many photos the last message has
 */
public record RoomSummary(Room room, long unread, String lastMessage, boolean lastFromStaff, String lastEvent, int lastPhotos) {

    @Override
    public String toString() {
        return "RoomSummary[" + room + "]";
    }
}
