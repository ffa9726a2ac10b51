package bd.cleancare.simulators.sms;

import bd.cleancare.simulators.Client;
import bd.cleancare.simulators.Together;
import bd.cleancare.simulators.server.Address;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Clock;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class BulkSmsBdTest {

    private final SmsGateways.Credentials credentials = SmsGateways.Credentials.generate();
    // Enough for ten segments.
    private final SmsGateways gateways = SmsGateways.start(Address.loopback(0), credentials,
            new SmsGateways.Options(100, 250, Clock.systemUTC()));
    private final Client client = new Client(gateways.baseUrl());

    @AfterEach
    void stop() {
        gateways.close();
    }

    private Map<String, String> message() {
        return new HashMap<>(Map.of("api_key", credentials.bulkSmsApiKey(), "senderid", credentials.bulkSmsSenderId(),
                "type", "text", "number", "8801712345678", "message", "Your code is 445566"));
    }

    @Test
    void acceptsGetFormAndJsonAlike() throws Exception {
        assertThat(client.get("/api/smsapi?" + Client.encode(message())).json().path("response_code").asInt()).isEqualTo(202);
        assertThat(client.form("/api/smsapi", message()).json().path("response_code").asInt()).isEqualTo(202);
        assertThat(client.post("/api/smsapi", message()).json().path("response_code").asInt()).isEqualTo(202);

        var inbox = client.get("/inbox").json();
        assertThat(inbox).hasSize(3).allSatisfy(received -> {
            assertThat(received.path("provider").asString()).isEqualTo("bulksmsbd");
            assertThat(received.path("code").asString()).isEqualTo("445566");
        });
    }

    @Test
    void sendsOneTextToAListOfNumbers() throws Exception {
        var message = message();
        message.put("number", "8801712345678,01812345678");

        client.form("/api/smsapi", message);

        assertThat(client.get("/inbox?phone=+8801812345678").json()).hasSize(1);
        assertThat(client.get("/inbox").json()).hasSize(2);
    }

    @Test
    void sendsManyTextsInOneRequest() throws Exception {
        var body = Map.of("api_key", credentials.bulkSmsApiKey(), "senderid", credentials.bulkSmsSenderId(),
                "messages", List.of(Map.of("to", "8801712345678", "message", "one"), Map.of("to", "8801812345678", "message", "two")));

        assertThat(client.post("/api/smsapimany", body).json().path("response_code").asInt()).isEqualTo(202);
        assertThat(client.get("/inbox").json().path(0).path("message").asString()).isEqualTo("two");
    }

    @ParameterizedTest
    @CsvSource({"api_key,wrong,1011", "senderid,wrong,1002", "message,'',1003", "number,8801112345678,1001"})
    void refusesWithTheGatewaysOwnCode(String field, String value, int code) throws Exception {
        var message = message();
        message.put(field, value);

        assertThat(client.form("/api/smsapi", message).json().path("response_code").asInt()).isEqualTo(code);
        assertThat(client.get("/inbox").json()).isEmpty();
    }

    @Test
    void sendsNoMoreThanTheBalancePaysForWhateverTheLoad() throws Exception {
        List<Integer> codes = Together.run(30, () -> client.form("/api/smsapi", message()).json().path("response_code").asInt());

        assertThat(Collections.frequency(codes, 202)).isEqualTo(10);
        assertThat(Collections.frequency(codes, 1007)).isEqualTo(20);
        assertThat(client.get("/inbox").json()).hasSize(10);
        assertThat(client.get("/api/getBalanceApi?api_key=" + credentials.bulkSmsApiKey()).json().path("balance").decimalValue())
                .isEqualByComparingTo("0");
    }
}
