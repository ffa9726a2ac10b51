package bd.cleancare.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import bd.cleancare.shared.Ids;
import bd.cleancare.testing.AppTest;
import bd.cleancare.testing.Await;
import bd.cleancare.testing.People;
import bd.cleancare.testing.People.Person;
import bd.cleancare.testing.SmsInbox;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@AppTest
class TellingTest {

    @Autowired Notifications notifications;
    @Autowired Preferences preferences;
    @Autowired JdbcClient db;
    @Autowired TransactionTemplate transaction;
    @Autowired People people;
    @Autowired SmsInbox inbox;

    @Test
    void aFactIsToldUnderTheBellAndBySmsInTheLanguageOfWhoeverHearsIt() {
        Person bangla = people.citizen();
        Person english = people.citizen();
        db.sql("UPDATE users SET language = 'en' WHERE id = ?").param(english.id()).update();
        notifications.tell(received("once", bangla, english));
        assertThat(inbox.text(bangla.phone(), 1)).isEqualTo("(CleanCare) আপনার অভিযোগ পেয়েছি। নম্বর CC-26-TEST।");
        assertThat(inbox.text(english.phone(), 1)).isEqualTo("(CleanCare) We received your complaint. Its number is CC-26-TEST.");
        assertThat(bellsOf(bangla)).isOne();
        assertThat(bellsOf(english)).isOne();
    }

    @Test
    void whoSwitchedATopicOffHearsOnlyOfTheirSafety() {
        Person person = people.citizen();
        preferences.save(person.id(), Set.of("complaints/sms"), Set.of(), null);
        notifications.tell(new Fact(Event.REOPENED, Ids.next().toString(), List.of(person.id()), "/", Map.of()));
        notifications.tell(new Fact(Event.PHONE_CHANGED, Ids.next().toString(), List.of(person.id()), "/", Map.of()));
        assertThat(inbox.text(person.phone(), 1)).contains("ফোন নম্বর");
        Await.until(() -> db.sql("SELECT count(*) FROM notifications WHERE user_id = ?").param(person.id()).query(Long.class).single() == 2);
        assertThat(inbox.of(person.phone()).size()).isOne();
    }

    @Test
    void theSameFactToldAgainIsToldOnce() {
        Person person = people.citizen();
        String key = UUID.randomUUID().toString();
        IntStream.range(0, 5).parallel().forEach(_ -> notifications.tell(new Fact(Event.REOPENED, key, List.of(person.id(), person.id()), "/x/", Map.of())));
        Person after = people.citizen();
        notifications.tell(received(key, after));
        inbox.text(after.phone(), 1);
        inbox.text(person.phone(), 1);
        assertThat(inbox.of(person.phone()).size()).isOne();
        assertThat(bellsOf(person)).isOne();
    }

    @Test
    void nothingIsToldOfWhatWasRolledBack() {
        Person person = people.citizen();
        String key = UUID.randomUUID().toString();
        transaction.executeWithoutResult(status -> {
            notifications.tell(received(key, person));
            status.setRollbackOnly();
        });
        assertThat(db.sql("SELECT count(*) FROM notification_facts WHERE key = ?").param(key).query(Long.class).single()).isZero();
    }

    @Test
    void aFactThatCannotBeToldIsSetAsideWithAReasonAndOthersFlow() {
        Person person = people.citizen();
        long poison = db.sql("""
                INSERT INTO notification_facts (event, key, recipients, path, values, tries) VALUES ('no_such_event', ?, ?, '/', '{}', 9) RETURNING sequence
                """).param(UUID.randomUUID().toString()).param(new UUID[] {person.id()}).query(Long.class).single();
        notifications.tell(received(Ids.next().toString(), person));
        inbox.text(person.phone(), 1);
        Await.until(() -> db.sql("SELECT parked_at IS NOT NULL FROM notification_facts WHERE sequence = ?").param(poison).query(Boolean.class).single());
        assertThat(db.sql("SELECT last_error FROM notification_facts WHERE sequence = ?").param(poison).query(String.class).single()).contains("no_such_event");
    }

    @Test
    void aMessageThatCannotBeReadIsParkedAndOthersFlow() {
        Person person = people.citizen();
        UUID poison = Ids.next();
        db.sql("""
                INSERT INTO outgoing_messages (id, lane, address, body, expires_at, next_attempt_at)
                VALUES (?, 'notice', ?, '\\x01020304'::bytea, now() + interval '1 hour', now() - interval '1 hour')
                """).param(poison).param(person.phone().canonical()).update();
        notifications.tell(received(Ids.next().toString(), person));
        inbox.text(person.phone(), 1);
        Await.until(() -> db.sql("SELECT state FROM outgoing_messages WHERE id = ?").param(poison).query(String.class).single().equals("parked"));
    }

    private static Fact received(String key, Person... people) {
        return new Fact(Event.COMPLAINT_RECEIVED, key, java.util.Arrays.stream(people).map(Person::id).toList(), "/complaints/",
                Map.of("tracking_number", "CC-26-TEST", "title", "ড্রেন"));
    }

    private long bellsOf(Person person) {
        return db.sql("SELECT count(*) FROM notifications WHERE user_id = ?").param(person.id()).query(Long.class).single();
    }
}
