package bd.cleancare.payments;

import bd.cleancare.platform.jobs.WorkLoop;
import bd.cleancare.platform.jobs.Worker;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Tells the stored events. Telling one and marking it told share a transaction with what listeners write, so a crash in between undoes
 * all of it and the event is told again.
 */
@Component
class Relay extends Worker {

    private static final Logger log = LoggerFactory.getLogger(Relay.class);
    private static final Duration EVERY = Duration.ofMillis(250);

    private record Stored(long sequence, UUID id, UUID payment, String event, Instant at) {
    }

    private final JdbcClient db;
    private final PaymentStore payments;
    private final ApplicationEventPublisher publisher;
    private final TransactionOperations transaction;
    private final WorkLoop loop = new WorkLoop("payment-relay", EVERY, this::round);

    Relay(JdbcClient db, PaymentStore payments, ApplicationEventPublisher publisher, TransactionOperations transaction) {
        this.db = db;
        this.payments = payments;
        this.publisher = publisher;
        this.transaction = transaction;
    }

    @Override
    protected WorkLoop loop() {
        return loop;
    }

    private boolean round() {
        return Boolean.TRUE.equals(transaction.execute(_ -> tellNext()));
    }

    /** The oldest event of a payment that has none older; its row is locked, so that another node takes another payment's. */
    private boolean tellNext() {
        Stored next = db.sql("""
                SELECT e.sequence, e.id, e.payment_id, e.event, e.at FROM payment_events e
                WHERE e.published_at IS NULL AND e.publish_after <= now()
                  AND NOT EXISTS (SELECT FROM payment_events older WHERE older.payment_id = e.payment_id AND older.published_at IS NULL AND older.sequence < e.sequence)
                ORDER BY e.sequence LIMIT 1 FOR UPDATE OF e SKIP LOCKED
                """).query(Relay::read).optional().orElse(null);
        if (next == null) {
            return false;
        }
        db.sql("UPDATE payment_events SET published_at = now() WHERE sequence = ?").param(next.sequence).update();
        try {
            publisher.publishEvent(PaymentEvent.of(next.event, next.id, payments.find(next.payment).orElseThrow(), next.at));
        } catch (RuntimeException e) {
            postpone(next, e);
            throw e;
        }
        return true;
    }

    /** A listener that fails holds up its payment's events, not everybody's. */
    private void postpone(Stored event, RuntimeException cause) {
        Thread.startVirtualThread(() -> db.sql("""
                UPDATE payment_events SET publish_tries = publish_tries + 1, publish_after = now() + make_interval(secs => least(300, power(2, publish_tries)))
                WHERE sequence = ? AND published_at IS NULL
                """).param(event.sequence).update());
        log.error("Telling {} of payment {} failed", event.event, event.payment, cause);
    }

    private static Stored read(ResultSet row, int number) throws SQLException {
        return new Stored(row.getLong("sequence"), row.getObject("id", UUID.class), row.getObject("payment_id", UUID.class), row.getString("event"),
                PaymentStore.instant(row, "at"));
    }
}
