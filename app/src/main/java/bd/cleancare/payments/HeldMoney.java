package bd.cleancare.payments;

import bd.cleancare.payments.HeldPayments.Decided;
import bd.cleancare.payments.HeldPayments.Decision;
import bd.cleancare.payments.MoveStore.Also;
import bd.cleancare.payments.MoveStore.Why;
import bd.cleancare.payments.gateway.Gateway.Outcome;
import bd.cleancare.shared.Viewer;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a decision about held money changes; one transaction, the payment's row locked first. */
@Component
class HeldMoney {

    private final PaymentStore payments;
    private final AttemptStore attempts;
    private final MoveStore moves;
    private final Money money;

    HeldMoney(PaymentStore payments, AttemptStore attempts, MoveStore moves, Money money) {
        this.payments = payments;
        this.attempts = attempts;
        this.moves = moves;
        this.money = money;
    }

    /** @param now what the gateway has just said */
    @Transactional
    public Decided decide(UUID id, Decision decision, Outcome now, String evidence, Viewer by) {
        Payment payment = payments.lock(attempts.get(id).payment());
        Attempt attempt = attempts.get(id);
        if (attempt.status() != AttemptStatus.MISMATCH) {
            return new Decided.DecidedAlready();
        }
        return switch (now) {
            case Outcome.Paid paid when money.isOurs(attempt, paid) -> decision == Decision.NOTHING_CAME ? new Decided.GatewayContradicts()
                    : take(payment, attempt, paid, decision, why(decision, attempt, paid.trxId(), evidence, by));
            case Outcome.Paid paid -> nothing(payment, attempt, decision, why(decision, attempt, "not ours: " + paid.trxId(), evidence, by));
            case Outcome.NotPaid notPaid -> nothing(payment, attempt, decision, why(decision, attempt, notPaid.code(), evidence, by));
            case Outcome.Pending _, Outcome.Authorised _, Outcome.Unknown _ -> new Decided.Unclear();
        };
    }

    private static Why why(Decision decision, Attempt attempt, String told, String evidence, Viewer by) {
        return new Why(by.id(), Moves.word(decision), attempt.gateway() + " " + told + "; " + evidence);
    }

    private Decided take(Payment payment, Attempt attempt, Outcome.Paid paid, Decision decision, Why why) {
        if (payment.status() != PaymentStatus.HELD) {
            return takeBesides(payment, attempt, paid, decision, why);
        }
        if (!paid.amount().equals(attempt.amount())) {
            attempts.correctAmount(attempt.id(), paid.amount());
            payments.correctAmount(payment.id(), paid.amount());
        }
        moves.attempt(attempt.id(), AttemptStatus.MISMATCH, AttemptStatus.SUCCEEDED, why, Money.proof(paid));
        Payment corrected = payments.lock(payment.id());
        if (decision == Decision.RELEASE) {
            money.apply(corrected, attempts.get(attempt.id()), why);
        } else {
            money.giveBack(corrected, attempts.get(attempt.id()), why);
        }
        return new Decided.Done(payments.lock(payment.id()));
    }

    private Decided takeBesides(Payment payment, Attempt attempt, Outcome.Paid paid, Decision decision, Why why) {
        if (decision == Decision.RELEASE) {
            return new Decided.PaidAlready();
        }
        attempts.correctAmount(attempt.id(), paid.amount());
        money.duplicate(payment, attempts.get(attempt.id()), paid, why);
        return new Decided.Done(payments.lock(payment.id()));
    }

    private Decided nothing(Payment payment, Attempt attempt, Decision decision, Why why) {
        if (decision != Decision.NOTHING_CAME) {
            return new Decided.GatewayContradicts();
        }
        moves.attempt(attempt.id(), AttemptStatus.MISMATCH, AttemptStatus.DECLINED, why, new Also().set("next_check_at", null));
        boolean another = attempts.ofPayment(payment.id()).stream().anyMatch(other -> other.status() == AttemptStatus.MISMATCH);
        if (payment.status() == PaymentStatus.HELD && !another) {
            moves.payment(payment.id(), PaymentStatus.HELD, PaymentStatus.FAILED, why, new Also().set("failure_reason", "declined"));
        }
        return new Decided.Done(payments.lock(payment.id()));
    }
}
