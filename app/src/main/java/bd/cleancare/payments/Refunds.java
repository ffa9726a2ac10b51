package bd.cleancare.payments;

import bd.cleancare.payments.MoveStore.Also;
import bd.cleancare.payments.MoveStore.Why;
import bd.cleancare.payments.gateway.Gateway;
import bd.cleancare.shared.Ids;
import bd.cleancare.shared.Taka;
import bd.cleancare.shared.Viewer;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The front door to refunds: one asks, another decides, and only then is the gateway told. */
@Component
public class Refunds {

    /** What came of a wish to give money back. */
    public sealed interface Asked {

        record Requested(UUID id) implements Asked {
        }

        /** More than is left, and the asker saw what is left. */
        record TooMuch(Taka refundable) implements Asked {
        }

        /** The amount that is left is not the one the asker saw. */
        record Stale(Taka refundable) implements Asked {
        }

        record NotPaid() implements Asked {
        }

        record TooLate(long days) implements Asked {
        }
    }

    public enum Decision { DONE, SAME_PERSON, DECIDED_ALREADY }

    private final RefundStore store;
    private final AttemptStore attempts;
    private final MoveStore moves;
    private final Gateways gateways;
    private final Clock clock;

    Refunds(RefundStore store, AttemptStore attempts, MoveStore moves, Gateways gateways, Clock clock) {
        this.store = store;
        this.attempts = attempts;
        this.moves = moves;
        this.gateways = gateways;
        this.clock = clock;
    }

    /** @param seen what the asker saw as left to refund */
    @Transactional
    public Asked ask(Payment payment, Taka amount, Taka seen, String reason, Viewer by) {
        Optional<Attempt> paid = attempts.ofPayment(payment.id()).stream().filter(attempt -> attempt.status() == AttemptStatus.SUCCEEDED).findFirst();
        if (paid.isEmpty() || payment.status() == PaymentStatus.REFUND_DUE) {
            return new Asked.NotPaid();
        }
        Optional<Gateway> gateway = gateways.named(paid.get().gateway());
        if (gateway.isPresent() && paid.get().paidAt().plus(gateway.get().refundWindow()).isBefore(clock.instant())) {
            return new Asked.TooLate(gateway.get().refundWindow().toDays());
        }
        if (seen.equals(payment.refundable()) && amount.compareTo(seen) > 0) {
            return new Asked.TooMuch(seen);
        }
        if (!store.reserve(payment.id(), amount, seen)) {
            return new Asked.Stale(payment.refundable());
        }
        UUID id = Ids.next();
        store.insert(id, payment, paid.get().id(), amount, reason, by.id());
        moves.created(payment.id(), "refund", id, "requested", "RefundRequested", Why.by(by.id(), reason));
        return new Asked.Requested(id);
    }

    /** Empty when there is none or the viewer may not know of it. */
    public Optional<Refund> find(UUID id, Viewer viewer) {
        return id == null ? Optional.empty() : store.find(id, viewer);
    }

    public List<Refund> list(Viewer viewer, RefundStatus status) {
        return store.list(viewer, status.word());
    }

    /** How many the viewer may decide about or see waiting; as many as the list shows at most. */
    public int waiting(Viewer viewer) {
        return store.count(viewer, RefundStatus.REQUESTED.word());
    }

    public List<Refund> ofPayment(Payment payment) {
        return store.ofPayment(payment.id());
    }

    /** Whoever approves goes on to send it; if they cannot, the poller does a little later. */
    @Transactional
    public Decision approve(Refund refund, Viewer by) {
        return decide(refund, RefundStatus.APPROVED, by, null, RefundBooks.checkedSoon());
    }

    @Transactional
    public Decision reject(Refund refund, Viewer by, String reason) {
        Decision decision = decide(refund, RefundStatus.REJECTED, by, reason, new Also());
        if (decision == Decision.DONE && isOfThePaidAttempt(refund)) {
            store.unreserve(refund);
        }
        return decision;
    }

    private Decision decide(Refund refund, RefundStatus to, Viewer by, String reason, Also also) {
        if (by.id().equals(refund.requestedBy())) {
            return Decision.SAME_PERSON;
        }
        return moves.refund(refund.id(), RefundStatus.REQUESTED, to, Why.by(by.id(), reason), also.set("decided_by", by.id())) ? Decision.DONE : Decision.DECIDED_ALREADY;
    }

    /** The money of a duplicate attempt is beyond the payment's amount and takes nothing from what of that can be refunded. */
    private boolean isOfThePaidAttempt(Refund refund) {
        return attempts.get(refund.attempt()).status() == AttemptStatus.SUCCEEDED;
    }
}
