package bd.cleancare.payments;

import bd.cleancare.payments.MoveStore.Also;
import bd.cleancare.payments.MoveStore.Why;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lets what is overdue end: an attempt that could still be paid is asked about first, the rest ends by itself. */
@Component
class Expiry {

    private static final Duration PURGE_EVERY = Duration.ofHours(1);

    private final JdbcClient db;
    private final PaymentStore payments;
    private final MoveStore moves;
    private final Once keys;
    private long lastPurge = System.nanoTime();

    Expiry(JdbcClient db, PaymentStore payments, MoveStore moves, Once keys) {
        this.db = db;
        this.payments = payments;
        this.moves = moves;
        this.keys = keys;
    }

    void run() {
        if (System.nanoTime() - lastPurge > PURGE_EVERY.toNanos()) {
            lastPurge = System.nanoTime();
            keys.purge();
        }
        db.sql("""
                UPDATE payment_attempts a SET next_check_at = now() FROM payments p
                WHERE p.id = a.payment_id AND p.status IN ('created', 'awaiting_payer', 'confirming', 'unknown') AND p.expires_at < now()
                  AND a.next_check_at > now() AND (a.updated_at < p.expires_at) AND a.lease_until IS NULL
                """).update();
        payments.overdueWithoutAttempt().forEach(id -> moves.payment(id, PaymentStatus.CREATED, PaymentStatus.EXPIRED, Why.system(OwnWords.NEVER_SENT.words()),
                new Also().set("failure_reason", "expired")));
    }
}
