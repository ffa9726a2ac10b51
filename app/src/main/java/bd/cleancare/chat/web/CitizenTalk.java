package bd.cleancare.chat.web;

import bd.cleancare.chat.Room;
import bd.cleancare.chat.RoomKind;
import bd.cleancare.chat.RoomSummary;
import bd.cleancare.chat.Rooms;
import bd.cleancare.complaints.Complaint;
import bd.cleancare.complaints.Complaints;
import bd.cleancare.platform.pages.Form;
import bd.cleancare.platform.pages.Page;
import bd.cleancare.platform.web.Problem;
import bd.cleancare.shared.Viewer;
import java.util.List;
import org.springframework.stereotype.Component;

/** A conversation as the citizen sees it: about a complaint, or with the help desk. */
@Component
class CitizenTalk {

    static final String HELP = "/help/";

    private final Rooms rooms;
    private final Complaints complaints;
    private final ConversationReader reader;

    CitizenTalk(Rooms rooms, Complaints complaints, ConversationReader reader) {
        this.rooms = rooms;
        this.complaints = complaints;
        this.reader = reader;
    }

    static String path(Room room) {
        return room.kind() == RoomKind.COMPLAINT ? "/complaints/" + room.id() + "/chat/" : HELP;
    }

    Page page(Room room, String before, Form form, Viewer viewer) {
        boolean help = room.kind() == RoomKind.HELP_DESK;
        Complaint complaint = help ? null : complaints.find(room.id(), viewer).orElseThrow(Problem::notFound);
        List<RoomSummary> others = help ? rooms.of(viewer).stream().filter(each -> each.room().kind() == RoomKind.COMPLAINT).toList() : List.of();
        return Page.of("chat/citizen").with("talk", reader.read(room, before, viewer)).with("complaint", complaint).with("others", others).with("form", form);
    }

    /** The conversation alone, for the page of its complaint. */
    Page pane(Room room, Viewer viewer) {
        return Page.of("chat/citizen-pane").with("talk", reader.read(room, null, viewer)).with("form", Form.empty());
    }
}
