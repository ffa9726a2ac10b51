package bd.cleancare.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import bd.cleancare.notifications.queue.Lane;
import bd.cleancare.notifications.sms.SmsSettings;
import bd.cleancare.shared.PhoneNumber;
import bd.cleancare.testing.Api;
import bd.cleancare.testing.AppTest;
import bd.cleancare.testing.Await;
import bd.cleancare.testing.Browser;
import bd.cleancare.testing.Browser.Setup;
import bd.cleancare.testing.PageChecks;
import bd.cleancare.testing.People;
import bd.cleancare.testing.SmsInbox;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** The gateway that has to be asked: what became of a message, and what is left on the account. */
@AppTest
@TestPropertySource(properties = {"cleancare.sms.primary=alpha-sms", "cleancare.sms.secondary=ssl-wireless"})
class AlphaSmsTest {

    private static final String SEND = "POST /sendsms";
    private static final String BALANCE = "POST /user/balance/";
    private static final String REPORT = "POST /report/request/*";

    @Autowired Sms sms;
    @Autowired SmsBalance balance;
    @Autowired JdbcClient db;
    @Autowired People people;
    @Autowired SmsInbox inbox;
    @Autowired Api api;

    private final PhoneNumber phone = People.newPhone();
    private SmsWorld world;

    @Autowired
    void gateways(SmsSettings settings) {
        world = SmsWorld.at(settings.alphaSms().baseUrl(), db);
    }

    @AfterEach
    void heal() {
        world.heal();
        db.sql("DELETE FROM sms_accounts").update();
    }

    @Test
    void isAskedWhatBecameOfAMessageUntilThePhoneHasIt() {
        world.answers(REPORT, -1, "{\"error\":0,\"data\":{\"recipients\":[{\"status\":\"Queued\"}]}}");
        sms.enqueue(Lane.NOTICE, phone, "(CleanCare) x", Duration.ofHours(1));
        Await.until(() -> "sent".equals(world.row(phone, "state")));
        askNow();
        Await.until(() -> world.row(phone, "reports").equals("1"), Duration.ofSeconds(20));
        assertThat(world.row(phone, "state")).as("still under way").isEqualTo("sent");
        assertThat(world.row(phone, "report_after > now() + interval '10 seconds'")).as("asked again later").isEqualTo("true");
        world.heal();
        askNow();
        Await.until(() -> "delivered".equals(world.row(phone, "state")), Duration.ofSeconds(20));
        assertThat(db.sql("SELECT a.delivered_at IS NOT NULL FROM delivery_attempts a JOIN outgoing_messages m ON m.id = a.message_id WHERE m.address = ?")
                .param(phone.canonical()).query(Boolean.class).single()).isTrue();
        assertThat(world.row(phone, "report_after")).as("never asked again").isNull();
    }

    @Test
    void aMessageThatNeverArrivedIsAFailureWithAReason() {
        world.answers(REPORT, -1, "{\"error\":0,\"data\":{\"recipients\":[{\"status\":\"Failed\"}]}}");
        sms.enqueue(Lane.NOTICE, phone, "(CleanCare) x", Duration.ofHours(1));
        Await.until(() -> "sent".equals(world.row(phone, "state")));
        askNow();
        Await.until(() -> "failed".equals(world.row(phone, "state")), Duration.ofSeconds(20));
        assertThat(world.row(phone, "last_error")).isEqualTo("the gateway reports that it was not delivered");
    }

    @Test
    void anAccountThatRunsLowIsToldOnceAndAgainOnlyWhenItRunsLowAgain() {
        var mayor = people.superAdmin();
        world.answers(BALANCE, -1, "{\"error\":0,\"data\":{\"balance\":\"120.50\"}}");
        long before = told("sms_balance_low");
        askAndTell();
        askAndTell();
        assertThat(told("sms_balance_low") - before).isOne();
        assertThat(health()).isEqualTo("SMS_ACCOUNT");
        Await.until(() -> bells(mayor, "sms_balance_low") == 1);
        assertOnTheLog(mayor, "alpha-sms");

        world.heal();
        askAndTell();
        assertThat(health()).isEqualTo("UP");
        world.answers(BALANCE, -1, "{\"error\":0,\"data\":{\"balance\":\"3\"}}");
        askAndTell();
        assertThat(told("sms_balance_low") - before).isEqualTo(2);
    }

    @Test
    void anAccountThatIsRefusedIsToldOnceAndItsMessagesGoThroughTheOther() {
        people.superAdmin();
        world.answers(SEND, -1, "{\"error\":417,\"msg\":\"Insufficient balance\"}");
        long before = told("sms_gateway_refuses");
        for (int i = 0; i < 3; i++) {
            sms.enqueue(Lane.NOTICE, phone, "(CleanCare) x", Duration.ofHours(1));
        }
        Await.until(() -> inbox.of(phone).size() == 3, Duration.ofSeconds(20));
        assertThat(db.sql("SELECT DISTINCT provider FROM outgoing_messages WHERE address = ?").param(phone.canonical()).query(String.class).list()).containsExactly("ssl-wireless");
        balance.tell();
        balance.tell();
        assertThat(told("sms_gateway_refuses") - before).isOne();
        assertThat(health()).isEqualTo("SMS_ACCOUNT");

        world.heal();
        sms.enqueue(Lane.NOTICE, phone, "(CleanCare) x", Duration.ofHours(1));
        Await.until(() -> inbox.of(phone).size() == 4, Duration.ofSeconds(20));
        Await.until(() -> {
            balance.tell();
            return health().equals("UP");
        });
    }

    private void assertOnTheLog(People.Person mayor, String gateway) {
        try (var desk = Setup.desk(api.base()).signedIn(people.cookieOf(mayor)).open();
                var phonePage = Setup.phone(api.base()).english().atNight().signedIn(people.cookieOf(mayor)).open()) {
            var page = desk.open("/console/notifications/log/");
            assertThat(page.locator("section:has(#accounts)").textContent()).contains(gateway, "১২০.৫", "কম");
            PageChecks.assertGood(page);
            Browser.picture(page, Path.of("target/pictures", "notifications-accounts-desk.png"));
            var small = phonePage.open("/console/notifications/log/");
            assertThat(small.locator("section:has(#accounts)").textContent()).contains("120.5", "Low");
            PageChecks.assertGood(small);
            Browser.picture(small, Path.of("target/pictures", "notifications-accounts-phone.png"));
        }
    }

    private void askAndTell() {
        balance.ask();
        balance.tell();
    }

    private String health() {
        var answer = api.get("/actuator/health");
        assertThat(answer.status()).as("nobody is served worse for it").isEqualTo(200);
        return answer.body().path("status").asString();
    }

    private long told(String event) {
        return db.sql("SELECT count(*) FROM notification_facts WHERE event = ?").param(event).query(Long.class).single();
    }

    private long bells(People.Person person, String event) {
        return db.sql("SELECT count(*) FROM notifications n JOIN notification_facts f ON f.sequence = n.fact WHERE n.user_id = ? AND f.event = ?")
                .param(person.id()).param(event).query(Long.class).single();
    }

    private void askNow() {
        db.sql("UPDATE outgoing_messages SET report_after = now() WHERE address = ?").param(phone.canonical()).update();
    }

}
