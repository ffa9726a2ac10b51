package bd.cleancare.payments;

import bd.cleancare.payments.MoveStore.Why;
import bd.cleancare.shared.Ids;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What follows from money at once: the receipt, or the refund that somebody has to approve. */
@Component
class Paperwork {

    private final JdbcClient db;
    private final ServiceTypes services;
    private final Receipts receipts;
    private final MoveStore moves;

    Paperwork(JdbcClient db, ServiceTypes services, Receipts receipts, MoveStore moves) {
        this.db = db;
        this.services = services;
        this.receipts = receipts;
        this.moves = moves;
    }

    void receipt(Payment payment) {
        receipts.issue(payment.id(), services.byCode(payment.serviceType()).orElseThrow().receiptSeries());
    }

    /** Beyond the payment's own amount, so it does not touch what of that can be refunded. */
    void refundOfDuplicate(Payment payment, Attempt attempt, UUID by) {
        request(payment, attempt, OwnWords.PAID_TWICE.words(), by);
    }

    void refundOfUnwanted(Payment payment, Attempt attempt, UUID by) {
        db.sql("UPDATE payments SET refund_committed_poisha = amount_poisha WHERE id = ?").param(payment.id()).update();
        request(payment, attempt, (by == null ? OwnWords.NOTHING_OWED : OwnWords.HELD_AND_GIVEN_BACK).words(), by);
    }

    /** @param by who decided it and so may not approve the refund; null for the system */
    private void request(Payment payment, Attempt attempt, String reason, UUID by) {
        UUID id = Ids.next();
        db.sql("INSERT INTO refunds (id, payment_id, attempt_id, amount_poisha, reason, requested_by) VALUES (?, ?, ?, ?, ?, ?)")
                .param(id).param(payment.id()).param(attempt.id()).param(attempt.amount().poisha()).param(reason).param(by).update();
        moves.created(payment.id(), "refund", id, "requested", "RefundRequested", Why.by(by, reason));
    }
}
