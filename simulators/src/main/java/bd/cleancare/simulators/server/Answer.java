package bd.cleancare.simulators.server;

import tools.jackson.databind.JsonNode;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** An HTTP answer. Everything the simulated gateways say is text, so the body is. */
public record Answer(int status, Map<String, String> headers, String body) {

    public static Answer json(JsonNode body) {
        return json(200, body);
    }

    public static Answer json(int status, JsonNode body) {
        return of(status, "application/json;charset=UTF-8", Json.write(body));
    }

    public static Answer html(String body) {
        return of(200, "text/html;charset=UTF-8", body);
    }

    public static Answer text(int status, String body) {
        return of(status, "text/plain;charset=UTF-8", body);
    }

    public static Answer of(int status, String contentType, String body) {
        return new Answer(status, Map.of("Content-Type", contentType), body);
    }

    public static Answer redirect(String location) {
        return new Answer(302, Map.of("Location", location), "");
    }

    public Answer withBody(String other) {
        return new Answer(status, headers, other);
    }

    boolean isJson() {
        return headers.getOrDefault("Content-Type", "").startsWith("application/json");
    }

    byte[] bytes() {
        return body.getBytes(StandardCharsets.UTF_8);
    }
}
