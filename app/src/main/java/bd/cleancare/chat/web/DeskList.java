package bd.cleancare.chat.web;

import bd.cleancare.chat.Room;
import bd.cleancare.chat.RoomSummary;
import bd.cleancare.chat.Rooms;
import bd.cleancare.chat.live.Hub;
import bd.cleancare.shared.Ids;
import bd.cleancare.shared.Viewer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The conversations at the side of the help desk. */
@Component
class DeskList {

    private static final Comparator<Room> LONGEST_WAITING = Comparator.comparing(Room::waitingSince, Comparator.nullsLast(Comparator.naturalOrder()));

    private static final int MOST_NAMED = 50;

    private final Rooms rooms;
    private final Hub hub;

    DeskList(Rooms rooms, Hub hub) {
        this.rooms = rooms;
        this.hub = hub;
    }

    /**
     * @param open ids out of an address; what is none, or not the viewer's, is left out
     * @param at the conversation that is shown, or null
     */
    DeskRooms of(String word, String open, UUID at, Viewer viewer) {
        long news = hub.writtenSoFar();
        DeskRooms.Show show = show(word);
        List<RoomSummary> waiting = rooms.waiting(viewer);
        List<RoomSummary> unassigned = waiting.stream().filter(each -> each.room().assignedTo() == null).toList();
        List<RoomSummary> shown = switch (show) {
            case WAITING -> waiting;
            case UNASSIGNED -> unassigned;
            case MINE -> mine(viewer);
            case ALL -> rooms.latest(viewer);
            case STAFF -> rooms.of(viewer).stream().filter(each -> !each.room().kind().servesCitizen()).toList();
        };
        return new DeskRooms(show, shown, waiting.size(), unassigned.size(), rooms.among(ids(open, at), viewer), at, news);
    }

    /** The latest of them, where they are too many to be before anybody. */
    private static List<UUID> ids(String open, UUID at) {
        List<UUID> named = Stream.concat(Stream.of(open == null ? new String[0] : open.split(",")).limit(MOST_NAMED).map(Ids::parse), Stream.ofNullable(at))
                .filter(Objects::nonNull).distinct().toList();
        return named.subList(Math.max(0, named.size() - DeskRooms.MOST_OPEN), named.size());
    }

    private List<RoomSummary> mine(Viewer viewer) {
        return rooms.of(viewer).stream().filter(each -> viewer.id().equals(each.room().assignedTo()) && each.room().closedAt() == null)
                .sorted(Comparator.comparing(RoomSummary::room, LONGEST_WAITING)).toList();
    }

    private static DeskRooms.Show show(String word) {
        for (DeskRooms.Show each : DeskRooms.Show.values()) {
            if (each.name().toLowerCase(Locale.ROOT).equals(word)) {
                return each;
            }
        }
        return DeskRooms.Show.WAITING;
    }
}
