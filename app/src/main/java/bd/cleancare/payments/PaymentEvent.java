package bd.cleancare.payments;

import bd.cleancare.shared.Taka;
import java.time.Instant;
import java.util.UUID;

/**
 * What the other modules are told, at least once and for each payment in order. Listeners run in a transaction of their own for each
 * event: what they write into the database is written once.
 */
public sealed interface PaymentEvent {

    /** The same however often it is told. */
    UUID id();

    Payment payment();

    Instant at();

    /** The money is there and counts. */
    record PaymentPaid(UUID id, Payment payment, Instant at) implements PaymentEvent {
    }

    /**
     * No money was taken.
     *
     * @param how failed, cancelled or expired; the payment may have moved on since
     */
    record PaymentEnded(UUID id, Payment payment, PaymentStatus how, Instant at) implements PaymentEvent {
    }

    /** Money came that nothing is owed for; it goes back. */
    record RefundDue(UUID id, Payment payment, Instant at) implements PaymentEvent {
    }

    /** @param total given back so far */
    record PaymentRefunded(UUID id, Payment payment, Taka total, Instant at) implements PaymentEvent {
    }

    static boolean isTold(String event) {
        return switch (event) {
            case "PaymentPaid", "PaymentFailed", "PaymentCancelled", "PaymentExpired", "RefundDue", "RefundSucceeded", "DuplicatePaid" -> true;
            default -> false;
        };
    }

    static PaymentEvent of(String event, UUID id, Payment payment, Instant at) {
        return switch (event) {
            case "PaymentPaid" -> new PaymentPaid(id, payment, at);
            case "RefundDue", "DuplicatePaid" -> new RefundDue(id, payment, at);
            case "RefundSucceeded" -> new PaymentRefunded(id, payment, payment.refunded(), at);
            case "PaymentCancelled" -> new PaymentEnded(id, payment, PaymentStatus.CANCELLED, at);
            case "PaymentExpired" -> new PaymentEnded(id, payment, PaymentStatus.EXPIRED, at);
            case "PaymentFailed" -> new PaymentEnded(id, payment, PaymentStatus.FAILED, at);
            default -> throw new IllegalArgumentException(event);
        };
    }
}
