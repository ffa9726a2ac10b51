package bd.cleancare.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import bd.cleancare.notifications.queue.Lane;
import bd.cleancare.notifications.sms.SmsSettings;
import bd.cleancare.shared.PhoneNumber;
import bd.cleancare.testing.Api;
import bd.cleancare.testing.AppTest;
import bd.cleancare.testing.Await;
import bd.cleancare.testing.People;
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

    @Autowired Sms sms;
    @Autowired JdbcClient db;
    @Autowired TransactionTemplate transaction;
    @Autowired Api api;

    private final PhoneNumber phone = People.newPhone();
    private SmsWorld world;

    @Autowired
    void gateways(SmsSettings settings) {
        world = SmsWorld.at(settings.sslWireless().baseUrl(), db);
    }

    @AfterEach
    void healGateways() {
        world.heal();
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
        assertThat(world.row(phone, "provider")).isEqualTo("ssl-wireless");
        assertThat(world.row(phone, "provider_ref")).isNotBlank();
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
        assertThat(world.row(phone, "body")).isNull();
        assertThat(received().get(0).get("code").asString()).isEqualTo("654321");
    }

    @Test
    void aCodeIsTriedTwiceWithTheFirstGatewayThenGoesThroughTheSecond() {
        world.fault(SmsWorld.SSL, "status", 10);
        sms.enqueue(Lane.CODE, phone, "(CleanCare) code 111222", Duration.ofMinutes(5));
        Await.until(() -> received().size() == 1, Duration.ofSeconds(20));
        Await.until(() -> state().equals("sent"));
        assertThat(world.row(phone, "provider")).isEqualTo("bulksmsbd");
        assertThat(world.row(phone, "attempts")).isEqualTo("3");
    }

    @Test
    void aGatewayThatTookTheMessageAndThenFellSilentDoesNotDeliverItTwice() {
        world.fault(SmsWorld.SSL, "drop-after-commit", 1);
        sms.enqueue(Lane.CODE, phone, "(CleanCare) code 333444", Duration.ofMinutes(5));
        Await.until(() -> state().equals("sent"), Duration.ofSeconds(15));
        assertThat(world.row(phone, "provider")).isEqualTo("ssl-wireless");
        assertThat(world.row(phone, "attempts")).isEqualTo("2");
        assertThat(received().size()).isOne();
    }

    @Test
    void aMessageLeftByANodeThatDiedIsSentAgainUnderTheSameId() {
        sms.enqueue(Lane.CODE, phone, "(CleanCare) code 555666", Duration.ofMinutes(5));
        Await.until(() -> state().equals("sent"));
        // As a kill -9 after the gateway's answer and before our own commit would leave it.
        String body = "(CleanCare) code 555666";
        UUID id = UUID.fromString(world.row(phone, "id"));
        byte[] sealed = cipher.encrypt(body, id, "sms_messages.body");
        db.sql("UPDATE outgoing_messages SET state = 'sending', settled_at = NULL, body = :body, next_attempt_at = now() WHERE id = :id")
                .param("body", sealed).param("id", id).update();
        Await.until(() -> state().equals("sent"), Duration.ofSeconds(10));
        assertThat(received().size()).isOne();
    }

    @Autowired bd.cleancare.platform.crypto.FieldCipher cipher;

    @Test
    void aCodeIsDroppedRatherThanDeliveredLate() {
        world.fault(SmsWorld.SSL, "status", 50);
        world.fault(SmsWorld.BULK, "status", 50);
        sms.enqueue(Lane.CODE, phone, "(CleanCare) code 777888", Duration.ofSeconds(3));
        Await.until(() -> state().equals("expired"), Duration.ofSeconds(15));
        healGateways();
        sleep(2_000);
        assertThat(received().size()).isZero();
        assertThat(world.row(phone, "body")).isNull();
    }

    @Test
    void aGatewayThatRefusesOurCredentialsHandsOverToTheOtherAtOnce() {
        world.answers(SmsWorld.SSL, 5, "{\"status_code\":4001}");
        sms.enqueue(Lane.NOTICE, phone, "(CleanCare) x", Duration.ofMinutes(5));
        Await.until(() -> state().equals("sent"), Duration.ofSeconds(10));
        assertThat(world.row(phone, "provider")).isEqualTo("bulksmsbd");
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
        return world.row(phone, "state");
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
