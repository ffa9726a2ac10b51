package bd.cleancare.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import bd.cleancare.notifications.queue.Lane;
import bd.cleancare.notifications.sms.SmsSettings;
import bd.cleancare.shared.PhoneNumber;
import bd.cleancare.testing.Api;
import bd.cleancare.testing.AppTest;
import bd.cleancare.testing.Await;
import bd.cleancare.testing.People;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

@AppTest
class SmsTest {

    private static final String SSL = "POST /api/v3/send-sms";
    private static final String BULK = "POST /api/smsapi";

    @Autowired Sms sms;
    @Autowired SmsSettings settings;
    @Autowired JdbcClient db;
    @Autowired TransactionTemplate transaction;
    @Autowired Api api;

    private final PhoneNumber phone = People.newPhone();

    @AfterEach
    void healGateways() {
        simulator("DELETE", "/__sim/faults", "");
    }

    @Test
    void aMessageIsSentRightAfterTheCommitAndNotBefore() {
        transaction.executeWithoutResult(_ -> {
            sms.enqueue(Lane.NOTICE, phone, "(CleanCare) হ্যালো", Duration.ofMinutes(5));
            sleep(1_300);
            assertThat(received().size()).isZero();
        });
        Await.until(() -> received().size() == 1, Duration.ofMillis(900));
        assertThat(received().get(0).get("message").asString()).isEqualTo("(CleanCare) হ্যালো");
        Await.until(() -> state().equals("sent"));
        assertThat(row("provider")).isEqualTo("ssl-wireless");
        assertThat(row("provider_ref")).isNotBlank();
    }

    @Test
    void aRolledBackTransactionSendsNothing() {
        transaction.executeWithoutResult(status -> {
            sms.enqueue(Lane.NOTICE, phone, "(CleanCare) no", Duration.ofMinutes(5));
            status.setRollbackOnly();
        });
        sleep(1_300);
        assertThat(received().size()).isZero();
    }

    @Test
    void theTextOfACodeIsNeverClearInTheDatabaseAndGoneOnceSent() {
        transaction.executeWithoutResult(_ -> {
            sms.enqueue(Lane.CODE, phone, "(CleanCare) code 654321", Duration.ofMinutes(5));
            byte[] body = db.sql("SELECT body FROM outgoing_messages WHERE address = :p").param("p", phone.canonical()).query(byte[].class).single();
            assertThat(new String(body, java.nio.charset.StandardCharsets.UTF_8)).doesNotContain("654321");
        });
        Await.until(() -> state().equals("sent"));
        assertThat(row("body")).isNull();
        assertThat(received().get(0).get("code").asString()).isEqualTo("654321");
    }

    @Test
    void aCodeIsTriedTwiceWithTheFirstGatewayThenGoesThroughTheSecond() {
        fault(SSL, "status", 10);
        sms.enqueue(Lane.CODE, phone, "(CleanCare) code 111222", Duration.ofMinutes(5));
        Await.until(() -> received().size() == 1, Duration.ofSeconds(20));
        Await.until(() -> state().equals("sent"));
        assertThat(row("provider")).isEqualTo("bulksmsbd");
        assertThat(row("attempts")).isEqualTo("3");
    }

    @Test
    void aGatewayThatTookTheMessageAndThenFellSilentDoesNotDeliverItTwice() {
        fault(SSL, "drop-after-commit", 1);
        sms.enqueue(Lane.CODE, phone, "(CleanCare) code 333444", Duration.ofMinutes(5));
        Await.until(() -> state().equals("sent"), Duration.ofSeconds(15));
        assertThat(row("provider")).isEqualTo("ssl-wireless");
        assertThat(row("attempts")).isEqualTo("2");
        assertThat(received().size()).isOne();
    }

    @Test
    void aMessageLeftByANodeThatDiedIsSentAgainUnderTheSameId() {
        sms.enqueue(Lane.CODE, phone, "(CleanCare) code 555666", Duration.ofMinutes(5));
        Await.until(() -> state().equals("sent"));
        // As a kill -9 after the gateway's answer and before our own commit would leave it.
        String body = "(CleanCare) code 555666";
        UUID id = UUID.fromString(row("id"));
        byte[] sealed = cipher.encrypt(body, id, "sms_messages.body");
        db.sql("UPDATE outgoing_messages SET state = 'sending', settled_at = NULL, body = :body, next_attempt_at = now() WHERE id = :id")
                .param("body", sealed).param("id", id).update();
        Await.until(() -> state().equals("sent"), Duration.ofSeconds(10));
        assertThat(received().size()).isOne();
    }

    @Autowired bd.cleancare.platform.crypto.FieldCipher cipher;

    @Test
    void aCodeIsDroppedRatherThanDeliveredLate() {
        fault(SSL, "status", 50);
        fault(BULK, "status", 50);
        sms.enqueue(Lane.CODE, phone, "(CleanCare) code 777888", Duration.ofSeconds(3));
        Await.until(() -> state().equals("expired"), Duration.ofSeconds(15));
        healGateways();
        sleep(2_000);
        assertThat(received().size()).isZero();
        assertThat(row("body")).isNull();
    }

    @Test
    void aGatewayThatRefusesOurCredentialsHandsOverToTheOtherAtOnce() {
        simulator("POST", "/__sim/faults", "{\"endpoint\":\"" + SSL + "\",\"kind\":\"status\",\"status\":200,\"body\":\"{\\\"status_code\\\":4001}\",\"times\":5}");
        sms.enqueue(Lane.NOTICE, phone, "(CleanCare) x", Duration.ofMinutes(5));
        Await.until(() -> state().equals("sent"), Duration.ofSeconds(10));
        assertThat(row("provider")).isEqualTo("bulksmsbd");
    }

    @Test
    void theSandboxShowsWhatWasReceivedAsJsonAndAsAPage() {
        sms.enqueue(Lane.CODE, phone, "(CleanCare) code <b>121212</b>", Duration.ofMinutes(5));
        Await.until(() -> received().size() == 1);
        var newest = received().get(0);
        assertThat(newest.propertyNames()).containsExactlyInAnyOrder("phone", "message", "code", "sent_at");
        assertThat(newest.get("phone").asString()).isEqualTo(phone.canonical());
        var page = api.with("Accept", "text/html").get("/sandbox/sms/");
        assertThat(page.text()).contains("<!doctype html>", phone.canonical(), "&lt;b&gt;121212");
    }

    private JsonNode received() {
        return api.get("/sandbox/sms/?phone=" + phone.canonical().replace("+", "%2B")).body();
    }

    private String state() {
        return row("state");
    }

    private String row(String column) {
        return db.sql("SELECT " + column + "::text FROM outgoing_messages WHERE address = :phone").param("phone", phone.canonical())
                .query((rs, _) -> java.util.Optional.ofNullable(rs.getString(1))).single().orElse(null);
    }

    private void fault(String endpoint, String kind, int times) {
        simulator("POST", "/__sim/faults", "{\"endpoint\":\"" + endpoint + "\",\"kind\":\"" + kind + "\",\"times\":" + times + "}");
    }

    private void simulator(String method, String path, String body) {
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(HttpRequest.newBuilder(URI.create(settings.sslWireless().baseUrl() + path))
                    .method(method, HttpRequest.BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
            assertThat(answer.statusCode()).isBetween(200, 299);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
