package bd.cleancare.payments;

import bd.cleancare.shared.Taka;
import bd.cleancare.shared.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class RefundStore {

    private static final String COLUMNS = """
            r.id, r.payment_id, r.attempt_id, r.amount_poisha, r.reason, r.status, r.requested_by, r.decided_by, r.gateway_refund_id, r.evidence, r.created_at
            """;

    private static final int MOST = 200;

    private final JdbcClient db;

    RefundStore(JdbcClient db) {
        this.db = db;
    }

    /** Takes the amount out of what is left, if that is what the asker saw; two who ask at once cannot both have it. */
    boolean reserve(UUID payment, Taka amount, Taka seenRefundable) {
        return db.sql("""
                UPDATE payments SET refund_committed_poisha = refund_committed_poisha + :amount
                WHERE id = :id AND status IN ('paid', 'applied', 'partially_refunded') AND amount_poisha - refund_committed_poisha = :seen
                  AND refund_committed_poisha + :amount <= amount_poisha
                """).param("amount", amount.poisha()).param("seen", seenRefundable.poisha()).param("id", payment).update() == 1;
    }

    void unreserve(Refund refund) {
        db.sql("UPDATE payments SET refund_committed_poisha = refund_committed_poisha - ? WHERE id = ?").param(refund.amount().poisha()).param(refund.payment()).update();
    }

    void countRefunded(Refund refund) {
        db.sql("UPDATE payments SET refunded_poisha = refunded_poisha + ? WHERE id = ?").param(refund.amount().poisha()).param(refund.payment()).update();
    }

    void insert(UUID id, Payment payment, UUID attempt, Taka amount, String reason, UUID by) {
        db.sql("INSERT INTO refunds (id, payment_id, attempt_id, amount_poisha, reason, requested_by) VALUES (?, ?, ?, ?, ?, ?)")
                .param(id).param(payment.id()).param(attempt).param(amount.poisha()).param(reason).param(by).update();
    }

    Optional<Refund> find(UUID id) {
        return db.sql("SELECT " + COLUMNS + " FROM refunds r WHERE r.id = ?").param(id).query(RefundStore::read).optional();
    }

    /** As {@link Condition#visibleTo} says of their payments. */
    Optional<Refund> find(UUID id, Viewer viewer) {
        Condition visible = Condition.visibleTo(viewer);
        return db.sql("SELECT " + COLUMNS + " FROM refunds r JOIN payments p ON p.id = r.payment_id WHERE r.id = ? AND " + visible.sql())
                .param(id).params(visible.params()).query(RefundStore::read).optional();
    }

    List<Refund> list(Viewer viewer, String status) {
        Condition visible = Condition.visibleTo(viewer);
        return db.sql("SELECT " + COLUMNS + " FROM refunds r JOIN payments p ON p.id = r.payment_id WHERE r.status = ? AND " + visible.sql() + " ORDER BY r.created_at LIMIT " + MOST)
                .param(status).params(visible.params()).query(RefundStore::read).list();
    }

    int count(Viewer viewer, String status) {
        Condition visible = Condition.visibleTo(viewer);
        return db.sql("SELECT count(*) FROM (SELECT FROM refunds r JOIN payments p ON p.id = r.payment_id WHERE r.status = ? AND " + visible.sql() + " LIMIT " + MOST + ") AS listed")
                .param(status).params(visible.params()).query(Integer.class).single();
    }

    List<Refund> ofPayment(UUID payment) {
        return db.sql("SELECT " + COLUMNS + " FROM refunds r WHERE r.payment_id = ? ORDER BY r.created_at").param(payment).query(RefundStore::read).list();
    }

    String[] seenBefore(UUID id) {
        return db.sql("SELECT coalesce(seen_before, '{}') FROM refunds WHERE id = ?").param(id)
                .query((row, _) -> (String[]) row.getArray(1).getArray()).single();
    }

    /** Claims what has to be asked about; nobody else asks until the lease ends. */
    List<Refund> claimDue(double lease) {
        return db.sql("""
                UPDATE refunds r SET next_check_at = now() + make_interval(secs => :lease), checks = checks + 1
                WHERE r.id IN (SELECT id FROM refunds WHERE next_check_at <= now() AND status IN ('approved', 'sent', 'unknown') LIMIT 20 FOR UPDATE SKIP LOCKED)
                RETURNING\s""" + COLUMNS).param("lease", lease).query(RefundStore::read).list();
    }

    private static Refund read(ResultSet row, int number) throws SQLException {
        return new Refund(row.getObject("id", UUID.class), row.getObject("payment_id", UUID.class), row.getObject("attempt_id", UUID.class),
                new Taka(row.getLong("amount_poisha")), row.getString("reason"), RefundStatus.ofWord(row.getString("status")), row.getObject("requested_by", UUID.class),
                row.getObject("decided_by", UUID.class), row.getString("gateway_refund_id"), row.getString("evidence"), PaymentStore.instant(row, "created_at"));
    }
}
