package bd.cleancare.simulators.sms;

import bd.cleancare.simulators.Client;
import bd.cleancare.simulators.SettableClock;
import bd.cleancare.simulators.server.Address;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class AlphaSmsTest {

    private final SmsGateways.Credentials credentials = SmsGateways.Credentials.generate();
    private final SettableClock clock = new SettableClock("2026-11-22T06:00:00Z");
    private final SmsGateways gateways = SmsGateways.start(Address.loopback(0), credentials,
            new SmsGateways.Options(100, 1000, clock));
    private final Client client = new Client(gateways.baseUrl());
    private final String key = "?api_key=" + credentials.alphaApiKey();

    @AfterEach
    void stop() {
        gateways.close();
    }

    private Map<String, String> message() {
        return new HashMap<>(Map.of("api_key", credentials.alphaApiKey(), "to", "01712345678,8801812345678", "msg", "আপনার কোড ৭৭৮৮৯৯"));
    }

    @Test
    void sendsAndReportsTheRequest() throws Exception {
        var sent = client.form("/sendsms", message()).json();
        assertThat(sent.path("error").asInt()).isZero();

        var report = client.get("/report/request/" + sent.path("data").path("request_id").asLong() + "/" + key).json().path("data");
        assertThat(report.path("request_status").asString()).isEqualTo("Complete");
        assertThat(report.path("recipients")).hasSize(2);
        assertThat(report.path("recipients").path(0).path("number").asString()).isEqualTo("8801712345678");
        assertThat(client.get("/user/balance/" + key).json().path("data").path("balance").asString()).isEqualTo("9.50");
        assertThat(client.get("/inbox?phone=01812345678").json().path(0).path("code").asString()).isEqualTo("778899");
    }

    @Test
    void keepsAScheduledMessageUntilItsTimeInDhaka() throws Exception {
        var message = message();
        message.put("schedule", "2026-11-22 12:30:00");
        client.form("/sendsms", message);

        assertThat(client.get("/inbox").json()).isEmpty();
        clock.advance(Duration.ofMinutes(30));
        assertThat(client.get("/inbox").json()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"api_key,wrong,405", "msg,'',414", "to,12345,416", "schedule,2026-11-22 11:59:59,412", "schedule,tomorrow,412"})
    void refusesWithTheGatewaysOwnCode(String field, String value, int code) throws Exception {
        var message = message();
        message.put(field, value);

        assertThat(client.form("/sendsms", message).json().path("error").asInt()).isEqualTo(code);
        assertThat(client.get("/inbox").json()).isEmpty();
    }

    @Test
    void refusesATextLongerThanTheBalance() throws Exception {
        var message = message();
        message.put("msg", "ক".repeat(999));
        client.form("/sendsms", message);

        assertThat(client.form("/sendsms", message).json().path("error").asInt()).isEqualTo(417);
    }
}
