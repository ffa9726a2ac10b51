package bd.cleancare.chat.web;

import bd.cleancare.chat.Conversations;
import bd.cleancare.chat.Conversations.Outcome;
import bd.cleancare.chat.Room;
import bd.cleancare.chat.Rooms;
import bd.cleancare.platform.security.Access;
import bd.cleancare.platform.web.FieldErrors;
import bd.cleancare.platform.web.Fields;
import bd.cleancare.platform.web.Problem;
import bd.cleancare.platform.web.RequestFields;
import bd.cleancare.platform.web.Summary;
import bd.cleancare.shared.Ids;
import bd.cleancare.shared.Viewer;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** What can be done with a conversation besides talking: handing it over, closing it, rating it. */
@RestController
class ConversationApi {

    private static final int LONGEST_COMMENT = 1000;

    private final Rooms rooms;
    private final Conversations conversations;

    ConversationApi(Rooms rooms, Conversations conversations) {
        this.rooms = rooms;
        this.conversations = conversations;
    }

    /** Without {@code assigned_to} it goes back to the queue. */
    @Summary("Give a conversation to a member of staff, or back to the queue")
    @Access(Access.Rule.STAFF)
    @Fields(optional = "assigned_to")
    @PostMapping("/api/chat/rooms/{room}/assignment")
    RoomView handOver(@PathVariable String room, RequestFields fields, Viewer viewer) {
        Room found = find(room, viewer);
        String to = fields.optionalText("assigned_to", 40);
        UUID staff = to == null ? null : Ids.parse(to);
        if (to != null && staff == null) {
            fields.errors().add("assigned_to", "field.invalid_choice", to);
        }
        fields.throwIfBad();
        return answer(conversations.handOver(found, staff, viewer), room, viewer);
    }

    @Summary("Close a conversation")
    @Access(Access.Rule.SIGNED_IN)
    @PostMapping("/api/chat/rooms/{room}/closing")
    RoomView close(@PathVariable String room, Viewer viewer) {
        return answer(conversations.close(find(room, viewer), viewer), room, viewer);
    }

    @Summary("Rate a conversation with one to five stars")
    @Access(Access.Rule.SIGNED_IN)
    @Fields(required = "rating", optional = "comment")
    @PostMapping("/api/chat/rooms/{room}/rating")
    RoomView rate(@PathVariable String room, RequestFields fields, Viewer viewer) {
        Room found = find(room, viewer);
        Integer rating = fields.optionalInteger("rating");
        String comment = fields.optionalText("comment", LONGEST_COMMENT);
        if (!fields.errors().has("rating") && (rating == null || rating < 1 || rating > 5)) {
            fields.errors().add("rating", "field.out_of_range", 1, 5);
        }
        fields.throwIfBad();
        return answer(conversations.rate(found, rating, comment, viewer), room, viewer);
    }

    private RoomView answer(Outcome outcome, String room, Viewer viewer) {
        return switch (outcome) {
            case DONE -> RoomView.of(find(room, viewer));
            case FORBIDDEN -> throw Problem.detail(403, "forbidden");
            case NOT_STAFF -> throw Problem.fields(FieldErrors.of("assigned_to", "complaint.not_staff"));
            case NOT_ALLOWED_THERE -> throw Problem.fields(FieldErrors.of("assigned_to", "field.chat_not_allowed_there"));
            case TOO_LATE -> throw Problem.detail(409, "chat_too_late");
        };
    }

    private Room find(String room, Viewer viewer) {
        return rooms.find(Ids.parse(room), viewer).orElseThrow(Problem::notFound);
    }
}
