package bd.cleancare.chat.web;

import bd.cleancare.chat.RoomSummary;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the help desk shows besides a conversation.
 *
 * @param open the conversations the viewer has before them, in the order they were opened; their addresses keep them
 * @param at the one of them that is shown, or null
 * @param news up to which news of the desk this is how things stand
 */
public record DeskRooms(Show show, List<RoomSummary> rooms, int waiting, int unassigned, List<RoomSummary> open, UUID at, long news) {

    /** More than so many nobody has before them. */
    public static final int MOST_OPEN = 8;

    static final String DESK = "/console/help/";

    public enum Show {
        WAITING, MINE, UNASSIGNED, ALL, STAFF;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** For a conversation that is put beside others. */
    static DeskRooms alone(UUID room) {
        return new DeskRooms(Show.WAITING, List.of(), 0, 0, List.of(), room, 0);
    }

    /** How many a filter has, where that is worth a number; else 0. */
    public int count(Show filter) {
        return filter == Show.WAITING ? waiting : filter == Show.UNASSIGNED ? unassigned : 0;
    }

    /** The desk without a conversation. */
    public String path() {
        return DESK + query(show, open, null);
    }

    /** The same with another filter. */
    public String path(Show other) {
        return (at == null ? DESK : DESK + at + "/") + query(other, open, at);
    }

    public String path(UUID room) {
        return DESK + room + "/" + query(show, open, room);
    }

    /** Where one is with an open conversation put away: with the one beside it, if there is one. */
    public String without(UUID room) {
        List<RoomSummary> left = open.stream().filter(each -> !each.room().id().equals(room)).toList();
        UUID next = !room.equals(at) ? at : left.isEmpty() ? null : left.getLast().room().id();
        return (next == null ? DESK : DESK + next + "/") + query(show, left, next);
    }

    /** What forms of the conversation that is shown take along, to keep the open ones. */
    public String keep() {
        return query(Show.WAITING, open, at);
    }

    /** The one that is shown need not be named when it is the only one. */
    private static String query(Show show, List<RoomSummary> open, UUID shown) {
        boolean more = open.stream().anyMatch(each -> !each.room().id().equals(shown));
        String ids = open.stream().map(each -> each.room().id().toString()).collect(Collectors.joining(","));
        String parts = Stream.of(show == Show.WAITING ? null : "show=" + show.word(), more ? "open=" + ids : null).filter(Objects::nonNull)
                .collect(Collectors.joining("&"));
        return parts.isEmpty() ? "" : "?" + parts;
    }
}
