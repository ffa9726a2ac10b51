package bd.cleancare.simulators.server;

import bd.cleancare.simulators.Client;
import bd.cleancare.simulators.Together;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;

import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FaultsTest {

    private final AtomicInteger worked = new AtomicInteger();
    private final SimulatorServer server = new SimulatorServer(Address.loopback(0), Clock.systemUTC());
    private Client client;

    @BeforeEach
    void start() {
        server.routes().post("/pay/{id}", request -> Answer.json(Json.object()
                .put("id", request.path("id")).put("amount", "500.00").put("count", worked.incrementAndGet())));
        server.routes().get("/pairs", request -> Answer.of(200, "text/xml", "<r>RESULT>OK^AMOUNT&gt;50000^X>1</r>"));
        server.start();
        client = new Client(server.baseUrl());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void plant(Map<String, ?> fault) throws Exception {
        assertThat(client.post("/__sim/faults", fault).status()).isEqualTo(201);
    }

    private Client.Reply pay() throws Exception {
        return client.post("/pay/7", "{}");
    }

    @Test
    void losesTheAnswerAfterTheWorkWasDone() throws Exception {
        plant(Map.of("endpoint", "POST /pay/*", "kind", "drop-after-commit"));

        assertThatThrownBy(this::pay).isInstanceOf(IOException.class);
        assertThat(worked).hasValue(1);
        assertThat(pay().status()).isEqualTo(200);
    }

    @Test
    void closesTheConnectionBeforeAnyWork() throws Exception {
        plant(Map.of("kind", "close"));

        assertThatThrownBy(this::pay).isInstanceOf(IOException.class);
        assertThat(worked).hasValue(0);
    }

    @Test
    void failsWithAStatusAndABodyOfChoice() throws Exception {
        plant(Map.of("kind", "status", "status", 503, "body", "{\"statusCode\":\"503\"}"));

        assertThat(pay()).extracting(Client.Reply::status, Client.Reply::body).containsExactly(503, "{\"statusCode\":\"503\"}");
        assertThat(worked).hasValue(0);
    }

    @Test
    void failsAfterTheWorkWhenToldTo() throws Exception {
        plant(Map.of("kind", "status", "after_commit", true));

        assertThat(pay().status()).isEqualTo(500);
        assertThat(worked).hasValue(1);
    }

    @Test
    void refusesTheCredentials() throws Exception {
        plant(Map.of("kind", "401"));

        assertThat(pay().status()).isEqualTo(401);
    }

    @Test
    void cutsTheJsonInHalf() throws Exception {
        plant(Map.of("kind", "malformed-json"));

        assertThatThrownBy(() -> pay().json()).isInstanceOf(JacksonException.class);
        assertThat(worked).hasValue(1);
    }

    @Test
    void showsAnErrorPageInsteadOfJson() throws Exception {
        plant(Map.of("kind", "html"));

        assertThat(pay().body()).startsWith("<!DOCTYPE html>");
    }

    @Test
    void waitsBeforeTheWork() throws Exception {
        plant(Map.of("kind", "delay", "delay_ms", 5_000));

        assertThatThrownBy(() -> client.send(client.request("/pay/7").timeout(Duration.ofMillis(300))
                .POST(java.net.http.HttpRequest.BodyPublishers.noBody()))).isInstanceOf(HttpTimeoutException.class);
        assertThat(worked).hasValue(0);
    }

    @Test
    void waitsAfterTheWorkWhenToldTo() throws Exception {
        plant(Map.of("kind", "delay", "delay_ms", 5_000, "after_commit", true));

        assertThatThrownBy(() -> client.send(client.request("/pay/7").timeout(Duration.ofMillis(300))
                .POST(java.net.http.HttpRequest.BodyPublishers.noBody()))).isInstanceOf(HttpTimeoutException.class);
        assertThat(worked).hasValue(1);
    }

    @Test
    void dripsTheAnswerSlowly() throws Exception {
        plant(Map.of("kind", "slow-drip", "delay_ms", 400));
        long start = System.nanoTime();

        assertThat(pay().text("amount")).isEqualTo("500.00");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(250));
    }

    @Test
    void liesAboutFieldsOfJsonAndOfPairs() throws Exception {
        plant(Map.of("endpoint", "/pay/*", "kind", "tamper", "set", Map.of("amount", "1.00", "count", "99")));
        plant(Map.of("endpoint", "GET /pairs", "kind", "tamper", "set", Map.of("AMOUNT", "1")));

        var lie = pay().json();
        assertThat(lie.path("amount").asString()).isEqualTo("1.00");
        assertThat(lie.path("count").isNumber()).isTrue();
        assertThat(lie.path("count").asInt()).isEqualTo(99);
        assertThat(client.get("/pairs").body()).isEqualTo("<r>RESULT>OK^AMOUNT&gt;1^X>1</r>");
    }

    @Test
    void hitsOnlyTheEndpointItIsMeantFor() throws Exception {
        plant(Map.of("endpoint", "GET /pay/*", "kind", "status"));
        plant(Map.of("endpoint", "POST /pay/8", "kind", "status"));

        assertThat(pay().status()).isEqualTo(200);
    }

    @Test
    void letsTheFirstRequestsPassWhenToldTo() throws Exception {
        plant(Map.of("kind", "status", "skip", 2));

        assertThat(List.of(pay().status(), pay().status(), pay().status(), pay().status())).containsExactly(200, 200, 500, 200);
    }

    @Test
    void hitsExactlyAsOftenAsPlantedUnderLoad() throws Exception {
        plant(Map.of("kind", "status", "times", 7));

        List<Integer> statuses = Together.run(60, () -> pay().status());

        assertThat(Collections.frequency(statuses, 500)).isEqualTo(7);
    }

    @Test
    void isOverAfterAReset() throws Exception {
        plant(Map.of("kind", "status", "times", -1));
        assertThat(pay().status()).isEqualTo(500);

        client.delete("/__sim/faults");

        assertThat(pay().status()).isEqualTo(200);
    }

    @Test
    void isRefusedWhenItsKindIsUnknown() throws Exception {
        assertThat(client.post("/__sim/faults", Map.of("kind", "earthquake")).status()).isEqualTo(400);
    }
}
