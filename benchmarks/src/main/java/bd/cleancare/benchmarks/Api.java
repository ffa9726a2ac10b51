package bd.cleancare.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a benchmark needs before the load: accounts, tokens, complaints. Not measured. */
final class Api {

    static final String PASSWORD = "benchmark-" + Long.toString(System.nanoTime(), 36);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;

    Api(int port) {
        this.base = "http://127.0.0.1:" + port;
    }

    /** Registers a citizen, confirms the code out of the simulated SMS and answers the access token. */
    String register(String phone) throws IOException, InterruptedException {
        post("/api/auth/register/", null, Map.of("phone", phone, "name", "Benchmark", "password", PASSWORD));
        return post("/api/auth/verify-otp/", null, Map.of("phone", phone, "otp_code", code(phone))).path("access_token").asString();
    }

    String login(String phone) throws IOException, InterruptedException {
        return post("/api/auth/login/", null, Map.of("phone", phone, "password", PASSWORD)).path("access_token").asString();
    }

    String fileComplaint(String token) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(base + "/api/complaints/")).header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token).POST(BodyPublishers.ofString(Scenarios.COMPLAINT))).path("id").asString();
    }

    private String code(String phone) throws IOException, InterruptedException {
        String path = "/sandbox/sms/?phone=" + URLEncoder.encode(phone, StandardCharsets.UTF_8);
        for (int i = 0; i < 100; i++) {
            JsonNode newest = send(HttpRequest.newBuilder(URI.create(base + path)).GET()).path(0);
            if (!newest.isMissingNode()) {
                return newest.path("code").asString();
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException("no SMS arrived");
    }

    private JsonNode post(String path, String token, Map<String, String> body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(base + path)).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = http.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body());
    }
}
