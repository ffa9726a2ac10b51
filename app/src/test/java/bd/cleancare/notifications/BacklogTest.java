package bd.cleancare.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import bd.cleancare.notifications.queue.Lane;
import bd.cleancare.notifications.queue.NewMessage;
import bd.cleancare.notifications.queue.OutgoingStore;
import bd.cleancare.testing.AppTest;
import bd.cleancare.testing.Await;
import bd.cleancare.testing.People;
import bd.cleancare.testing.SmsInbox;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A hundred thousand messages to many are waiting, and somebody wants to log in. */
@AppTest
class BacklogTest {

    private static final int BACKLOG = 100_000;
    private static final int CODES = 10;

    @Autowired Sms sms;
    @Autowired OutgoingStore store;
    @Autowired JdbcClient db;
    @Autowired SmsInbox inbox;

    @Test
    void codesAndEmergenciesOvertakeAHundredThousandBulkMessagesInUnderTwoSeconds() {
        NewMessage template = NewMessage.sms(Lane.BULK, People.newPhone().canonical(), "(CleanCare) আগামীকাল পানি থাকবে না", Duration.ofHours(5));
        try {
            for (int i = 0; i < BACKLOG / 10_000; i++) {
                store.insert(IntStream.range(0, 10_000).mapToObj(_ -> NewMessage.sms(Lane.BULK, template.address(), template.content(), template.life())).toList());
            }
            for (int i = 0; i < CODES; i++) {
                var phone = People.newPhone();
                long begun = System.nanoTime();
                sms.enqueue(i % 2 == 0 ? Lane.CODE : Lane.EMERGENCY, phone, "(CleanCare) code 123456", Duration.ofMinutes(5));
                Await.until(() -> inbox.of(phone).size() == 1, Duration.ofSeconds(2));
                System.out.println("urgent message behind " + BACKLOG + " bulk messages: " + (System.nanoTime() - begun) / 1_000_000 + " ms");
            }
            assertThat(db.sql("SELECT count(*) FROM outgoing_messages WHERE lane = 'bulk' AND address = ? AND state = 'queued'").param(template.address())
                    .query(Long.class).single()).as("the backlog was there all the time").isGreaterThan(BACKLOG / 2);
        } finally {
            db.sql("DELETE FROM outgoing_messages WHERE address = ?").param(template.address()).update();
        }
    }
}
