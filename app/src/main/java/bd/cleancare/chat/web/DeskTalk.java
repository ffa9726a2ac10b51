package bd.cleancare.chat.web;

import bd.cleancare.chat.Room;
import bd.cleancare.chat.RoomKind;
import bd.cleancare.complaints.Complaint;
import bd.cleancare.complaints.Complaints;
import bd.cleancare.console.ResponseTemplates;
import bd.cleancare.platform.i18n.Language;
import bd.cleancare.platform.pages.Form;
import bd.cleancare.platform.pages.Page;
import bd.cleancare.shared.Viewer;
import bd.cleancare.users.Account;
import bd.cleancare.users.Users;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The help desk of the staff: who waits beside one conversation, and what is needed for the answer. */
@Component
class DeskTalk {

    private final DeskList list;
    private final ConversationReader reader;
    private final Complaints complaints;
    private final ResponseTemplates templates;
    private final Users users;

    DeskTalk(DeskList list, ConversationReader reader, Complaints complaints, ResponseTemplates templates, Users users) {
        this.list = list;
        this.reader = reader;
        this.complaints = complaints;
        this.templates = templates;
        this.users = users;
    }

    /** @param open out of an address, which may say anything */
    static String path(Room room, String open) {
        return DeskRooms.DESK + room.id() + "/" + (open == null ? "" : "?open=" + URLEncoder.encode(open, StandardCharsets.UTF_8));
    }

    Page list(String show, String open, UUID at, Viewer viewer) {
        return Page.of("chat/desk").with("list", list.of(show, open, at, viewer));
    }

    Page page(Room room, String show, String open, String before, Form form, Viewer viewer) {
        return with(Page.of("chat/desk-talk"), room, reader.read(room, before, viewer), list.of(show, open, room.id(), viewer), form, viewer);
    }

    /** A conversation by itself, to be put beside others. Opened behind them, it is not read by that. */
    Page pane(Room room, Viewer viewer) {
        return with(Page.of("chat/pane"), room, reader.look(room, null, viewer), DeskRooms.alone(room.id()), Form.empty(), viewer).with("mark", "-" + room.id());
    }

    private Page with(Page page, Room room, Conversation talk, DeskRooms rooms, Form form, Viewer viewer) {
        Optional<Account> citizen = Optional.ofNullable(room.citizen()).flatMap(users::byId);
        Complaint complaint = room.kind() == RoomKind.COMPLAINT ? complaints.find(room.id(), viewer).orElse(null) : null;
        return page.with("list", rooms).with("talk", talk).with("form", form)
                .with("citizen", citizen.orElse(null)).with("complaint", complaint)
                .with("answers", room.kind().servesCitizen() ? answers(complaint) : List.of())
                .with("answerIn", citizen.map(Account::language).orElse(Language.BANGLA))
                .with("staff", room.kind().servesCitizen() ? users.staff() : List.of());
    }

    private List<ResponseTemplates.Template> answers(Complaint complaint) {
        return complaint == null ? templates.all() : templates.of(complaint.category());
    }
}
