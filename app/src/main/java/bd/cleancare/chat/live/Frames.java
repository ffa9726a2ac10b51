package bd.cleancare.chat.live;

import bd.cleancare.chat.Mark;
import bd.cleancare.chat.Room;
import bd.cleancare.platform.i18n.Language;
import bd.cleancare.platform.web.ErrorBodies;
import bd.cleancare.platform.web.Problem;
import bd.cleancare.shared.Viewer;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The frames we send besides messages; each has a {@code type}. */
@Component
class Frames {

    /** @param online false once they left */
    record Presence(String type, UUID userId, String name, String role, boolean online) {

        static Presence of(Person person, boolean online) {
            return new Presence("presence", person.userId(), person.name(), person.role(), online);
        }
    }

    /** @param role {@code citizen} or {@code staff} */
    record Person(UUID userId, String name, String role) {
    }

    record Joined(String type, UUID roomId, UUID userId, String kind, long lastSequence, long readSequence, Instant closedAt, UUID assignedTo,
            String assignedToName, List<Person> present, List<Mark> marks) {
    }

    record Receipt(String type, UUID userId, long delivered, long read) {
    }

    record Typing(String type, UUID userId, boolean active) {
    }

    record Reconnect(String type, long afterMs) {
    }

    private final JsonMapper json;
    private final ErrorBodies errors;

    Frames(JsonMapper json, ErrorBodies errors) {
        this.json = json;
        this.errors = errors;
    }

    String joined(Room room, Viewer viewer, List<Person> present, List<Mark> marks) {
        long read = marks.stream().filter(mark -> mark.userId().equals(viewer.id())).mapToLong(Mark::read).findFirst().orElse(0);
        return json.writeValueAsString(new Joined("joined", room.id(), viewer.id(), room.kind().word(), room.lastSequence(), read, room.closedAt(),
                room.assignedTo(), room.assignedToName(), present, marks));
    }

    String presence(Person person, boolean online) {
        return json.writeValueAsString(Presence.of(person, online));
    }

    String receipt(Mark mark) {
        return json.writeValueAsString(new Receipt("receipt", mark.userId(), mark.delivered(), mark.read()));
    }

    String typing(UUID user, boolean active) {
        return json.writeValueAsString(new Typing("typing", user, active));
    }

    String reconnect(long afterMs) {
        return json.writeValueAsString(new Reconnect("reconnect", afterMs));
    }

    String pong() {
        return "{\"type\":\"pong\"}";
    }

    String message(Object message) {
        return json.writeValueAsString(message);
    }

    /** @param clientId of the message that was refused, or null */
    String error(Problem problem, Language language, String clientId) {
        Map<String, Object> frame = new LinkedHashMap<>();
        frame.put("type", "error");
        if (clientId != null) {
            frame.put("client_id", clientId);
        }
        errors.body(problem, language).forEach(frame::putIfAbsent);
        return json.writeValueAsString(frame);
    }
}
