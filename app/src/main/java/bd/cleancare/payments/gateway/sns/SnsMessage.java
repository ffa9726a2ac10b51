package bd.cleancare.payments.gateway.sns;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An envelope of Amazon's notification service. */
record SnsMessage(JsonNode fields) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> OF_NOTIFICATION = List.of("Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type");
    private static final List<String> OF_SUBSCRIPTION = List.of("Message", "MessageId", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type");

    /** Null where the text is no envelope. */
    static SnsMessage parse(String text) {
        try {
            JsonNode fields = JSON.readTree(text);
            return fields.isObject() ? new SnsMessage(fields) : null;
        } catch (JacksonException _) {
            return null;
        }
    }

    String field(String name) {
        return fields.path(name).asString("");
    }

    boolean isNotification() {
        return field("Type").equals("Notification");
    }

    boolean isSubscription() {
        return field("Type").equals("SubscriptionConfirmation");
    }

    /** What the sender signed: each name and each value on a line of its own, in the order of the names. */
    byte[] signed() {
        var text = new StringBuilder();
        for (String name : isNotification() ? OF_NOTIFICATION : OF_SUBSCRIPTION) {
            if (!fields.path(name).isMissingNode()) {
                text.append(name).append('\n').append(field(name)).append('\n');
            }
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Null where it cannot be read. */
    Instant timestamp() {
        try {
            return Instant.parse(field("Timestamp"));
        } catch (DateTimeException _) {
            return null;
        }
    }

    /** What bKash wrote; a missing node where that is no JSON. */
    JsonNode message() {
        try {
            return JSON.readTree(field("Message"));
        } catch (JacksonException _) {
            return JSON.missingNode();
        }
    }
}
