package bd.cleancare.chat.web;

import bd.cleancare.chat.Conversations;
import bd.cleancare.chat.Conversations.Outcome;
import bd.cleancare.chat.Room;
import bd.cleancare.chat.Rooms;
import bd.cleancare.platform.pages.Form;
import bd.cleancare.platform.pages.Page;
import bd.cleancare.platform.security.Access;
import bd.cleancare.platform.web.FieldErrors;
import bd.cleancare.platform.web.Problem;
import bd.cleancare.platform.web.RequestFields;
import bd.cleancare.shared.Ids;
import bd.cleancare.shared.Viewer;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** What can be done on the page of a conversation without a script. */
@Controller
class TalkForms {

    private static final int LONGEST_COMMENT = 1000;

    private final Rooms rooms;
    private final Conversations conversations;
    private final Saying saying;
    private final TalkPages pages;

    TalkForms(Rooms rooms, Conversations conversations, Saying saying, TalkPages pages) {
        this.rooms = rooms;
        this.conversations = conversations;
        this.saying = saying;
        this.pages = pages;
    }

    @Access(Access.Rule.SIGNED_IN)
    @PostMapping("/chat/{room}/messages/")
    Page say(@PathVariable String room, @RequestParam(required = false) String message, @RequestParam(name = "client_id", required = false) String clientId,
            @RequestParam(name = "images", required = false) List<MultipartFile> images, @RequestParam(required = false) String open,
            Viewer viewer) {
        Room found = found(room, viewer);
        try {
            saying.say(found, message, clientId, images, viewer);
            return Page.redirect(TalkPages.path(found, open, viewer) + "#end");
        } catch (Problem refused) {
            Form form = Form.empty().value("message", message).refused(FieldErrors.of("message", "error." + refused.code(), refused.args()));
            return refused(found, form, refused, open, viewer);
        }
    }

    @Access(Access.Rule.SIGNED_IN)
    @PostMapping("/chat/{room}/rating/")
    Page rate(@PathVariable String room, RequestFields fields, Viewer viewer) {
        Room found = found(room, viewer);
        Integer rating = fields.optionalInteger("rating");
        String comment = fields.optionalText("comment", LONGEST_COMMENT);
        if (!fields.errors().has("rating") && (rating == null || rating < 1 || rating > 5)) {
            fields.errors().add("rating", "talk.rate.missing");
        }
        try {
            fields.throwIfBad();
            return done(found, conversations.rate(found, rating, comment, viewer), "talk.rate.thanks", null, viewer);
        } catch (Problem refused) {
            return refused(found, Form.refused(fields, refused), refused, null, viewer);
        }
    }

    @Access(Access.Rule.STAFF)
    @PostMapping("/chat/{room}/closing/")
    Page close(@PathVariable String room, @RequestParam(required = false) String open, Viewer viewer) {
        Room found = found(room, viewer);
        return done(found, conversations.close(found, viewer), "talk.closed_now", open, viewer);
    }

    /** Without {@code assigned_to} it goes back to the queue. */
    @Access(Access.Rule.STAFF)
    @PostMapping("/chat/{room}/assignment/")
    Page handOver(@PathVariable String room, RequestFields fields, @RequestParam(required = false) String open, Viewer viewer) {
        Room found = found(room, viewer);
        String typed = fields.optionalText("assigned_to", 40);
        UUID to = Ids.parse(typed);
        try {
            if (typed != null && to == null) {
                throw Problem.fields(FieldErrors.of("assigned_to", "field.invalid_choice", typed));
            }
            Page done = done(found, conversations.handOver(found, to, viewer), "talk.handed_over", open, viewer);
            // Who was let in by having it may have given that away with it.
            return rooms.find(found.id(), viewer).isPresent() ? done : Page.redirect(DeskRooms.DESK).flash("talk.handed_over");
        } catch (Problem refused) {
            return refused(found, Form.refused(fields, refused), refused, open, viewer);
        }
    }

    private static Page done(Room room, Outcome outcome, String words, String open, Viewer viewer) {
        return switch (outcome) {
            case DONE -> Page.redirect(TalkPages.path(room, open, viewer)).flash(words);
            case FORBIDDEN -> throw Problem.detail(403, "forbidden");
            case NOT_STAFF -> throw Problem.fields(FieldErrors.of("assigned_to", "complaint.not_staff"));
            case NOT_ALLOWED_THERE -> throw Problem.fields(FieldErrors.of("assigned_to", "field.chat_not_allowed_there"));
            case TOO_LATE -> Page.redirect(TalkPages.path(room, open, viewer)).warning("error.chat_too_late");
        };
    }

    private Page refused(Room seen, Form form, Problem refused, String open, Viewer viewer) {
        Room now = rooms.find(seen.id(), viewer).orElseThrow(Problem::notFound);
        return pages.page(now, form, open, viewer).status(refused.status() == 400 ? 422 : refused.status());
    }

    private Room found(String room, Viewer viewer) {
        return rooms.find(Ids.parse(room), viewer).orElseThrow(Problem::notFound);
    }
}
