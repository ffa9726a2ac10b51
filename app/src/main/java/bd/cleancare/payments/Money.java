package bd.cleancare.payments;

import static bd.cleancare.payments.ledger.Ledger.Posting.credit;
import static bd.cleancare.payments.ledger.Ledger.Posting.debit;

import bd.cleancare.payments.MoveStore.Also;
import bd.cleancare.payments.MoveStore.Why;
import bd.cleancare.payments.gateway.Gateway.Outcome;
import bd.cleancare.payments.ledger.Accounts;
import bd.cleancare.payments.ledger.Ledger;
import bd.cleancare.payments.ledger.Ledger.Entry;
import bd.cleancare.payments.ledger.Ledger.Posting;
import bd.cleancare.shared.CityTime;
import bd.cleancare.shared.Taka;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Money has come: whether it fits, what it is for, and where it stands in the books. All inside the caller's transaction. */
@Component
class Money {

    private static final Logger log = LoggerFactory.getLogger(Money.class);
    /** By letters and, as Nagad has it, by the ISO number. */
    private static final Set<String> TAKA = Set.of("BDT", "050");

    private final AttemptStore attempts;
    private final MoveStore moves;
    private final Ledger ledger;
    private final BillStore bills;
    private final Paperwork paperwork;

    Money(AttemptStore attempts, MoveStore moves, Ledger ledger, BillStore bills, Paperwork paperwork) {
        this.attempts = attempts;
        this.moves = moves;
        this.ledger = ledger;
        this.bills = bills;
        this.paperwork = paperwork;
    }

    /** Whether the bill, if there is one, still needs the money. */
    boolean isStillOwed(Payment payment) {
        return payment.bill() == null || bills.lock(payment.bill(), day(payment)).payable().isPositive();
    }

    void arrived(Payment payment, Attempt attempt, Outcome.Paid paid) {
        if (attempt.status() == AttemptStatus.SUCCEEDED || attempt.status() == AttemptStatus.DUPLICATE_PAID || attempt.status() == AttemptStatus.MISMATCH) {
            return;
        }
        String evidence = attempt.gateway() + " " + paid.trxId();
        String wrong = mismatch(attempt, paid);
        if (wrong != null) {
            hold(payment, attempt, paid, wrong, evidence);
        } else if (attempts.ofPayment(payment.id()).stream().anyMatch(other -> other.status() == AttemptStatus.SUCCEEDED)) {
            duplicate(payment, attempt, paid, Why.evidence(null, evidence));
        } else {
            moves.attempt(attempt.id(), attempt.status(), AttemptStatus.SUCCEEDED, Why.evidence(null, evidence), proof(paid));
            apply(payment, attempt, Why.evidence(null, evidence));
        }
    }

    /** Whether it is money for this attempt at all, be the amount another one or the gateway in doubt. */
    boolean isOurs(Attempt attempt, Outcome.Paid paid) {
        return TAKA.contains(paid.currency()) && paid.invoice().equals(attempt.invoice()) && !isOfAnother(attempt, paid);
    }

    private boolean isOfAnother(Attempt attempt, Outcome.Paid paid) {
        return attempts.byTrxId(attempt.gateway(), paid.trxId()).filter(other -> !other.id().equals(attempt.id())).isPresent();
    }

    private String mismatch(Attempt attempt, Outcome.Paid paid) {
        if (paid.doubt() != null) {
            return paid.doubt();
        }
        if (!paid.amount().equals(attempt.amount())) {
            return OwnWords.AMOUNT.before(paid.amount());
        }
        if (!TAKA.contains(paid.currency())) {
            return OwnWords.CURRENCY.before(paid.currency());
        }
        if (!paid.invoice().equals(attempt.invoice())) {
            return OwnWords.OTHER_INVOICE.words();
        }
        return isOfAnother(attempt, paid) ? OwnWords.OTHER_TRANSACTION.words() : null;
    }

    private void hold(Payment payment, Attempt attempt, Outcome.Paid paid, String wrong, String evidence) {
        log.error("Payment {} is held: {} tells {}", payment.transactionId(), attempt.gateway(), wrong);
        moves.attempt(attempt.id(), attempt.status(), AttemptStatus.MISMATCH, Why.evidence(wrong, evidence), new Also().set("told_poisha", paid.amount().poisha()).set("doubt", wrong)
                .set("last_answer", ":last_answer::jsonb", paid.answer()));
        if (payment.status().isOpen()) {
            confirming(payment);
            moves.payment(payment.id(), PaymentStatus.CONFIRMING, PaymentStatus.HELD, Why.evidence(wrong, evidence), new Also().set("failure_reason", "mismatch"));
        } else if (PaymentStatus.MOVES.has(payment.status(), PaymentStatus.PAID_LATE)) {
            moves.payment(payment.id(), payment.status(), PaymentStatus.PAID_LATE, Why.evidence(wrong, evidence), new Also());
            moves.payment(payment.id(), PaymentStatus.PAID_LATE, PaymentStatus.HELD, Why.evidence(wrong, evidence), new Also().set("failure_reason", "mismatch"));
        }
    }

