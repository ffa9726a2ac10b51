package bd.cleancare.payments;

import static bd.cleancare.payments.ledger.Ledger.Posting.credit;
import static bd.cleancare.payments.ledger.Ledger.Posting.debit;

import bd.cleancare.payments.MoveStore.Also;
import bd.cleancare.payments.MoveStore.Why;
import bd.cleancare.payments.ledger.Accounts;
import bd.cleancare.payments.ledger.Ledger;
import bd.cleancare.payments.ledger.Ledger.Entry;
import bd.cleancare.payments.ledger.Ledger.Posting;
import bd.cleancare.shared.Taka;
import java.time.Duration;
import java.util.ArrayList;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a refund's moves change: the payment, its bill and the ledger. The ledger hears of it only when the money has gone back. */
@Component
class RefundBooks {

    private static final Duration FIRST_CHECK = Duration.ofMinutes(1);

    private final PaymentStore payments;
    private final AttemptStore attempts;
    private final RefundStore store;
    private final BillStore bills;
    private final MoveStore moves;
    private final Ledger ledger;
    private final JdbcClient db;

    RefundBooks(PaymentStore payments, AttemptStore attempts, RefundStore store, BillStore bills, MoveStore moves, Ledger ledger, JdbcClient db) {
        this.payments = payments;
        this.attempts = attempts;
        this.store = store;
        this.bills = bills;
        this.moves = moves;
        this.ledger = ledger;
        this.db = db;
    }

    boolean sent(Refund refund, String[] before) {
        return moves.refund(refund.id(), RefundStatus.APPROVED, RefundStatus.SENT, Why.system(null), checkedSoon().set("seen_before", before));
    }

    static Also checkedSoon() {
        return new Also().set("next_check_at", "now() + make_interval(secs => :next_check_at)", FIRST_CHECK.toSeconds());
    }

    void unknown(Refund refund, String reason) {
        moves.refund(refund.id(), RefundStatus.SENT, RefundStatus.UNKNOWN, Why.system(reason), new Also());
    }

    void byHand(Refund refund) {
        if (moves.refund(refund.id(), RefundStatus.SENT, RefundStatus.UNKNOWN, Why.system(OwnWords.NO_REFUNDS_THERE.words()), new Also().set("next_check_at", null))) {
            moves.refund(refund.id(), RefundStatus.UNKNOWN, RefundStatus.MANUAL, Why.system(OwnWords.BY_HAND.words()), new Also());
        }
    }

    void atTheCounter(Refund refund) {
        moves.refund(refund.id(), RefundStatus.APPROVED, RefundStatus.MANUAL, Why.system(OwnWords.AT_THE_COUNTER.words()), new Also().set("next_check_at", null));
    }

    void failed(Refund refund, RefundStatus from, Why why) {
        boolean moved = moves.refund(refund.id(), from, RefundStatus.FAILED, why, new Also().set("next_check_at", null));
        if (moved && attempts.get(refund.attempt()).status() == AttemptStatus.SUCCEEDED && payments.lock(refund.payment()).status() != PaymentStatus.REFUND_DUE) {
            store.unreserve(refund);
        }
    }

    boolean resolve(Refund refund, boolean done, Why why) {
        moves.refund(refund.id(), RefundStatus.UNKNOWN, RefundStatus.MANUAL, why, new Also().set("next_check_at", null));
        if (store.find(refund.id()).orElseThrow().status() != RefundStatus.MANUAL) {
            return false;
        }
        if (done) {
            succeeded(refund, RefundStatus.MANUAL, null, why);
        } else {
            failed(refund, RefundStatus.MANUAL, why);
        }
        return true;
    }

    void succeeded(Refund refund, RefundStatus from, String gatewayRefundId, Why why) {
        Payment payment = payments.lock(refund.payment());
        if (!moves.refund(refund.id(), from, RefundStatus.SUCCEEDED, why, new Also().set("gateway_refund_id", gatewayRefundId).set("next_check_at", null))) {
            return;
        }
        Attempt attempt = attempts.get(refund.attempt());
        if (attempt.status() == AttemptStatus.DUPLICATE_PAID) {
            post(refund, null, attempt, debit(Accounts.REFUNDS_PAYABLE, refund.amount()));
            return;
        }
        store.countRefunded(refund);
        boolean whole = payment.refunded().plus(refund.amount()).equals(payment.amount());
        PaymentStatus to = whole ? PaymentStatus.REFUNDED : PaymentStatus.PARTIALLY_REFUNDED;
        boolean owedNothing = isOwedNothing(payment);
        if (payment.status() != to) {
            moves.payment(payment.id(), payment.status(), to, why, new Also());
        }
        if (owedNothing) {
            post(refund, null, attempt, debit(Accounts.REFUNDS_PAYABLE, refund.amount()));
        } else {
            reverse(refund, payment, attempt);
        }
    }

    /** What was paid beyond the bill goes back first; the rest is owed again. */
    private void reverse(Refund refund, Payment payment, Attempt attempt) {
        Taka fromCredit = creditOf(payment).orSmaller(refund.amount());
        Taka fromRevenue = refund.amount().minus(fromCredit);
        var debits = new ArrayList<Posting>();
        if (fromRevenue.isPositive()) {
            debits.add(debit(Accounts.revenue(payment.serviceType()), fromRevenue));
        }
        if (fromCredit.isPositive()) {
            debits.add(debit(Accounts.CREDIT, fromCredit));
        }
        if (payment.bill() != null && fromRevenue.isPositive()) {
            bills.uncredit(payment.bill(), fromRevenue);
        }
        post(refund, fromRevenue.isPositive() ? payment.bill() : null, attempt, debits.toArray(Posting[]::new));
    }

    private void post(Refund refund, java.util.UUID bill, Attempt attempt, Posting... debits) {
        var postings = new ArrayList<>(java.util.List.of(debits));
        postings.add(credit(Accounts.clearing(attempt.gateway()), refund.amount()));
        ledger.post(new Entry("refund", refund.id().toString(), bill, postings));
    }

    private boolean isOwedNothing(Payment payment) {
        return db.sql("""
                SELECT EXISTS (SELECT FROM ledger_transactions t JOIN ledger_postings p ON p.transaction = t.sequence
                               WHERE t.kind = 'payment' AND t.reference = ? AND p.account = 'refunds-payable')
                """).param(payment.id().toString()).query(Boolean.class).single();
    }

    private Taka creditOf(Payment payment) {
        return new Taka(db.sql("""
                SELECT coalesce(-sum(p.amount_poisha), 0)::bigint FROM ledger_postings p JOIN ledger_transactions t ON t.sequence = p.transaction
                WHERE p.account = 'credit' AND (t.kind = 'payment' AND t.reference = :payment
                    OR t.kind = 'refund' AND t.reference IN (SELECT id::text FROM refunds WHERE payment_id = :id))
                """).param("payment", payment.id().toString()).param("id", payment.id()).query(Long.class).single());
    }
}
