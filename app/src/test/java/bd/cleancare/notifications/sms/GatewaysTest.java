package bd.cleancare.notifications.sms;

import static org.assertj.core.api.Assertions.assertThat;

import bd.cleancare.notifications.Sms;
import bd.cleancare.notifications.SmsWorld;
import bd.cleancare.notifications.queue.Lane;
import bd.cleancare.shared.Ids;
import bd.cleancare.shared.PhoneNumber;
import bd.cleancare.testing.AppTest;
import bd.cleancare.testing.Await;
import bd.cleancare.testing.People;
import bd.cleancare.testing.SmsInbox;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One gateway is stalled, slow or refuses; the other takes over by the rules and nobody gets a message twice. */
@AppTest
class GatewaysTest {

    @Autowired Sms sms;
    @Autowired SmsShares shares;
    @Autowired JdbcClient db;
    @Autowired SmsInbox inbox;

    private SmsWorld world;

    @Autowired
    void gateways(SmsSettings settings) {
        world = SmsWorld.at(settings.sslWireless().baseUrl(), db);
    }

    @AfterEach
    void heal() {
        world.heal();
        forgetAttempts();
        db.sql("UPDATE sms_shares SET primary_share = 100, switched_at = NULL, tended_at = NULL").update();
        shares.review();
    }

