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
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The help desk of the staff: who waits beside one conversation, and what is needed for the answer. */
@Component
class DeskTalk {

    static final String DESK = "/console/help/";

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

    static String path(Room room) {
        return DESK + room.id() + "/";
    }

    Page list(String show, Viewer viewer) {
        return Page.of("chat/desk").with("list", list.of(show, viewer));
    }

    Page page(Room room, String show, String before, Form form, Viewer viewer) {
        Conversation talk = reader.read(room, before, viewer);
        Optional<Account> citizen = Optional.ofNullable(room.citizen()).flatMap(users::byId);
        Complaint complaint = room.kind() == RoomKind.COMPLAINT ? complaints.find(room.id(), viewer).orElse(null) : null;
        return Page.of("chat/desk-talk").with("list", list.of(show, viewer)).with("talk", talk).with("form", form)
                .with("citizen", citizen.orElse(null)).with("complaint", complaint)
                .with("answers", room.kind().servesCitizen() ? answers(complaint) : List.of())
                .with("answerIn", citizen.map(Account::language).orElse(Language.BANGLA))
                .with("staff", room.kind().servesCitizen() ? users.staff() : List.of());
    }

    private List<ResponseTemplates.Template> answers(Complaint complaint) {
        return complaint == null ? templates.all() : templates.of(complaint.category());
    }
}
