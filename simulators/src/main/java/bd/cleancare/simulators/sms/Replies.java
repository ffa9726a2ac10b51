package bd.cleancare.simulators.sms;

import bd.cleancare.simulators.server.Answer;
import bd.cleancare.simulators.server.Json;
import bd.cleancare.simulators.server.Request;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Somebody answers by SMS: the gateway hands it to the address that its customer gave it, as a form with the agreed secret in it. */
final class Replies {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** {@code {"url","secret","phone","text"}}; tells what the customer answered. */
    Answer send(Request request) {
        JsonNode wanted = request.json();
        var fields = new LinkedHashMap<String, String>();
        fields.put("id", UUID.randomUUID().toString());
        fields.put("from", Json.text(wanted, "phone"));
        fields.put("text", Json.text(wanted, "text"));
        fields.put("secret", Json.text(wanted, "secret"));
        try {
            int status = client.send(HttpRequest.newBuilder(URI.create(Json.text(wanted, "url"))).timeout(PATIENCE)
                    .header("Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString(form(fields))).build(),
                    BodyHandlers.discarding()).statusCode();
            return Answer.json(Json.object().put("status", status));
        } catch (IOException | IllegalArgumentException unreachable) {
            return Answer.json(502, Json.object().put("error", unreachable.toString()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Answer.json(502, Json.object().put("error", "interrupted"));
        }
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream().map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