    @Test
    void aStalledGatewayDoesNotKeepACodeAndTheOtherSendsItOnce() {
        world.fault(SmsWorld.SSL, "delay", -1, Map.of("delay_ms", 30000));
        PhoneNumber phone = People.newPhone();
        long begun = System.nanoTime();
        sms.enqueue(Lane.CODE, phone, "(CleanCare) code 222333", Duration.ofMinutes(5));
        Await.until(() -> inbox.of(phone).size() == 1, Duration.ofSeconds(25));
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(22));
        Await.until(() -> "sent".equals(world.row(phone, "state")));
        assertThat(world.row(phone, "provider")).isEqualTo("bulksmsbd");
    }

    @Test
    void aGatewayThatSaysNoToNoticesIsReplacedAndNobodyGetsTwo() {
        world.fault(SmsWorld.SSL, "status", -1);
        List<PhoneNumber> phones = Stream.generate(People::newPhone).limit(20).toList();
        phones.forEach(phone -> sms.enqueue(Lane.NOTICE, phone, "(CleanCare) x", Duration.ofHours(1)));
        Await.until(() -> phones.stream().allMatch(phone -> "sent".equals(world.row(phone, "state"))), Duration.ofSeconds(30));
        assertThat(phones).allSatisfy(phone -> assertThat(inbox.of(phone).size()).isOne());
        assertThat(world.row(phones.getFirst(), "attempts")).as("the first repetition is the other gateway's").isEqualTo("2");
    }

    @Test
    void aNoticeThatNobodyTakesIsTriedAgainAtOnceThenEveryFiveMinutesAndInTheEndGivenUp() {
        world.fault(SmsWorld.SSL, "status", -1);
        world.fault(SmsWorld.BULK, "status", -1);
        PhoneNumber phone = People.newPhone();
        sms.enqueue(Lane.NOTICE, phone, "(CleanCare) x", Duration.ofHours(1));
        Await.until(() -> world.row(phone, "attempts").equals("2") && "queued".equals(world.row(phone, "state")), Duration.ofSeconds(20));
        assertThat(Double.parseDouble(world.row(phone, "extract(epoch FROM next_attempt_at - now())"))).isBetween(280.0, 300.0);
        db.sql("UPDATE outgoing_messages SET attempts = 48, next_attempt_at = now() WHERE address = ?").param(phone.canonical()).update();
        Await.until(() -> "failed".equals(world.row(phone, "state")), Duration.ofSeconds(20));
        assertThat(world.row(phone, "last_error")).startsWith("given up after 49 attempts: ");
    }

    @Test
    void aNoticeThatMayHaveBeenTakenIsAskedForWhereIdsAreKnown() {
        world.fault(SmsWorld.SSL, "drop-after-commit", 1);
        PhoneNumber phone = People.newPhone();
        sms.enqueue(Lane.NOTICE, phone, "(CleanCare) x", Duration.ofHours(1));
        Await.until(() -> "sent".equals(world.row(phone, "state")), Duration.ofSeconds(15));
        assertThat(world.row(phone, "provider")).isEqualTo("ssl-wireless");
        assertThat(inbox.of(phone).size()).isOne();
    }

    @Test
    void whereNoIdsAreKnownItIsLeftAsPerhapsSent() {
        world.fault(SmsWorld.SSL, "status", 1);
        world.fault(SmsWorld.BULK, "drop-after-commit", -1);
        PhoneNumber phone = People.newPhone();
        sms.enqueue(Lane.NOTICE, phone, "(CleanCare) x", Duration.ofHours(1));
        Await.until(() -> world.row(phone, "attempts").equals("2") && "queued".equals(world.row(phone, "state")), Duration.ofSeconds(20));
        db.sql("UPDATE outgoing_messages SET next_attempt_at = now() WHERE address = ?").param(phone.canonical()).update();
        Await.until(() -> "unknown".equals(world.row(phone, "state")), Duration.ofSeconds(10));
        assertThat(inbox.of(phone).size()).isOne();
    }

    @Test
    void aSlowGatewayIsDemotedOnceAndTheSharesTendBack() {
        forgetAttempts();
        slow("ssl-wireless", 2);
        fine("ssl-wireless", 8);
        fine("bulksmsbd", 10);
        shares.review();
        assertThat(shares.ofPrimary()).as("two of ten are more than 15 %").isEqualTo(10);

        forgetAttempts();
        slow("bulksmsbd", 10);
        fine("ssl-wireless", 10);
        shares.review();
        assertThat(shares.ofPrimary()).as("no second switch within five minutes").isEqualTo(10);

        forgetAttempts();
        shares.review();
        assertThat(shares.ofPrimary()).as("not back before its time").isEqualTo(10);
        db.sql("UPDATE sms_shares SET tended_at = now() - interval '6 minutes'").update();
        shares.review();
        assertThat(shares.ofPrimary()).isEqualTo(20);
        shares.review();
        assertThat(shares.ofPrimary()).as("one step in five minutes").isEqualTo(20);
    }

    @Test
    void aDemotedGatewayGetsATenthOfTheNoticesAndNoCodes() {
        db.sql("UPDATE sms_shares SET primary_share = 10, switched_at = now(), tended_at = now()").update();
        forgetAttempts();
        shares.review();
        List<PhoneNumber> phones = Stream.generate(People::newPhone).limit(40).toList();
        phones.forEach(phone -> sms.enqueue(Lane.NOTICE, phone, "(CleanCare) x", Duration.ofHours(1)));
        PhoneNumber coded = People.newPhone();
        sms.enqueue(Lane.CODE, coded, "(CleanCare) code 444555", Duration.ofMinutes(5));
        Await.until(() -> phones.stream().allMatch(phone -> "sent".equals(world.row(phone, "state"))), Duration.ofSeconds(30));
        assertThat(phones.stream().filter(phone -> "bulksmsbd".equals(world.row(phone, "provider"))).count()).as("36 are expected").isGreaterThan(25);
        Await.until(() -> "sent".equals(world.row(coded, "state")));
        assertThat(world.row(coded, "provider")).isEqualTo("bulksmsbd");
    }

    @Test
    void thereIsNoSwitchWhenAllAreSlowOrOnlyOneInTenIs() {
        forgetAttempts();
        slow("ssl-wireless", 10);
        slow("bulksmsbd", 10);
        shares.review();
        assertThat(shares.ofPrimary()).isEqualTo(100);
        forgetAttempts();
        slow("ssl-wireless", 1);
        fine("ssl-wireless", 9);
        fine("bulksmsbd", 10);
        shares.review();
        assertThat(shares.ofPrimary()).isEqualTo(100);
    }

    /** Those of other tests too: shares are reckoned over all messages of the last minutes. */
    private void forgetAttempts() {
        db.sql("DELETE FROM delivery_attempts").update();
    }

    private void slow(String provider, int number) {
        attempts(provider, number, "interval '8 minutes'");
    }

    private void fine(String provider, int number) {
        attempts(provider, number, "interval '1 second'");
    }

    private void attempts(String provider, int number, String took) {
        for (int i = 0; i < number; i++) {
            UUID id = Ids.next();
            db.sql("INSERT INTO outgoing_messages (id, lane, address, state, provider, expires_at, settled_at) VALUES (?, 'notice', ?, 'sent', ?, now(), now())")
                    .param(id).param(People.newPhone().canonical()).param(provider).update();
            db.sql("INSERT INTO delivery_attempts (message_id, attempt, provider, begun_at, ended_at, outcome) VALUES (?, 1, ?, now() - interval '10 minutes', now() - interval '10 minutes' + "
                    + took + ", 'accepted')").param(id).param(provider).update();
        }
    }

}
