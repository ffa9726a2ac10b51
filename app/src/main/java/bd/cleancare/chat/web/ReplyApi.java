package bd.cleancare.chat.web;

import bd.cleancare.chat.Room;
import bd.cleancare.chat.RoomKind;
import bd.cleancare.chat.Rooms;
import bd.cleancare.complaints.Complaint;
import bd.cleancare.complaints.Complaints;
import bd.cleancare.console.ResponseTemplates;
import bd.cleancare.console.ResponseTemplates.Template;
import bd.cleancare.platform.security.Access;
import bd.cleancare.platform.web.Problem;
import bd.cleancare.platform.web.Summary;
import bd.cleancare.shared.Ids;
import bd.cleancare.shared.Viewer;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The answers staff give often, as they fit a conversation, in both languages. */
@RestController
class ReplyApi {

    record Reply(UUID id, String category, String titleBn, String titleEn, String bodyBn, String bodyEn) {

        static Reply of(Template template) {
            return new Reply(template.id(), template.category() == null ? null : template.category().word(), template.titleBn(), template.titleEn(),
                    template.bodyBn(), template.bodyEn());
        }
    }

    record Replies(List<Reply> results) {
    }

    private final Rooms rooms;
    private final Complaints complaints;
    private final ResponseTemplates templates;

    ReplyApi(Rooms rooms, Complaints complaints, ResponseTemplates templates) {
        this.rooms = rooms;
        this.complaints = complaints;
        this.templates = templates;
    }

    /** None where staff are among themselves; for a complaint those of its category first, then those for every category. */
    @Summary("List the ready answers that fit a conversation")
    @Access(Access.Rule.STAFF)
    @GetMapping("/api/chat/rooms/{room}/replies")
    Replies replies(@PathVariable String room, Viewer viewer) {
        Room found = rooms.find(Ids.parse(room), viewer).orElseThrow(Problem::notFound);
        return new Replies(fitting(found, viewer).stream().map(Reply::of).toList());
    }

    private List<Template> fitting(Room room, Viewer viewer) {
        if (!room.kind().servesCitizen()) {
            return List.of();
        }
        return room.kind() == RoomKind.COMPLAINT ? complaints.find(room.id(), viewer).map(Complaint::category).map(templates::of).orElseThrow(Problem::notFound)
                : templates.all();
    }
}
