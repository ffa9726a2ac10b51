package bd.cleancare.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** People who pay, one payment after the other: start it, agree on the gateway's page, come back and see it paid. */
final class Payers implements AutoCloseable {

    private static final Duration BEFORE_TRYING_AGAIN = Duration.ofSeconds(10);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newBuilder().executor(Executors.newVirtualThreadPerTaskExecutor()).build();
    private final String base;
    private final String token;
    private final GatewaysUnderLoad gateways;
    private final AtomicLong wallets = new AtomicLong();
    private final Latencies starts = new Latencies();
    private final Latencies returns = new Latencies();
    private volatile boolean going;

    Payers(int port, String token, GatewaysUnderLoad gateways) {
        this.base = "http://127.0.0.1:" + port;
        this.token = token;
        this.gateways = gateways;
    }

    Latencies starts() {
        return starts;
    }

    Latencies returns() {
        return returns;
    }

    /** All four methods in turn, by so many at once. */
    void pay(int atOnce, Duration time) throws InterruptedException {
        going = true;
        long begun = System.nanoTime();
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < atOnce; i++) {
                String method = gateways.methods().get(i % gateways.methods().size());
                people.submit(() -> {
                    while (going) {
                        payOne(method);
                    }
                });
            }
            Thread.sleep(time);
            going = false;
        }
        starts.took(System.nanoTime() - begun);
        returns.took(System.nanoTime() - begun);
    }

    /** People who only try to begin, at a gateway that does not answer; each reads what the page says and tries again after ten seconds. */
    Runnable hang(int atOnce, String method) {
        going = true;
        var people = Executors.newVirtualThreadPerTaskExecutor();
        for (int i = 0; i < atOnce; i++) {
            people.submit(() -> {
                while (going) {
                    start(method);
                    Thread.sleep(BEFORE_TRYING_AGAIN);
                }
                return null;
            });
        }
        return () -> {
            going = false;
            people.shutdownNow();
        };
    }

    private void payOne(String method) {
        try {
            JsonNode begun = start(method);
            String id = begun == null ? null : gatewayId(method, begun);
            if (id == null) {
                return;
            }
            http.send(HttpRequest.newBuilder(URI.create(gateways.baseUrl(method) + "/__sim/pay/" + encoded(id)))
                    .POST(BodyPublishers.ofString("{\"wallet\":\"017%08d\"}".formatted(wallets.incrementAndGet()))).build(), BodyHandlers.discarding());
            comeBack(method, id);
        } catch (IOException e) {
            note(returns, 0, false);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private JsonNode start(String method) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        var answer = http.send(HttpRequest.newBuilder(URI.create(base + "/api/payments/process/")).header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token).timeout(Duration.ofSeconds(60))
                .POST(BodyPublishers.ofString("{\"service_type\":\"Holding Tax\",\"amount\":500,\"payment_method\":\"" + method + "\",\"phone_number\":\"+8801711111111\"}")).build(),
                BodyHandlers.ofString());
        note(starts, System.nanoTime() - begun, answer.statusCode() == 200);
        return answer.statusCode() == 200 ? JSON.readTree(answer.body()) : null;
    }

    private void comeBack(String method, String id) throws IOException, InterruptedException {
        String path = base + "/api/payments/" + method + "/callback/";
        var request = switch (method) {
            case "bkash" -> HttpRequest.newBuilder(URI.create(path + "?status=success&paymentID=" + encoded(id)));
            case "nagad" -> HttpRequest.newBuilder(URI.create(path + "?payment_ref_id=" + encoded(id)));
            case "upay" -> HttpRequest.newBuilder(URI.create(path + "?status=successful&invoice_id=" + encoded(id)));
            default -> HttpRequest.newBuilder(URI.create(path)).header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString("trans_id=" + encoded(id)));
        };
        long begun = System.nanoTime();
        var answer = http.send(request.header("Accept", "application/json").timeout(Duration.ofSeconds(60)).build(), BodyHandlers.ofString());
        note(returns, System.nanoTime() - begun, answer.body().contains("Payment successful"));
    }

    /** What the payer's page at the gateway calls the payment. */
    private static String gatewayId(String method, JsonNode begun) {
        String url = begun.path("redirect_url").asString("");
        return switch (method) {
            case "bkash" -> parameter(url, "paymentId");
            case "rocket" -> parameter(url, "trans_id");
            case "nagad" -> URLDecoder.decode(url.substring(url.lastIndexOf('/') + 1), StandardCharsets.UTF_8);
            default -> begun.path("transaction_id").asString();
        };
    }

    private static String parameter(String url, String name) {
        for (String pair : url.substring(url.indexOf('?') + 1).split("&")) {
            if (pair.startsWith(name + "=")) {
                return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
            }
        }
        return null;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static void note(Latencies latencies, long nanos, boolean success) {
        synchronized (latencies) {
            latencies.note(nanos, success);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
