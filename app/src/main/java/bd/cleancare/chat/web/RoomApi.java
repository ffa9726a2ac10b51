package bd.cleancare.chat.web;

import bd.cleancare.chat.Mark;
import bd.cleancare.chat.Room;
import bd.cleancare.chat.Rooms;
import bd.cleancare.platform.security.Access;
import bd.cleancare.platform.web.Problem;
import bd.cleancare.platform.web.Summary;
import bd.cleancare.shared.Ids;
import bd.cleancare.shared.Viewer;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The rooms of whoever asks. */
@RestController
class RoomApi {

    record RoomList(List<RoomView> results, long unread) {
    }

    record OneRoom(RoomView room, List<Mark> marks) {
    }

    private final Rooms rooms;

    RoomApi(Rooms rooms) {
        this.rooms = rooms;
    }

    @Summary("List my conversations")
    @Access(Access.Rule.SIGNED_IN)
    @GetMapping("/api/chat/rooms")
    RoomList mine(Viewer viewer) {
        List<RoomView> mine = rooms.of(viewer).stream().map(RoomView::of).toList();
        return new RoomList(mine, mine.stream().mapToLong(RoomView::unread).sum());
    }

    @Summary("Read one conversation")
    @Access(Access.Rule.SIGNED_IN)
    @GetMapping("/api/chat/rooms/{room}")
    OneRoom one(@PathVariable String room, Viewer viewer) {
        Room found = rooms.find(Ids.parse(room), viewer).orElseThrow(Problem::notFound);
        return new OneRoom(RoomView.of(found), rooms.marks(found));
    }

    /** The citizen's own. */
    @Summary("Open my conversation with the help desk")
    @Access(Access.Rule.SIGNED_IN)
    @GetMapping("/api/chat/help-desk")
    RoomView helpDesk(Viewer viewer) {
        return rooms.helpDesk(viewer).map(RoomView::of).orElseThrow(() -> Problem.detail(403, "chat_citizens_only"));
    }

    @Summary("List the conversations that wait for staff")
    @Access(Access.Rule.STAFF)
    @GetMapping("/api/chat/waiting")
    RoomList waiting(Viewer viewer) {
        List<RoomView> waiting = rooms.waiting(viewer).stream().map(RoomView::of).toList();
        return new RoomList(waiting, waiting.stream().mapToLong(RoomView::unread).sum());
    }
}
