package bd.cleancare.notifications.sms;

import static org.assertj.core.api.Assertions.assertThat;

import bd.cleancare.notifications.sms.SmsProvider.Outcome;
import bd.cleancare.notifications.sms.SmsProvider.Outgoing;
import bd.cleancare.shared.PhoneNumber;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each code of each gateway means for the message: taken, later, nobody knows, never; and for our account there. */
class GatewayAnswersTest {

    private static HttpServer server;
    private static SmsSettings settings;
    private static volatile String answer;
    private static volatile int status;

    @BeforeAll
    static void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        settings = new SmsSettings("ssl-wireless", "bulksmsbd", 1, 1, Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofDays(1), BigDecimal.TEN, false,
                new SmsSettings.Ssl(url, "t", "s", ""), new SmsSettings.Bulk(url, "k", "s", ""), new SmsSettings.Alpha(url, "k", "", ""));
    }

    @AfterAll
    static void stop() {
        server.stop(0);
    }

    @ParameterizedTest
    @CsvSource({"4001,refused,true", "4002,refused,true", "4003,refused,true", "4004,refused,false", "4005,refused,false", "4020,refused,false", "4022,refused,false",
            "4025,refused,false", "4026,refused,false", "4027,refused,false", "4029,later,false", "4030,later,true", "4031,later,false", "5000,unknown,false"})
    void sslWireless(int code, String outcome, boolean account) {
        answers(200, "{\"status_code\":" + code + "}");
        assertIs(new SslWireless(settings, new SmsHttp(settings)).send(message(false)), outcome, account);
    }

    @Test
    void sslWirelessRecognisesARepetitionAndRefusesSingleNumbers() {
        var gateway = new SslWireless(settings, new SmsHttp(settings));
        answers(200, "{\"status_code\":4023}");
        assertIs(gateway.send(message(true)), "accepted", false);
        assertIs(gateway.send(message(false)), "refused", false);
        answers(200, "{\"status_code\":200,\"smsinfo\":[{\"sms_status\":\"SUCCESS\",\"reference_id\":\"R1\"}]}");
        assertThat(gateway.send(message(false))).isEqualTo(new Outcome.Accepted("R1"));
        answers(200, "{\"status_code\":200,\"smsinfo\":[{\"sms_status\":\"INVALID\"}]}");
        assertIs(gateway.send(message(false)), "refused", false);
        answers(200, "{\"status_code\":200,\"smsinfo\":[{\"sms_status\":\"DUPLICATE\"}]}");
        assertIs(gateway.send(message(true)), "accepted", false);
    }

    @ParameterizedTest
    @CsvSource({"202,accepted,false", "1001,refused,false", "1002,refused,true", "1003,refused,false", "1005,later,false", "1006,refused,true", "1007,refused,true",
            "1011,refused,true", "1012,refused,false", "1013,refused,true", "1021,refused,true", "1031,refused,true", "1032,refused,true"})
    void bulkSmsBd(int code, String outcome, boolean account) {
        var gateway = new BulkSmsBd(settings, new SmsHttp(settings));
        answers(200, "{\"response_code\":" + code + "}");
        assertIs(gateway.send(message(false)), outcome, account);
        answers(200, String.valueOf(code));
        assertIs(gateway.send(message(false)), outcome, account);
    }

    @ParameterizedTest
    @CsvSource({"0,accepted,false", "400,refused,true", "403,refused,true", "404,refused,true", "405,refused,true", "409,later,false", "410,refused,true", "411,refused,true",
            "412,refused,false", "413,refused,true", "414,refused,false", "415,refused,false", "416,refused,false", "417,refused,true", "420,refused,false", "421,refused,true"})
    void alphaSms(int error, String outcome, boolean account) {
        answers(200, "{\"error\":" + error + ",\"data\":{\"request_id\":7}}");
        assertIs(new AlphaSms(settings, new SmsHttp(settings)).send(message(false)), outcome, account);
    }

    @ParameterizedTest
    @CsvSource({"500,later", "503,later", "429,later", "302,later", "502,unknown", "504,unknown", "200,unknown"})
    void whatIsNoAnswerOfTheGateway(int code, String outcome) {
        answers(code, "<html>");
        assertIs(new BulkSmsBd(settings, new SmsHttp(settings)).send(message(false)), outcome, false);
    }

    private static void answers(int code, String body) {
        status = code;
        answer = body;
    }

    private static Outgoing message(boolean repeated) {
        return new Outgoing("id", new PhoneNumber("+8801711111111"), "(CleanCare) x", repeated, Duration.ofSeconds(5));
    }

    private static void assertIs(Outcome outcome, String expected, boolean ofOurAccount) {
        boolean account = switch (outcome) {
            case Outcome.Refused refused -> refused.account();
            case Outcome.TryAgain later -> later.account();
            case Outcome.Accepted _, Outcome.Unknown _ -> false;
        };
        String is = switch (outcome) {
            case Outcome.Refused _ -> "refused";
            case Outcome.TryAgain _ -> "later";
            case Outcome.Accepted _ -> "accepted";
            case Outcome.Unknown _ -> "unknown";
        };
        assertThat(is).as(outcome.toString()).isEqualTo(expected);
        assertThat(account).as(outcome.toString()).isEqualTo(ofOurAccount);
    }
}
