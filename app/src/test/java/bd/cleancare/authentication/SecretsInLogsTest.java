package bd.cleancare.authentication;

import static org.assertj.core.api.Assertions.assertThat;

import bd.cleancare.shared.PhoneNumber;
import bd.cleancare.testing.Api;
import bd.cleancare.testing.AppTest;
import bd.cleancare.testing.People;
import bd.cleancare.testing.SmsInbox;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** With our own loggers at their most talkative. */
@AppTest
@ExtendWith(OutputCaptureExtension.class)
class SecretsInLogsTest {

    @Autowired Api api;
    @Autowired SmsInbox inbox;
    @Autowired JdbcClient db;
    @Autowired LoggingSystem logging;

    @BeforeEach
    void talkative() {
        logging.setLogLevel("bd.cleancare", LogLevel.TRACE);
    }

    @AfterEach
    void quiet() {
        logging.setLogLevel("bd.cleancare", null);
    }

    @Test
    void noCodePhoneIdentityNumberPasswordOrTokenIsLogged(CapturedOutput output) {
        PhoneNumber phone = People.newPhone();
        String local = phone.canonical().substring(4);
        api.post("/api/auth/register/", Map.of("phone", phone.canonical(), "name", "কেউ", "password", "blue-door-key", "nid", "6234567890123"));
        String code = inbox.code(phone, 1);
        api.post("/api/auth/verify-otp/", Map.of("phone", phone.canonical(), "otp_code", code.equals("111111") ? "111112" : "111111"));
        var welcome = api.post("/api/auth/verify-otp/", Map.of("phone", phone.canonical(), "otp_code", code));
        String refresh = welcome.body().get("refresh_token").asString();
        api.post("/api/auth/login/", Map.of("phone", phone.canonical(), "password", "a-wrong-one"));
        api.post("/api/auth/register/", Map.of("phone", phone.canonical(), "name", "কেউ", "password", "blue-door-key"));
        api.post("/api/auth/refresh/", Map.of("refresh", refresh));
        db.sql("UPDATE sessions SET refresh_rotated_at = now() - interval '1 minute'").update();
        assertThat(api.post("/api/auth/refresh/", Map.of("refresh", refresh)).status()).isEqualTo(401);
        String logged = output.getAll();
        assertThat(logged).as("the capture works").contains("was used again");
        assertThat(logged).doesNotContain(local, "6234567890123", "blue-door-key", "a-wrong-one", refresh,
                welcome.body().get("access_token").asString());
        assertThat(logged).doesNotContainPattern("(?<![0-9])" + code + "(?![0-9])");
    }
}
