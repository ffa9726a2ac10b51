package bd.cleancare.notifications;

import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A stored fact, read. */
record News(long sequence, Event event, String path, Map<String, String> values) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** @throws IllegalArgumentException for an event that this version does not know */
    static News read(long sequence, String event, String path, String values) {
        Event known = Event.ofWord(event).orElseThrow(() -> new IllegalArgumentException("an unknown event: " + event));
        return new News(sequence, known, path, JSON.readValue(values, new TypeReference<>() {
        }));
    }

    /** A number to recognise it by, null where there is none. */
    String reference() {
        return values.getOrDefault("tracking_number", values.getOrDefault("receipt_number", values.get("transaction_id")));
    }

    @Override
    public String toString() {
        return "News[" + sequence + ", " + event + "]";
    }
}
