package bd.cleancare.payments;

import bd.cleancare.shared.Taka;
import bd.cleancare.shared.Viewer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Everything that is known of one payment: its moves, its tries, what gateways answered, its postings and who looked. */
@Component
public class PaymentTrail {

    /** @param actor a name; null for the system */
    public record Move(String subject, String from, String to, String event, String actor, String reason, String evidence, Instant at) {
    }

    /** @param answer the gateway's last, without secrets; null where there was none */
    public record Try(int number, String gateway, String invoice, String status, String gatewayPayment, String gatewayTrx, String payer, int checks, Instant nextCheckAt,
            Instant createdAt, Instant paidAt, String answer) {
    }

    public record Posted(long transaction, String kind, String account, Taka amount, Instant at) {
    }

    /**
     * @param requestedBy null where the system asked; {@code decidedBy} null until somebody has
     * @param payer the account's name, or the holding's owner's where the payer has none; may be null
     */
    public record Back(Refund refund, String requestedBy, String decidedBy, String transaction, String service, Method method, String payer) {
    }

    /**
     * Money that came once more for what was paid already.
     *
     * @param returned whether it has gone back; otherwise staff are about to send it
     */
    public record Twice(Method method, Taka amount, boolean returned) {
    }

    public record Look(String viewer, Instant at) {
    }

    private static final int LOOKS_SHOWN = 10;

    private final JdbcClient db;
    private final RefundStore refunds;

    PaymentTrail(JdbcClient db, RefundStore refunds) {
        this.db = db;
        this.refunds = refunds;
    }

    /** Staff who look leave a mark. */
    public void looked(Payment payment, Viewer viewer) {
        if (!viewer.id().equals(payment.user())) {
            db.sql("INSERT INTO payment_views (payment_id, viewer_id) VALUES (?, ?)").param(payment.id()).param(viewer.id()).update();
        }
    }

    public List<Move> moves(Payment payment) {
        return db.sql("""
                SELECT e.subject, e.from_status, e.to_status, e.event, u.name, e.reason, e.evidence, e.at
                FROM payment_events e LEFT JOIN users u ON u.id = e.actor_id WHERE e.payment_id = ? ORDER BY e.sequence LIMIT 500
                """).param(payment.id()).query((row, _) -> new Move(row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5), row.getString(6),
                row.getString(7), PaymentStore.instant(row, "at"))).list();
    }

    public List<Try> tries(Payment payment) {
        return db.sql("""
                SELECT number, gateway, invoice, status, gateway_payment_id, coalesce(gateway_trx_id, reference) AS gateway_trx_id, payer_masked, checks, next_check_at, created_at, paid_at, jsonb_pretty(last_answer) AS answer
                FROM payment_attempts WHERE payment_id = ? ORDER BY number
                """).param(payment.id()).query((row, _) -> new Try(row.getInt("number"), row.getString("gateway"), row.getString("invoice"), row.getString("status"),
                row.getString("gateway_payment_id"), row.getString("gateway_trx_id"), row.getString("payer_masked"), row.getInt("checks"),
                PaymentStore.instant(row, "next_check_at"), PaymentStore.instant(row, "created_at"), PaymentStore.instant(row, "paid_at"), row.getString("answer"))).list();
    }

    public List<Twice> twice(Payment payment) {
        return db.sql("""
                SELECT a.method, a.amount_poisha, EXISTS (SELECT FROM refunds r WHERE r.attempt_id = a.id AND r.status = 'succeeded') FROM payment_attempts a
                WHERE a.payment_id = ? AND a.status = 'duplicate_paid' ORDER BY a.number
                """).param(payment.id()).query((row, _) -> new Twice(Method.ofWord(row.getString(1)).orElseThrow(), new Taka(row.getLong(2)), row.getBoolean(3))).list();
    }

    public List<Posted> postings(Payment payment) {
        return db.sql("""
                SELECT t.sequence, t.kind, p.account, p.amount_poisha, t.at FROM ledger_transactions t JOIN ledger_postings p ON p.transaction = t.sequence
                WHERE (t.kind, t.reference) IN (SELECT 'payment', :id::text UNION ALL SELECT 'refund', id::text FROM refunds WHERE payment_id = :id
                    UNION ALL SELECT 'duplicate', id::text FROM payment_attempts WHERE payment_id = :id
                    UNION ALL SELECT 'fee', gateway || ' ' || gateway_trx_id FROM payment_attempts WHERE payment_id = :id AND gateway_trx_id IS NOT NULL)
                ORDER BY t.sequence, p.line
                """).param("id", payment.id()).query((row, _) -> new Posted(row.getLong(1), row.getString(2), row.getString(3), new Taka(row.getLong(4)),
                PaymentStore.instant(row, "at"))).list();
    }

    public List<Back> refunds(Payment payment) {
        return named(refunds.ofPayment(payment.id()));
    }

    /** With what their payments were for and the names of everybody in them, in one query for all. */
    public List<Back> named(List<Refund> some) {
        Map<UUID, Refund> byId = some.stream().collect(Collectors.toMap(Refund::id, Function.identity()));
        Map<UUID, Back> found = db.sql("""
                SELECT r.id, asker.name, decider.name, p.transaction_id, p.service_type, p.method, coalesce(payer.name, h.owner_name) FROM refunds r
                JOIN payments p ON p.id = r.payment_id LEFT JOIN users payer ON payer.id = p.user_id LEFT JOIN users asker ON asker.id = r.requested_by
                LEFT JOIN users decider ON decider.id = r.decided_by LEFT JOIN bills b ON b.id = p.bill_id LEFT JOIN holdings h ON h.id = b.holding_id
                WHERE r.id = ANY(?)
                """).param(byId.keySet().toArray(UUID[]::new)).query((row, _) -> new Back(byId.get(row.getObject(1, UUID.class)), row.getString(2), row.getString(3), row.getString(4),
                row.getString(5), Method.ofWord(row.getString(6)).orElseThrow(), row.getString(7))).list().stream().collect(Collectors.toMap(back -> back.refund().id(), Function.identity()));
        return some.stream().map(each -> found.get(each.id())).toList();
    }

    /** Everybody once, with when they looked last. */
    public List<Look> looks(Payment payment) {
        return db.sql("""
                SELECT u.name, max(v.at) AS at FROM payment_views v JOIN users u ON u.id = v.viewer_id WHERE v.payment_id = ?
                GROUP BY u.id, u.name ORDER BY at DESC LIMIT\s""" + LOOKS_SHOWN)
                .param(payment.id()).query((row, _) -> new Look(row.getString(1), PaymentStore.instant(row, "at"))).list();
    }
}
