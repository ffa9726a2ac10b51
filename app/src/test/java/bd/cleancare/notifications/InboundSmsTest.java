package bd.cleancare.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import bd.cleancare.notifications.sms.SmsSettings;
import bd.cleancare.shared.PhoneNumber;
import bd.cleancare.testing.Api;
import bd.cleancare.testing.AppTest;
import bd.cleancare.testing.Await;
import bd.cleancare.testing.People;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@AppTest
class InboundSmsTest {

    @Autowired Api api;
    @Autowired SmsSettings settings;
    @Autowired JdbcClient db;

    private final PhoneNumber phone = People.newPhone();

    @Test
    void anAnswerComesInOnceUnderTheSecretAndIsTold() {
        String reference = UUID.randomUUID().toString();
        for (int i = 0; i < 3; i++) {
            assertThat(send(settings.sslWireless().inboundSecret(), reference).status()).isEqualTo(200);
        }
        Await.until(() -> count("told_at IS NOT NULL") == 1);
        assertThat(count("true")).isOne();
        assertThat(db.sql("SELECT body FROM sms_received WHERE phone = ?").param(phone.canonical()).query(byte[].class).single())
                .as("encrypted").isNotEqualTo("5".getBytes());
    }

    @Test
    void eachGatewayShowsItsOwnSecretAndCountsItsOwnMessages() {
        var secrets = List.of(settings.sslWireless().inboundSecret(), settings.bulksmsbd().inboundSecret(), settings.alphaSms().inboundSecret());
        assertThat(secrets).doesNotHaveDuplicates();
        String reference = UUID.randomUUID().toString();
        secrets.forEach(secret -> assertThat(send(secret, reference).status()).isEqualTo(200));
        assertThat(count("true")).as("the same number at three gateways").isEqualTo(3);
    }

    @Test
    void gatewaysThatCanOnlyAddAParameterShowItInTheForm() {
        var answer = api.post("/api/sms/inbound/", Map.of("from", phone.local(), "text", "5", "secret", settings.bulksmsbd().inboundSecret()));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(count("true")).isOne();
    }

    @Test
    void withoutTheSecretTheAddressDoesNotExist() {
        assertThat(send("wrong", "x").status()).isEqualTo(404);
        assertThat(api.post("/api/sms/inbound/", Map.of("from", phone.local(), "text", "5")).status()).isEqualTo(404);
        assertThat(count("true")).isZero();
    }

    @Test
    void whatIsNoAnswerIsRefusedByField() {
        var answer = api.with("X-Inbound-Secret", settings.sslWireless().inboundSecret()).post("/api/sms/inbound/", Map.of("from", "12", "text", " "));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().propertyNames()).contains("from", "text");
    }

    private Api.Answer send(String secret, String reference) {
        return api.with("X-Inbound-Secret", secret).post("/api/sms/inbound/", Map.of("from", phone.local(), "text", "৫", "id", reference));
    }

    private long count(String condition) {
        return db.sql("SELECT count(*) FROM sms_received WHERE phone = ? AND " + condition).param(phone.canonical()).query(Long.class).single();
    }
}
