package bd.cleancare.payments;

import java.io.IOException;
import java.io.UncheckedIOException;
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

/** A simulated gateway from outside: its payer, its faults, its journal and its money. */
public record GatewayControl(String baseUrl) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** The payer decides; with {@code follow} the browser goes back to us as well. */
    public JsonNode payer(String gatewayPaymentId, Map<String, Object> wish) {
        return send("POST", "/__sim/pay/" + URLEncoder.encode(gatewayPaymentId, StandardCharsets.UTF_8), wish);
    }

    public JsonNode pays(String gatewayPaymentId) {
        return payer(gatewayPaymentId, Map.of("follow", true, "wallet", wallet()));
    }

    public JsonNode paysWithoutComingBack(String gatewayPaymentId) {
        return payer(gatewayPaymentId, Map.of("wallet", wallet()));
    }

    /** Another each time: bKash takes the same amount from the same wallet within two minutes for a mistake. */
    private static String wallet() {
        return "017" + String.format("%08d", Math.abs(System.nanoTime() / 1000 % 100_000_000));
    }

    public void fault(Map<String, Object> fault) {
        send("POST", "/__sim/faults", fault);
    }

    public void heal() {
        send("DELETE", "/__sim/faults", null);
    }

    public int calls(String path, String bodyPart) {
        int calls = 0;
        for (JsonNode line : send("GET", "/__sim/journal?path=" + path, null)) {
            calls += line.path("body").asString("").contains(bodyPart) || line.path("path").asString("").contains(bodyPart) ? 1 : 0;
        }
        return calls;
    }

    /** How many requests of a path wait for their answer at this moment. */
    public int unanswered(String path) {
        int waiting = 0;
        for (JsonNode line : send("GET", "/__sim/journal?path=" + path, null)) {
            waiting += line.path("status").isNull() ? 1 : 0;
        }
        return waiting;
    }

    public JsonNode money() {
        return send("GET", "/__sim/money", null);
    }

    public JsonNode send(String method, String path, Object body) {
        var request = HttpRequest.newBuilder(URI.create(baseUrl + path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(JSON.writeValueAsString(body)));
        try {
            String text = HTTP.send(request.build(), BodyHandlers.ofString()).body();
            return text.startsWith("{") || text.startsWith("[") ? JSON.readTree(text) : JSON.getNodeFactory().stringNode(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
