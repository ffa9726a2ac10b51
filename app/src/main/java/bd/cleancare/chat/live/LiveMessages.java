package bd.cleancare.chat.live;

import bd.cleancare.chat.ChatHistory;
import bd.cleancare.chat.ChatMessage;
import bd.cleancare.chat.RoomState;
import bd.cleancare.chat.Rooms;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Messages as a live room needs them. */
@Component
class LiveMessages {

    private final ChatHistory history;
    private final Rooms rooms;
    private final JsonMapper json;

    LiveMessages(ChatHistory history, Rooms rooms, JsonMapper json) {
        this.history = history;
        this.rooms = rooms;
        this.json = json;
    }

    List<ChatMessage> after(UUID room, long sequence, int most) {
        return history.after(room, sequence, most);
    }

    long lastSequence(UUID room) {
        RoomState state = rooms.states(Set.of(room)).get(room);
        return state == null ? 0 : state.lastSequence();
    }

    String frame(ChatMessage message) {
        return json.writeValueAsString(message);
    }
}
