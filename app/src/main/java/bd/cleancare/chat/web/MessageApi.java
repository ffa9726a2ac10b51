package bd.cleancare.chat.web;

import bd.cleancare.chat.ChatHistory;
import bd.cleancare.chat.ChatMessage;
import bd.cleancare.chat.Talk;
import bd.cleancare.chat.Talk.Saying;
import bd.cleancare.chat.Mark;
import bd.cleancare.chat.MessageText;
import bd.cleancare.chat.Room;
import bd.cleancare.chat.Rooms;
import bd.cleancare.chat.live.Hub;
import bd.cleancare.chat.live.Refusals;
import bd.cleancare.platform.security.Access;
import bd.cleancare.platform.web.FieldErrors;
import bd.cleancare.platform.web.Fields;
import bd.cleancare.platform.web.PageNumber;
import bd.cleancare.platform.web.PageOf;
import bd.cleancare.platform.web.Problem;
import bd.cleancare.platform.web.PublicUrl;
import bd.cleancare.platform.web.RequestFields;
import bd.cleancare.platform.web.Summary;
import bd.cleancare.shared.Digits;
import bd.cleancare.shared.Ids;
import bd.cleancare.shared.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Messages by plain requests: history, and everything a WebSocket does for those who cannot have one. */
@RestController
class MessageApi {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(25);
    private static final int LONGEST_CLIENT_ID = 100;
    /** Bytes are counted later; this many characters never fit. */
    private static final int LONGEST = MessageText.LONGEST;

    private final Rooms rooms;
    private final ChatHistory history;
    private final Talk talk;
    private final Hub hub;
    private final PublicUrl publicUrl;

    MessageApi(Rooms rooms, ChatHistory history, Talk talk, Hub hub, PublicUrl publicUrl) {
        this.rooms = rooms;
        this.history = history;
        this.talk = talk;
        this.hub = hub;
        this.publicUrl = publicUrl;
    }

    /**
     * Newest first, page by page; with {@code before} the ones before a number; with {@code after} the ones after it, oldest first. Since
     * numbers have no gaps, the last one is the count and a page is found by arithmetic.
     *
     * @param wait with {@code after}: how many seconds to wait for something new
     */
    @Summary("Read messages of a conversation, or wait for new ones")
    @Access(Access.Rule.SIGNED_IN)
    @GetMapping("/api/chat/rooms/{room}/messages")
    PageOf<ChatMessage> list(@PathVariable String room, @RequestParam(required = false) String page, @RequestParam(name = "page_size", required = false) String size,
            @RequestParam(required = false) String after, @RequestParam(required = false) String before, @RequestParam(required = false) String wait,
            HttpServletRequest request, Viewer viewer) {
        Room found = find(room, viewer);
        PageNumber asked = PageNumber.of(page, size);
        if (after != null) {
            return after(found, number("after", after), wait == null ? 0 : number("wait", wait), asked.size(), viewer);
        }
        if (before != null) {
            List<ChatMessage> results = history.before(found.id(), number("before", before), asked.size());
            boolean more = !results.isEmpty() && results.getLast().sequence() > 1;
            return new PageOf<>(found.lastSequence(), more ? link(found, "before", results.getLast().sequence(), asked.size(), request) : null, null, results);
        }
        List<ChatMessage> results = asked.offset() >= found.lastSequence() ? List.of()
                : history.before(found.id(), found.lastSequence() + 1 - asked.offset(), asked.size());
        return PageOf.of(asked, publicUrl.of(request), found.lastSequence(), results);
    }

    private PageOf<ChatMessage> after(Room room, long sequence, long wait, int size, Viewer viewer) {
        if (wait > 0 && room.lastSequence() <= sequence) {
            hub.await(room.id(), sequence, Duration.ofSeconds(Math.min(wait, LONGEST_WAIT.toSeconds())));
            // Rights may have ended in the meantime.
            return after(rooms.find(room.id(), viewer).orElseThrow(Problem::notFound), sequence, 0, size, viewer);
        }
        List<ChatMessage> results = history.after(room.id(), sequence, size);
        return new PageOf<>(Math.max(room.lastSequence(), results.isEmpty() ? 0 : results.getLast().sequence()), null, null, results);
    }

    private String link(Room room, String name, long value, int size, HttpServletRequest request) {
        return publicUrl.base(request) + "/api/chat/rooms/" + room.id() + "/messages/?" + name + "=" + value + "&page_size=" + size;
    }

    @Summary("Say something in a conversation")
    @Access(Access.Rule.SIGNED_IN)
    @Fields(required = "message", optional = {"client_id", "receiver_id", "sender_id"})
    @PostMapping("/api/chat/rooms/{room}/messages")
    ResponseEntity<ChatMessage> say(@PathVariable String room, RequestFields fields, Viewer viewer) {
        Room found = find(room, viewer);
        String message = fields.text("message", LONGEST);
        String clientId = fields.optionalText("client_id", LONGEST_CLIENT_ID);
        fields.throwIfBad();
        return answer(talk.say(found, message, clientId, viewer));
    }

    static ResponseEntity<ChatMessage> answer(Saying saying) {
        return switch (saying) {
            case Saying.Said(ChatMessage message, boolean again) -> ResponseEntity.status(again ? HttpStatus.OK : HttpStatus.CREATED).body(message);
            case Saying refused -> throw Refusals.of(refused);
        };
    }

    /** What reached the person's device, or was read as well. */
    @Summary("Mark messages as delivered or read")
    @Access(Access.Rule.SIGNED_IN)
    @Fields(optional = {"read", "delivered"})
    @PostMapping("/api/chat/rooms/{room}/marks")
    Mark mark(@PathVariable String room, RequestFields fields, Viewer viewer) {
        Room found = find(room, viewer);
        Integer read = fields.optionalInteger("read");
        Integer delivered = fields.optionalInteger("delivered");
        fields.throwIfBad();
        return talk.mark(found, delivered == null ? 0 : delivered, read == null ? 0 : read, viewer);
    }

    private Room find(String room, Viewer viewer) {
        return rooms.find(Ids.parse(room), viewer).orElseThrow(Problem::notFound);
    }

    private static long number(String name, String text) {
        try {
            return Math.max(0, Long.parseLong(Digits.toAscii(text)));
        } catch (NumberFormatException _) {
            throw Problem.fields(FieldErrors.of(name, "field.not_a_number"));
        }
    }
}
