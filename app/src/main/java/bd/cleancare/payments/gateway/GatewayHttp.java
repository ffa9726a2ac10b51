package bd.cleancare.payments.gateway;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The wire to one gateway: bounded in time, size and number of calls under way; no redirects. After many failures it stays off the
 * gateway for a while, so that a stalled one costs nobody's time.
 */
public final class GatewayHttp implements AutoCloseable {

    /** @param status of HTTP; {@code body} is a missing node where it is no JSON */
    public record Reply(int status, String text, JsonNode body) {

        public String field(String name) {
            return body.path(name).asString("");
        }
    }

    private static final int LONGEST_ANSWER = 256 * 1024;
    private static final Duration LONGEST_WAIT_FOR_A_SLOT = Duration.ofSeconds(2);
    private static final JsonMapper JSON = JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    private final HttpClient client;
    private final Duration readTimeout;
    private final Semaphore slots;
    private final CircuitBreaker breaker;

    public GatewayHttp(String name, GatewaySettings settings) {
        this.client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.connectTimeout()).build();
        this.readTimeout = settings.readTimeout();
        this.slots = new Semaphore(settings.concurrency());
        this.breaker = CircuitBreaker.of(name, CircuitBreakerConfig.custom()
                .slidingWindowType(CircuitBreakerConfig.SlidingWindowType.COUNT_BASED).slidingWindowSize(20).minimumNumberOfCalls(10)
                .failureRateThreshold(60).waitDurationInOpenState(settings.restAfterFailures()).permittedNumberOfCallsInHalfOpenState(3)
                .automaticTransitionFromOpenToHalfOpenEnabled(false).build());
    }

    /** @throws GatewayFault on anything but a complete HTTP answer */
    public Reply send(HttpRequest.Builder request) throws GatewayFault {
        if (!breaker.tryAcquirePermission()) {
            throw GatewayFault.notSent("resting after failures");
        }
        long begun = System.nanoTime();
        try {
            Reply reply = withSlot(request.timeout(readTimeout).build());
            record(begun, reply.status() >= 500);
            return reply;
        } catch (GatewayFault fault) {
            record(begun, true);
            throw fault;
        }
    }

    /** What a gateway says in a body that should have been JSON but was not is no answer. */
    public Reply sendForJson(HttpRequest.Builder request) throws GatewayFault {
        Reply reply = send(request);
        if (!reply.body().isObject() && !reply.body().isArray()) {
            throw GatewayFault.unclear("HTTP " + reply.status() + " without readable JSON");
        }
        return reply;
    }

    /** {@code closed} while all is well, {@code open} while the gateway is left alone. */
    public String state() {
        return breaker.getState().name().toLowerCase(java.util.Locale.ROOT);
    }

    public boolean resting() {
        return breaker.getState() == CircuitBreaker.State.OPEN;
    }

    /** The gateway will not have us: asking on would only lock the account. */
    public void rest() {
        breaker.transitionToOpenState();
    }

    /** After an operator has seen the gateway work again. */
    public void wake() {
        breaker.reset();
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private void record(long begun, boolean failed) {
        long took = System.nanoTime() - begun;
        if (failed) {
            breaker.onError(took, TimeUnit.NANOSECONDS, new IOException("gateway fault"));
        } else {
            breaker.onSuccess(took, TimeUnit.NANOSECONDS);
        }
    }

    private Reply withSlot(HttpRequest request) throws GatewayFault {
        try {
            if (!slots.tryAcquire(LONGEST_WAIT_FOR_A_SLOT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw GatewayFault.notSent("too many calls under way");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw GatewayFault.notSent("interrupted");
        }
        try {
            return exchange(request);
        } finally {
            slots.release();
        }
    }

    /** The client's own timeout ends with the headers; a body that drips must end in the same time. */
    private Reply exchange(HttpRequest request) throws GatewayFault {
        var answer = client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofString(), LONGEST_ANSWER));
        try {
            HttpResponse<String> response = answer.get(readTimeout.toMillis(), TimeUnit.MILLISECONDS);
            return new Reply(response.statusCode(), response.body(), parse(response.body()));
        } catch (TimeoutException _) {
            answer.cancel(true);
            throw GatewayFault.unclear("no answer in time");
        } catch (ExecutionException e) {
            throw fault(e.getCause());
        } catch (InterruptedException _) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw GatewayFault.unclear("interrupted");
        }
    }

    private static GatewayFault fault(Throwable cause) {
        boolean neverConnected = cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException;
        String reason = cause.getClass().getSimpleName();
        return neverConnected ? GatewayFault.notSent(reason) : GatewayFault.unclear(reason);
    }

    private static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException _) {
            return JSON.missingNode();
        }
    }
}
