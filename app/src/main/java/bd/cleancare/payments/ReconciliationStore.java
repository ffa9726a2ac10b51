package bd.cleancare.payments;

import bd.cleancare.payments.ledger.Accounts;
import bd.cleancare.shared.CityTime;
import bd.cleancare.shared.Ids;
import bd.cleancare.shared.Taka;
import bd.cleancare.shared.Viewer;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The worklist, and what the books say about a day. */
@Component
public class ReconciliationStore {

    record Own(String trxId, String invoice, Taka amount, UUID payment) {
    }

    private final JdbcClient db;
    private final PaymentSettings settings;

    ReconciliationStore(JdbcClient db, PaymentSettings settings) {
        this.db = db;
        this.settings = settings;
    }

    /** Two nodes that run the same day at once take turns. */
    void lock(String gateway, LocalDate day) {
        db.sql("SELECT pg_advisory_xact_lock(hashtext(?))").param("reconcile " + gateway + " " + day).query((_, _) -> 0).list();
    }

    void item(String gateway, LocalDate day, String kind, StatementLine line, Taka ours, UUID payment) {
        db.sql("""
                INSERT INTO reconciliation_items (id, gateway, day, kind, trx_id, invoice, statement_poisha, our_poisha, payment_id)
                VALUES (:id, :gateway, :day, :kind, :trx, :invoice, :statement, :ours, :payment) ON CONFLICT DO NOTHING
                """).param("id", Ids.next()).param("gateway", gateway).param("day", day).param("kind", kind).param("trx", line.trxId()).param("invoice", line.invoice())
                .param("statement", kind.equals("fee_differs") ? line.fee().poisha() : line.amount().poisha()).param("ours", ours == null ? null : ours.poisha())
                .param("payment", payment).update();
    }

    List<Own> ownPaidOn(String gateway, LocalDate day) {
        return db.sql("""
                SELECT gateway_trx_id, invoice, amount_poisha, payment_id FROM payment_attempts
                WHERE gateway = ? AND status IN ('succeeded', 'duplicate_paid') AND paid_at >= ? AND paid_at < ?
                """).param(gateway).param(midnight(day)).param(midnight(day.plusDays(1)))
                .query((row, _) -> new Own(row.getString(1), row.getString(2), new Taka(row.getLong(3)), row.getObject(4, UUID.class))).list();
    }

    /**
     * What the ledger put onto the gateway's clearing account for what happened there on that day, whenever we heard of it: a day's fees are
     * booked when its statement comes, and a payment of the last minute after midnight.
     */
    Taka bookedOn(String gateway, LocalDate day) {
        return new Taka(db.sql("""
                WITH paid AS (
                    SELECT id, payment_id, status, gateway_trx_id FROM payment_attempts
                    WHERE gateway = :gateway AND status IN ('succeeded', 'duplicate_paid') AND paid_at >= :from AND paid_at < :to),
                booked (kind, reference) AS (
                    SELECT 'payment', payment_id::text FROM paid WHERE status = 'succeeded'
                    UNION ALL SELECT 'duplicate', id::text FROM paid WHERE status = 'duplicate_paid'
                    UNION ALL SELECT 'fee', :gateway || ' ' || gateway_trx_id FROM paid
                    UNION ALL SELECT 'suspense', :gateway || ' ' || trx_id FROM reconciliation_items WHERE gateway = :gateway AND day = :day AND kind = 'missing_here'
                    UNION ALL SELECT kind, reference FROM ledger_transactions WHERE kind = 'refund' AND at >= :from AND at < :to)
                SELECT coalesce(sum(p.amount_poisha), 0)::bigint FROM booked JOIN ledger_transactions t USING (kind, reference)
                JOIN ledger_postings p ON p.transaction = t.sequence AND p.account = :account
                """).param("gateway", gateway).param("day", day).param("from", midnight(day)).param("to", midnight(day.plusDays(1))).param("account", Accounts.clearing(gateway))
                .query(Long.class).single());
    }

    boolean hasRefund(String gateway, StatementLine line) {
        return db.sql("""
                SELECT EXISTS (SELECT FROM refunds r JOIN payment_attempts a ON a.id = r.attempt_id WHERE a.gateway = :gateway AND r.status = 'succeeded'
                    AND (r.gateway_refund_id = :trx OR a.invoice = :invoice AND r.amount_poisha = :amount))
                """).param("gateway", gateway).param("trx", line.trxId()).param("invoice", line.invoice()).param("amount", line.amount().poisha()).query(Boolean.class).single();
    }

    boolean isPosted(String kind, String reference) {
        return db.sql("SELECT EXISTS (SELECT FROM ledger_transactions WHERE kind = ? AND reference = ?)").param(kind).param(reference).query(Boolean.class).single();
    }

    /** Null where no fee was agreed. */
    Taka expectedFee(String gateway, Taka amount) {
        Integer points = settings.feeBasisPoints().get(gateway);
        return points == null ? null : amount.share(points);
    }

    void done(String gateway, LocalDate day, int matched, Taka net, Taka booked, Viewer by) {
        db.sql("""
                INSERT INTO reconciliations (gateway, day, run_by, matched, statement_net_poisha, booked_poisha) VALUES (:gateway, :day, :by, :matched, :net, :booked)
                ON CONFLICT (gateway, day) DO UPDATE SET run_at = now(), run_by = :by, matched = :matched, statement_net_poisha = :net, booked_poisha = :booked
                """).param("gateway", gateway).param("day", day).param("by", by == null ? null : by.id()).param("matched", matched).param("net", net.poisha())
                .param("booked", booked.poisha()).update();
    }

    /** The open items of the worklist, oldest first; with a day, all of that day. */
    public List<Map<String, Object>> items(String gateway, LocalDate day) {
        return db.sql("""
                SELECT id, gateway, day, kind, trx_id, invoice, (statement_poisha / 100.0)::numeric(14, 2)::text AS statement_amount,
                    (our_poisha / 100.0)::numeric(14, 2)::text AS our_amount, payment_id, created_at, resolved_at, resolution
                FROM reconciliation_items WHERE CASE WHEN :gateway::text IS NULL THEN resolved_at IS NULL ELSE gateway = :gateway AND day = :day END
                ORDER BY created_at, trx_id LIMIT 500
                """).param("gateway", gateway).param("day", day).query().listOfRows();
    }

    public boolean resolve(UUID id, String resolution, Viewer by) {
        return db.sql("UPDATE reconciliation_items SET resolved_at = now(), resolved_by = ?, resolution = ? WHERE id = ? AND resolved_at IS NULL")
                .param(by.id()).param(resolution).param(id).update() == 1;
    }

    private static OffsetDateTime midnight(LocalDate day) {
        return day.atStartOfDay(CityTime.ZONE).toOffsetDateTime();
    }
}
