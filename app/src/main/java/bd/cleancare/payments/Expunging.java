package bd.cleancare.payments;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Forgets whose wallet it was when the time for keeping it is over: the payer's number, the masked wallet, the gateway's answers. What was
 * paid stays. A payment whose rows and ledger disagree is evidence and is kept until somebody has looked.
 */
@Component
class Expunging {

    private static final Logger log = LoggerFactory.getLogger(Expunging.class);
    private static final int AT_ONCE = 500;

    /** Ended long ago, and nothing of it under way. */
    private static final String DUE = """
            p.expunged_at IS NULL AND p.updated_at < now() - make_interval(secs => :keep)
            AND p.status IN ('paid', 'applied', 'partially_refunded', 'refunded', 'failed', 'cancelled', 'expired')
            AND NOT EXISTS (SELECT FROM payment_attempts a WHERE a.payment_id = p.id AND (a.next_check_at IS NOT NULL OR a.status = 'mismatch'))
            AND NOT EXISTS (SELECT FROM refunds r WHERE r.payment_id = p.id AND r.status NOT IN ('succeeded', 'failed', 'rejected'))
            """;

    /** What the rows say was taken and given back is what the ledger says. */
    private static final String AGREES = """
            (SELECT coalesce(sum(l.amount_poisha), 0) FROM ledger_transactions t JOIN ledger_postings l ON l.transaction = t.sequence AND l.account LIKE 'clearing:%'
                WHERE t.kind = 'payment' AND t.reference = p.id::text)
              = CASE WHEN p.status IN ('failed', 'cancelled', 'expired') THEN 0 ELSE p.amount_poisha END
            AND (SELECT coalesce(-sum(l.amount_poisha), 0) FROM refunds r JOIN payment_attempts a ON a.id = r.attempt_id AND a.status = 'succeeded'
                JOIN ledger_transactions t ON t.kind = 'refund' AND t.reference = r.id::text
                JOIN ledger_postings l ON l.transaction = t.sequence AND l.account LIKE 'clearing:%' WHERE r.payment_id = p.id) = p.refunded_poisha
            """;

    private final JdbcClient db;
    private final PaymentSettings settings;

    Expunging(JdbcClient db, PaymentSettings settings) {
        this.db = db;
        this.settings = settings;
    }

    /** @return how many were due and kept because their rows and the ledger disagree */
    int run() {
        int expunged;
        do {
            expunged = some();
        } while (expunged == AT_ONCE);
        int kept = db.sql("SELECT count(*) FROM (SELECT FROM payments p WHERE " + DUE + " AND NOT (" + AGREES + ") LIMIT 1000) x").param("keep", keep())
                .query(Integer.class).single();
        if (kept > 0) {
            log.error("{} old payments disagree with the ledger and were not expunged", kept);
        }
        return kept;
    }

    private int some() {
        return db.sql("""
                WITH done AS (
                    UPDATE payments SET expunged_at = now(), phone = NULL WHERE id IN (SELECT p.id FROM payments p WHERE %s AND %s LIMIT %d FOR UPDATE SKIP LOCKED)
                    RETURNING id
                ), attempts AS (
                    UPDATE payment_attempts SET last_answer = NULL, payer_masked = NULL, redirect_url = NULL FROM done WHERE payment_id = done.id
                )
                SELECT count(*) FROM done
                """.formatted(DUE, AGREES, AT_ONCE)).param("keep", keep()).query(Integer.class).single();
    }

    private double keep() {
        Duration time = settings.keepPayersFor();
        return time.toSeconds();
    }
}
