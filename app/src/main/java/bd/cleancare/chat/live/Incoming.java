package bd.cleancare.chat.live;

import bd.cleancare.chat.Talk;
import bd.cleancare.chat.Talk.Saying;
import bd.cleancare.platform.web.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Does what the frames of a participant ask for. Whatever is wrong with one is said in an error frame; the connection stays. */
@Component
public class Incoming {

    private static final Logger log = LoggerFactory.getLogger(Incoming.class);
    private static final int LONGEST_CLIENT_ID = 100;

    private final Talk talk;
    private final Hub hub;
    private final Frames frames;
    private final JsonMapper json;

    Incoming(Talk talk, Hub hub, Frames frames, JsonMapper json) {
        this.talk = talk;
        this.hub = hub;
        this.frames = frames;
        this.json = json;
    }

    public void receive(Participant participant, String text) {
        try {
            if (!participant.awaitJoined()) {
                return;
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return;
        }
        participant.answered();
        if (!participant.mayReceive()) {
            participant.end(Close.FLOODING);
            return;
        }
        answer(participant, text);
    }

    /** A frame that is no text at all, or too long to be read. */
    public void refuse(Participant participant, String code) {
        participant.offer(frames.error(Problem.detail(400, code), participant.language(), null));
    }

    private void answer(Participant participant, String text) {
        JsonNode frame = object(text);
        String clientId = frame == null ? null : textOf(frame, "client_id");
        try {
            act(participant, frame, clientId);
        } catch (Problem problem) {
            participant.offer(frames.error(problem, participant.language(), clientId));
        } catch (DataAccessException | TransactionException e) {
            log.warn("A frame could not be answered: {}", e.toString());
            participant.offer(frames.error(Problem.detail(503, "unavailable"), participant.language(), clientId));
        }
    }

    private JsonNode object(String text) {
        try {
            JsonNode frame = json.readTree(text);
            return frame.isObject() ? frame : null;
        } catch (JacksonException _) {
            return null;
        }
    }

    private void act(Participant participant, JsonNode frame, String clientId) {
        if (frame == null) {
            throw Problem.detail(400, "chat_bad_frame");
        }
        String type = frame.hasNonNull("type") ? textOf(frame, "type") : "message";
        switch (type == null ? "" : type) {
            case "message" -> say(participant, frame, clientId);
            case "read" -> talk.mark(participant.room(), sequence(frame), sequence(frame), participant.viewer());
            case "delivered" -> talk.mark(participant.room(), sequence(frame), 0, participant.viewer());
            case "typing" -> hub.typing(participant, frame.path("active").asBoolean(true));
            case "ping" -> participant.offer(frames.pong());
            default -> throw Problem.detail(400, "chat_unknown_type");
        }
    }

    private void say(Participant participant, JsonNode frame, String clientId) {
        if (frame.hasNonNull("client_id") && (clientId == null || clientId.isEmpty() || clientId.length() > LONGEST_CLIENT_ID)) {
            throw Problem.detail(400, "chat_bad_client_id", LONGEST_CLIENT_ID);
        }
        String message = textOf(frame, "message");
        if (message == null) {
            throw Problem.detail(400, "chat_no_message");
        }
        switch (talk.say(participant.room(), message, clientId, participant.viewer())) {
            // A new message reaches its sender as it reaches everybody; one sent again, the sender alone.
            case Saying.Said(var said, boolean again) when again -> participant.offer(frames.message(said));
            case Saying.Said _ -> {
            }
            case Saying refused -> throw Refusals.of(refused);
        }
    }

    private static long sequence(JsonNode frame) {
        JsonNode sequence = frame.path("sequence");
        if (!sequence.isIntegralNumber() || !sequence.canConvertToLong() || sequence.asLong() < 0) {
            throw Problem.detail(400, "chat_bad_sequence");
        }
        return sequence.asLong();
    }

    private static String textOf(JsonNode frame, String field) {
        JsonNode value = frame.path(field);
        return value.isString() ? value.asString() : null;
    }
}
