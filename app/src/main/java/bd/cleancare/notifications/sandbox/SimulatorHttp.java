package bd.cleancare.notifications.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the sandbox's pages ask a simulator. */
final class SimulatorHttp {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private SimulatorHttp() {
    }

    static JsonNode get(String address) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(5)));
    }

    /** With time for the simulator to call back before it answers. */
    static JsonNode post(String address, Object body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(15)).POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    private static JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return JSON.readTree(HTTP.send(request.build(), BodyHandlers.ofString()).body());
    }
}
