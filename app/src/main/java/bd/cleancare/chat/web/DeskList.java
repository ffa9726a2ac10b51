package bd.cleancare.chat.web;

import bd.cleancare.chat.Room;
import bd.cleancare.chat.RoomSummary;
import bd.cleancare.chat.Rooms;
import bd.cleancare.shared.Viewer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** The conversations at the side of the help desk. */
@Component
class DeskList {

    private static final Comparator<Room> LONGEST_WAITING = Comparator.comparing(Room::waitingSince, Comparator.nullsLast(Comparator.naturalOrder()));

    private final Rooms rooms;

    DeskList(Rooms rooms) {
        this.rooms = rooms;
    }

    DeskRooms of(String word, Viewer viewer) {
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
        return new DeskRooms(show, shown, waiting.size(), unassigned.size());
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
