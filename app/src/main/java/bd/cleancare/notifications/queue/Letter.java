package bd.cleancare.notifications.queue;

import tools.jackson.databind.json.JsonMapper;

/** What a mail or a push says; an SMS is only its text. */
public record Letter(String subject, String body, String path, String language) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public String stored() {
        return JSON.writeValueAsString(this);
    }

    public static Letter of(String stored) {
        return JSON.readValue(stored, Letter.class);
    }

    @Override
    public String toString() {
        return "Letter[" + path + "]";
    }
}
