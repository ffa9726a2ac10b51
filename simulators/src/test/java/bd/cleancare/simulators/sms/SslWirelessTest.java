package bd.cleancare.simulators.sms;

import bd.cleancare.simulators.Client;
import bd.cleancare.simulators.SettableClock;
import bd.cleancare.simulators.Together;
import bd.cleancare.simulators.server.Address;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import static org.assertj.core.api.Assertions.assertThat;

class SslWirelessTest {

    private final SmsGateways.Credentials credentials = SmsGateways.Credentials.generate();
    // 23:59 in Dhaka.
    private final SettableClock clock = new SettableClock("2026-11-22T17:59:00Z");
    private SmsGateways gateways;
    private Client client;

    @BeforeEach
    void start() {
        gateways = SmsGateways.start(Address.loopback(0), credentials,
                new SmsGateways.Options(100, 0, clock));
        client = new Client(gateways.baseUrl());
    }

    @AfterEach
    void stop() {
        gateways.close();
    }

    private Map<String, Object> message(String msisdn, String text, String csmsId) {
        Map<String, Object> body = new HashMap<>(Map.of("api_token", credentials.sslApiToken(), "sid", credentials.sslSid()));
        body.putAll(Map.of("msisdn", msisdn, "sms", text, "csms_id", csmsId));
        return body;
    }

    @Test
    void acceptsAMessageAndDeliversIt() throws Exception {
        var reply = client.post("/api/v3/send-sms", message("8801712345678", "(CleanCare) আপনার লগইন কোড ১২৩৪৫৬।", "A1")).json();

        assertThat(reply.path("status").asString()).isEqualTo("SUCCESS");
        assertThat(reply.path("status_code").asInt()).isEqualTo(200);
        var info = reply.path("smsinfo").path(0);
        assertThat(info.path("sms_status").asString()).isEqualTo("SUCCESS");
        assertThat(info.path("sms_type").asString()).isEqualTo("BN");
        assertThat(info.path("csms_id").asString()).isEqualTo("A1");

        var received = client.get("/inbox?phone=+8801712345678").json().path(0);
        assertThat(received.path("code").asString()).isEqualTo("123456");
        assertThat(received.path("provider").asString()).isEqualTo("sslwireless");
        assertThat(received.path("id").asString()).isEqualTo(info.path("reference_id").asString());
    }

    @Test
    void takesACsmsIdOnlyOnceADayOfDhaka() throws Exception {
        client.post("/api/v3/send-sms", message("8801712345678", "first", "SAME"));

        assertThat(client.post("/api/v3/send-sms", message("8801712345678", "again", "SAME")).json().path("status_code").asInt())
                .isEqualTo(4023);
        clock.advance(Duration.ofSeconds(61));
        assertThat(client.post("/api/v3/send-sms", message("8801712345678", "next day", "SAME")).json().path("status_code").asInt())
                .isEqualTo(200);
        assertThat(client.get("/inbox").json()).hasSize(2);
    }

    @Test
    void deliversOnceWhenFiftyCallersUseTheSameCsmsId() throws Exception {
        List<Integer> codes = Together.run(50, () ->
                client.post("/api/v3/send-sms", message("8801712345678", "once", "RACE")).json().path("status_code").asInt());

        assertThat(codes).containsOnly(200, 4023);
        assertThat(Collections.frequency(codes, 200)).isOne();
        assertThat(client.get("/inbox").json()).hasSize(1);
    }

    @Test
    void losesNoMessageUnderLoad() throws Exception {
        AtomicInteger next = new AtomicInteger();
        Together.run(80, () -> client.post("/api/v3/send-sms", message("8801712345678", "hello", "L" + next.incrementAndGet())));

        assertThat(client.get("/inbox?limit=1000").json()).hasSize(80);
    }

    @Test
    void givesEachNumberOfABulkItsOwnVerdict() throws Exception {
        Map<String, Object> body = message("unused", "notice", "unused");
        body.put("msisdn", List.of("8801712345678", "8801112345678"));
        body.put("batch_csms_id", "B1");

        var info = client.post("/api/v3/send-sms/bulk", body).json().path("smsinfo");

        assertThat(info.path(0).path("sms_status").asString()).isEqualTo("SUCCESS");
        assertThat(info.path(1).path("sms_status").asString()).isEqualTo("INVALID");
    }

    @Test
    void reportsADuplicateInsideADynamicRequestBesideTheGoodOnes() throws Exception {
        Map<String, Object> body = message("unused", "unused", "unused");
        body.put("sms", List.of(Map.of("msisdn", "8801712345678", "text", "one", "csms_id", "D1"),
                Map.of("msisdn", "8801712345679", "text", "two", "csms_id", "D1")));

        var reply = client.post("/api/v3/send-sms/dynamic", body).json();

        assertThat(reply.path("status_code").asInt()).isEqualTo(200);
        assertThat(reply.path("smsinfo").path(0).path("sms_status").asString()).isEqualTo("SUCCESS");
        assertThat(reply.path("smsinfo").path(1).path("sms_status").asString()).isEqualTo("DUPLICATE");
        assertThat(client.get("/inbox").json()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"api_token,wrong,4001", "sid,WRONG,4002", "csms_id,not-alnum,4020", "csms_id,A23456789012345678901,4020",
            "sms,'',4022", "msisdn,hello,4025"})
    void refusesWithTheGatewaysOwnCode(String field, String value, int code) throws Exception {
        Map<String, Object> body = message("8801712345678", "hello", "R1");
        body.put(field, value);

        var reply = client.post("/api/v3/send-sms", body);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path("status_code").asInt()).isEqualTo(code);
        assertThat(reply.text("status")).isEqualTo("FAILED");
        assertThat(client.get("/inbox").json()).isEmpty();
    }

    @Test
    void refusesABodyThatIsNoJsonAndATextThatIsTooLong() throws Exception {
        assertThat(client.post("/api/v3/send-sms", "hello").json().path("status_code").asInt()).isEqualTo(4005);
        assertThat(client.post("/api/v3/send-sms", message("8801712345678", "x".repeat(1001), "X")).json().path("status_code").asInt())
                .isEqualTo(4027);
    }
}
