package bd.cleancare.chat.web;

import bd.cleancare.chat.ChatHistory;
import bd.cleancare.chat.ChatMessage;
import bd.cleancare.chat.Mark;
import bd.cleancare.chat.Room;
import bd.cleancare.chat.Rooms;
import bd.cleancare.chat.Talk;
import bd.cleancare.chat.live.Hub;
import bd.cleancare.platform.security.Access;
import bd.cleancare.platform.web.Problem;
import bd.cleancare.platform.web.RequestFields;
import bd.cleancare.shared.Ids;
import bd.cleancare.shared.Viewer;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Duration;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** What the script of a conversation asks by plain requests: older messages, photos, and everything where WebSockets are blocked. */
@Hidden
@RestController
class TalkByRequests {

    private static final String LIVE = "/chat/{room}/live/";
    private static final long LONGEST_WAIT = 25;

    /** @param heard how far those are whom the viewer talks to */
    record Stretch(List<ChatMessage> results, Mark heard) {
    }

    private final Rooms rooms;
    private final ChatHistory history;
    private final Talk talk;
    private final Saying saying;
    private final Hub hub;

    TalkByRequests(Rooms rooms, ChatHistory history, Talk talk, Saying saying, Hub hub) {
        this.rooms = rooms;
        this.history = history;
        this.talk = talk;
        this.saying = saying;
        this.hub = hub;
    }

    /** Newest first before a number, or oldest first after one. */
    @Access(Access.Rule.SIGNED_IN)
    @GetMapping(LIVE)
    ResponseEntity<Stretch> read(@PathVariable String room, @RequestParam(required = false) Long before, @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "0") long wait, Viewer viewer) {
        Room found = found(room, viewer);
        if (before != null) {
            return answer(found, history.before(found.id(), before, ConversationReader.STRETCH), viewer);
        }
        if (wait > 0 && found.lastSequence() <= after) {
            hub.await(found.id(), after, Duration.ofSeconds(Math.min(wait, LONGEST_WAIT)));
            found = found(room, viewer);
        }
        return answer(found, history.after(found.id(), after, ChatHistory.LONGEST_PAGE), viewer);
    }

    private ResponseEntity<Stretch> answer(Room room, List<ChatMessage> messages, Viewer viewer) {
        var stretch = new Stretch(messages, ConversationReader.heard(room, rooms.marks(room), viewer));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(stretch);
    }

    @Access(Access.Rule.SIGNED_IN)
    @PostMapping(LIVE)
    ResponseEntity<ChatMessage> say(@PathVariable String room, @RequestParam(required = false) String message,
            @RequestParam(name = "client_id", required = false) String clientId, @RequestParam(name = "images", required = false) List<MultipartFile> images,
            Viewer viewer) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(saying.say(found(room, viewer), message, clientId, images, viewer));
    }

    @Access(Access.Rule.SIGNED_IN)
    @PostMapping(LIVE + "marks/")
    ResponseEntity<Mark> mark(@PathVariable String room, RequestFields fields, Viewer viewer) {
        Integer read = fields.optionalInteger("read");
        Integer delivered = fields.optionalInteger("delivered");
        fields.throwIfBad();
        return ResponseEntity.ok().cacheControl(CacheControl.noStore())
                .body(talk.mark(found(room, viewer), delivered == null ? 0 : delivered, read == null ? 0 : read, viewer));
    }

    private Room found(String room, Viewer viewer) {
        return rooms.find(Ids.parse(room), viewer).orElseThrow(Problem::notFound);
    }
}
