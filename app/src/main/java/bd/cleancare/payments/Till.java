package bd.cleancare.payments;

import bd.cleancare.payments.MoveStore.Also;
import bd.cleancare.payments.MoveStore.Why;
import bd.cleancare.shared.Ids;
import bd.cleancare.shared.Viewer;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Writes down what a clerk has taken, by the same moves as any payment: its trail, its receipt and its place in the ledger. */
@Component
class Till {

    private final PaymentStore payments;
    private final AttemptStore attempts;
    private final MoveStore moves;
    private final Money money;

    Till(PaymentStore payments, AttemptStore attempts, MoveStore moves, Money money) {
        this.payments = payments;
        this.attempts = attempts;
        this.moves = moves;
        this.money = money;
    }

    /** Inside the caller's transaction, the bill locked. */
    Payment put(PaymentOrder order, String reference, Viewer clerk) {
        UUID id = Ids.next();
        if (!payments.insert(id, TransactionId.next(), order)) {
            throw new IllegalStateException("this number of a payment was given before");
        }
        moves.created(id, "payment", id, "created", "PaymentCreated", Why.by(clerk.id(), reference));
        Attempt attempt = attempts.insert(Ids.next(), payments.lock(id), 1, order.method(), order.method().word());
        moves.created(id, "attempt", attempt.id(), "new", "AttemptBegun", Why.by(clerk.id(), order.method().word()));
        moves.attempt(attempt.id(), AttemptStatus.NEW, AttemptStatus.SUCCEEDED, Why.by(clerk.id(), reference),
                new Also().set("reference", reference).now("paid_at").set("next_check_at", null));
        money.apply(payments.lock(id), attempts.get(attempt.id()), Why.by(clerk.id(), reference));
        return payments.lock(id);
    }
}