    /** The payment was paid by another attempt: this money belongs to the payer. */
    void duplicate(Payment payment, Attempt attempt, Outcome.Paid paid, Why why) {
        log.error("Payment {} was paid twice; the second through {} is due back", payment.transactionId(), attempt.gateway());
        moves.attempt(attempt.id(), attempt.status(), AttemptStatus.DUPLICATE_PAID, why, proof(paid));
        paperwork.refundOfDuplicate(payment, attempt, why.actor());
        ledger.post(new Entry("duplicate", attempt.id().toString(), null,
                List.of(debit(Accounts.clearing(attempt.gateway()), attempt.amount()), credit(Accounts.REFUNDS_PAYABLE, attempt.amount()))));
    }

    /** For what was owed, if it still is; what nothing is owed for is due back. */
    void apply(Payment payment, Attempt attempt, Why why) {
        Taka owed = payment.amount();
        if (payment.bill() != null) {
            Bill bill = bills.lock(payment.bill(), day(payment));
            owed = bill.payable().orSmaller(payment.amount());
            if (owed.isPositive()) {
                bills.credit(bill.id(), owed, owed.equals(bill.payable()));
            }
        }
        book(payment, attempt, owed, why);
    }

    /** The whole of it is due back, whatever is owed. */
    void giveBack(Payment payment, Attempt attempt, Why why) {
        book(payment, attempt, Taka.ZERO, why);
    }

    private void book(Payment payment, Attempt attempt, Taka owed, Why why) {
        boolean wanted = owed.isPositive();
        boolean late = !payment.status().isOpen();
        if (late) {
            moves.payment(payment.id(), payment.status(), PaymentStatus.PAID_LATE, why, new Also().now("completed_at"));
        } else {
            confirming(payment);
        }
        PaymentStatus from = late ? PaymentStatus.PAID_LATE : PaymentStatus.CONFIRMING;
        PaymentStatus to = !wanted ? PaymentStatus.REFUND_DUE : late ? PaymentStatus.APPLIED : PaymentStatus.PAID;
        moves.payment(payment.id(), from, to, why, new Also().now("completed_at").set("failure_reason", null).set("method", attempt.method().word()));
        if (wanted) {
            paperwork.receipt(payment);
        } else {
            log.error("Payment {} is due back: nothing is owed for it", payment.transactionId());
            paperwork.refundOfUnwanted(payment, attempt, why.actor());
        }
        ledger.post(new Entry("payment", payment.id().toString(), wanted ? payment.bill() : null, postings(payment, attempt, owed)));
    }

    private static List<Posting> postings(Payment payment, Attempt attempt, Taka owed) {
        var postings = new ArrayList<Posting>(List.of(debit(Accounts.clearing(attempt.gateway()), payment.amount())));
        if (!owed.isPositive()) {
            postings.add(credit(Accounts.REFUNDS_PAYABLE, payment.amount()));
            return postings;
        }
        postings.add(credit(Accounts.revenue(payment.serviceType()), owed));
        if (payment.amount().compareTo(owed) > 0) {
            postings.add(credit(Accounts.CREDIT, payment.amount().minus(owed)));
        }
        return postings;
    }

    private void confirming(Payment payment) {
        if (payment.status() != PaymentStatus.CONFIRMING) {
            moves.payment(payment.id(), payment.status(), PaymentStatus.CONFIRMING, Why.system(null), new Also());
        }
    }

    static Also proof(Outcome.Paid paid) {
        var proof = new Also().set("gateway_trx_id", paid.trxId()).set("payer_masked", paid.payerMasked()).set("last_answer", ":last_answer::jsonb", paid.answer());
        return paid.paidAt() == null ? proof.now("paid_at") : proof.set("paid_at", paid.paidAt().atOffset(java.time.ZoneOffset.UTC));
    }

    /** What was quoted when the payer set out holds, also past midnight of the due date. */
    private static LocalDate day(Payment payment) {
        return payment.createdAt().atZone(CityTime.ZONE).toLocalDate();
    }
}
