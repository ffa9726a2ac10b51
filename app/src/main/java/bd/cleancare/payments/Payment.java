package bd.cleancare.payments;

import bd.cleancare.shared.Taka;
import java.time.Instant;
import java.util.UUID;

/**
 * A payment as its payer and staff may see it.
 *
 * @param user null where somebody without an account paid at the counter
 * @param phone null where nobody gave one at the counter
 * @param bill null for an amount of the payer's own choice
 * @param purpose what another module takes the money for; null for most
 * @param completedAt null until the money is there
 */
public record Payment(UUID id, String transactionId, UUID user, UUID bill, String serviceType, String serviceLabel, UUID purpose, String ward,
        Taka amount, Taka refundCommitted, Taka refunded, Method method, String phone, PaymentStatus status, String failureReason, int version,
        Instant createdAt, Instant expiresAt, Instant completedAt) {

    /** What could still be given back. */
    public Taka refundable() {
        return amount.minus(refundCommitted);
    }

    @Override
    public String toString() {
        return "Payment[" + transactionId + ", " + status + "]";
    }
}
