package bd.cleancare.notifications;

import tools.jackson.databind.json.JsonMapper;

/** What a mail or a push says; an SMS is only its text. */
record Letter(String subject, String body, String path, String language) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    String stored() {
        return JSON.writeValueAsString(this);
    }

    static Letter of(String stored) {
        return JSON.readValue(stored, Letter.class);
    }

    @Override
    public String toString() {
        return "Letter[" + path + "]";
    }
}
