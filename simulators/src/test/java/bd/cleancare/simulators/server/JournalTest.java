package bd.cleancare.simulators.server;

import bd.cleancare.simulators.Client;
import bd.cleancare.simulators.Together;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class JournalTest {

    private final SimulatorServer server = new SimulatorServer(Address.loopback(0), Clock.systemUTC());
    private Client client;

    @BeforeEach
    void start() {
        server.routes().post("/execute", request -> Answer.text(200, "done"));
        server.start();
        client = new Client(server.baseUrl());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void keepsWhatWasAskedAndHowItEnded() throws Exception {
        client.with(Map.of("Authorization", "token")).post("/execute?a=1", "{\"paymentID\":\"P1\"}");

        var line = client.get("/__sim/journal").json().path(0);
        assertThat(line.path("method").asString()).isEqualTo("POST");
        assertThat(line.path("path").asString()).isEqualTo("/execute");
        assertThat(line.path("query").path("a").asString()).isEqualTo("1");
        assertThat(line.path("headers").path("Authorization").asString()).isEqualTo("token");
        assertThat(line.path("body").asString()).isEqualTo("{\"paymentID\":\"P1\"}");
        assertThat(line.path("status").asInt()).isEqualTo(200);
        assertThat(line.path("duration_ms").isIntegralNumber()).isTrue();
    }

    @Test
    void keepsRequestsToUnknownPathsToo() throws Exception {
        assertThat(client.get("/nowhere").status()).isEqualTo(404);

        assertThat(client.get("/__sim/journal?path=nowhere").json()).hasSize(1);
    }

    @Test
    void namesTheFaultThatHit() throws Exception {
        client.post("/__sim/faults", Map.of("kind", "status", "status", 502));
        client.post("/execute", "{}");

        var line = client.get("/__sim/journal").json().path(0);
        assertThat(line.path("fault").asString()).isEqualTo("status");
        assertThat(line.path("status").asInt()).isEqualTo(502);
    }

    @Test
    void numbersEveryRequestOnceUnderLoad() throws Exception {
        Together.run(100, () -> client.post("/execute", "{}"));

        List<Long> numbers = new ArrayList<>();
        client.get("/__sim/journal?path=/execute").json().forEach(line -> numbers.add(line.path("sequence").asLong()));
        assertThat(numbers).hasSize(100).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void isEmptyAfterAReset() throws Exception {
        client.post("/execute", "{}");

        client.delete("/__sim/journal");

        assertThat(client.get("/__sim/journal").json()).isEmpty();
    }
}
