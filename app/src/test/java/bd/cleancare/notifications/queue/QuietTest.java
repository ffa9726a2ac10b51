package bd.cleancare.notifications.queue;

import static org.assertj.core.api.Assertions.assertThat;

import bd.cleancare.shared.Ids;
import bd.cleancare.testing.AppTest;
import bd.cleancare.testing.Await;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Quiet hours, with the clock in the test's hand. */
@AppTest
class QuietTest {

    private static final Quiet NIGHT = new Quiet(22 * 60, 7 * 60);

    @Autowired OutgoingStore store;
    @Autowired JdbcClient db;

    @Test
    void theyGoOverMidnightAndAreTheCitys() {
        assertThat(NIGHT.left(Instant.parse("2026-11-26T15:59:59Z"))).as("21:59:59 in Dhaka").isZero();
        assertThat(NIGHT.left(Instant.parse("2026-11-26T16:00:00Z"))).as("22:00").isEqualTo(Duration.ofHours(9));
        assertThat(NIGHT.left(Instant.parse("2026-11-26T18:30:30Z"))).as("00:30:30").isEqualTo(Duration.ofMinutes(390).minusSeconds(30));
        assertThat(NIGHT.left(Instant.parse("2026-11-27T01:00:00Z"))).as("07:00").isZero();
        assertThat(new Quiet(13 * 60, 15 * 60).left(Instant.parse("2026-11-26T08:30:00Z"))).as("14:30").isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void whatIsDueInThemWaitsUntilTheyAreOverAndCodesAndEmergenciesDoNot() {
        var sent = new CopyOnWriteArrayList<Due>();
        var night = new Lanes(outlet(sent), store, Clock.fixed(Instant.parse("2026-11-26T18:00:00Z"), ZoneOffset.UTC));
        NewMessage notice = message(Lane.NOTICE);
        NewMessage code = message(Lane.CODE);
        NewMessage emergency = message(Lane.EMERGENCY);
        store.insert(List.of(notice, code, emergency));
        night.loop().start();
        try {
            Await.until(() -> sent.size() == 2);
            assertThat(sent).extracting(Due::id).containsExactlyInAnyOrder(code.id(), emergency.id());
            Await.until(() -> db.sql("SELECT state = 'queued' AND attempts = 0 AND next_attempt_at > now() + interval '6 hours' FROM outgoing_messages WHERE id = ?")
                    .param(notice.id()).query(Boolean.class).single());
        } finally {
            night.loop().stop();
        }
        db.sql("UPDATE outgoing_messages SET next_attempt_at = now() WHERE id = ?").param(notice.id()).update();
        var morning = new Lanes(outlet(sent), store, Clock.fixed(Instant.parse("2026-11-27T01:00:00Z"), ZoneOffset.UTC));
        morning.loop().start();
        try {
            Await.until(() -> sent.stream().anyMatch(due -> due.id().equals(notice.id())));
        } finally {
            morning.loop().stop();
        }
        db.sql("DELETE FROM outgoing_messages WHERE id IN (?, ?, ?)").param(notice.id()).param(code.id()).param(emergency.id()).update();
    }

    /** Push has no worker in this installation, so nobody else takes these. */
    private static NewMessage message(Lane lane) {
        return new NewMessage(Ids.next(), Channel.PUSH, lane, Ids.next().toString(), "text", Duration.ofDays(1), Duration.ZERO, null, null, null, NIGHT);
    }

    private static Outlet outlet(List<Due> sent) {
        return new Outlet() {
            @Override
            public Channel channel() {
                return Channel.PUSH;
            }

            @Override
            public boolean open() {
                return true;
            }

            @Override
            public int concurrency() {
                return 4;
            }

            @Override
            public int perSecond() {
                return 100;
            }

            @Override
            public Duration lease() {
                return Duration.ofMinutes(1);
            }

            @Override
            public void attempt(Due due) {
                sent.add(due);
            }
        };
    }
}
