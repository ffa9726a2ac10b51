package bd.cleancare.chat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.UUID;

/**
 * One entry of a room, the same in history and as a frame. What somebody said has no {@code type}; what happened has
 * {@code type: "event"} and its {@code event}.
 *
 * @param message text, never HTML
 * @param senderRole {@code citizen} or {@code staff}
 * @param clientId the sender's own name for it: sent again under the same one it is the same message
 * @param attachments JSON: a list of photos
 * @param details JSON of an event
 */
@JsonPropertyOrder({"message", "sender_id", "timestamp", "sequence", "room_id"})
public record ChatMessage(String message, UUID senderId, Instant timestamp, long sequence, UUID roomId, String senderName, String senderRole,
        @JsonInclude(JsonInclude.Include.NON_NULL) String clientId, @JsonRawValue String attachments,
        @JsonInclude(JsonInclude.Include.NON_NULL) String type, @JsonInclude(JsonInclude.Include.NON_NULL) String event,
        @JsonInclude(JsonInclude.Include.NON_NULL) @JsonRawValue String details) {

    @Override
    public String toString() {
        return "ChatMessage[" + roomId + ", " + sequence + "]";
    }
}
