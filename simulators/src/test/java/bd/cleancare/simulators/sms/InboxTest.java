package bd.cleancare.simulators.sms;

import bd.cleancare.simulators.Client;
import bd.cleancare.simulators.server.Address;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class InboxTest {

    private final SmsGateways.Credentials credentials = SmsGateways.Credentials.generate();
    private final SmsGateways gateways = SmsGateways.start(Address.loopback(0), credentials,
            new SmsGateways.Options(3, 100_000, Clock.systemUTC()));
    private final Client client = new Client(gateways.baseUrl());

    @AfterEach
    void stop() {
        gateways.close();
    }

    private void send(String phone, String text) throws Exception {
        client.form("/sendsms", Map.of("api_key", credentials.alphaApiKey(), "to", phone, "msg", text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+8801712345678", "8801712345678", "008801712345678", "01712345678", "1712345678", "০১৭১২-৩৪৫৬৭৮"})
    void knowsAPhoneHoweverItIsWritten(String written) throws Exception {
        send("01712345678", "hello");
        send("01812345678", "not for you");

        var found = client.get("/inbox?phone=" + URLEncoder.encode(written, StandardCharsets.UTF_8)).json();

        assertThat(found).hasSize(1);
        assertThat(found.path(0).path("phone").asString()).isEqualTo("+8801712345678");
    }

    @ParameterizedTest
    @CsvSource({"code 123456 please,123456", "কোড ১২৩৪৫৬।,123456", "from 01712345678 code 654321,654321", "only 12345,",
            "'@app.example #112233',112233", "1234567,"})
    void findsTheCodeInAMessage(String text, String code) throws Exception {
        send("01712345678", text);

        assertThat(client.get("/inbox").json().path(0).path("code").asString(null)).isEqualTo(code);
    }

    @Test
    void showsTheNewestFirstAndNoMoreThanAsked() throws Exception {
        send("01712345678", "older");
        send("01712345678", "newer");

        var found = client.get("/inbox?limit=1").json();

        assertThat(found).hasSize(1);
        assertThat(found.path(0).path("message").asString()).isEqualTo("newer");
    }

    @Test
    void forgetsTheOldestWhenItIsFull() throws Exception {
        for (String text : new String[] {"one", "two", "three", "four"}) {
            send("01712345678", text);
        }

        assertThat(client.get("/inbox").json()).hasSize(3).noneSatisfy(
                message -> assertThat(message.path("message").asString()).isEqualTo("one"));
    }

    @Test
    void findsNothingForANumberNobodyCanHave() throws Exception {
        send("01712345678", "hello");

        assertThat(client.get("/inbox?phone=12345").json()).isEmpty();
    }
}
