package bd.cleancare.payments;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Where a payment stands, the one table of where it may go, and the guide's words for it. */
public enum PaymentStatus {
    CREATED, AWAITING_PAYER, CONFIRMING, UNKNOWN, PAID, FAILED, CANCELLED, EXPIRED,
    /** The gateway's answer does not fit the payment: somebody must look. */
    HELD,
    /** Money came after the payment was given up; a passing state. */
    PAID_LATE,
    /** Late money that the bill still needed. */
    APPLIED,
    /** Money that nothing is owed for. */
    REFUND_DUE,
    PARTIALLY_REFUNDED, REFUNDED;

    static final Set<PaymentStatus> OPEN = EnumSet.of(CREATED, AWAITING_PAYER, CONFIRMING, UNKNOWN);

    static final Moves<PaymentStatus> MOVES = new Moves<PaymentStatus>("payment")
            .allow(CREATED, AWAITING_PAYER, "PayerSentToGateway")
            .allow(CREATED, CONFIRMING, "ConfirmationBegun")
            .allow(CREATED, FAILED, "PaymentFailed")
            .allow(CREATED, CANCELLED, "PaymentCancelled")
            .allow(CREATED, EXPIRED, "PaymentExpired")
            .allow(AWAITING_PAYER, CONFIRMING, "ConfirmationBegun")
            .allow(CONFIRMING, AWAITING_PAYER, "PayerStillAtGateway")
            .allow(CONFIRMING, PAID, "PaymentPaid")
            .allow(CONFIRMING, FAILED, "PaymentFailed")
            .allow(CONFIRMING, CANCELLED, "PaymentCancelled")
            .allow(CONFIRMING, EXPIRED, "PaymentExpired")
            .allow(CONFIRMING, UNKNOWN, "GatewayUnclear")
            .allow(CONFIRMING, HELD, "PaymentHeld")
            .allow(CONFIRMING, REFUND_DUE, "RefundDue")
            .allow(UNKNOWN, CONFIRMING, "ConfirmationBegun")
            .correct(FAILED, PAID_LATE, "PaidLate")
            .correct(CANCELLED, PAID_LATE, "PaidLate")
            .correct(EXPIRED, PAID_LATE, "PaidLate")
            .correct(HELD, PAID_LATE, "PaidLate")
            .correct(HELD, FAILED, "PaymentFailed")
            .allow(PAID_LATE, APPLIED, "PaymentPaid")
            .allow(PAID_LATE, REFUND_DUE, "RefundDue")
            .allow(PAID_LATE, HELD, "PaymentHeld")
            .allow(PAID, PARTIALLY_REFUNDED, "PaymentPartiallyRefunded")
            .allow(PAID, REFUNDED, "PaymentRefunded")
            .allow(APPLIED, PARTIALLY_REFUNDED, "PaymentPartiallyRefunded")
            .allow(APPLIED, REFUNDED, "PaymentRefunded")
            .allow(REFUND_DUE, PARTIALLY_REFUNDED, "PaymentPartiallyRefunded")
            .allow(REFUND_DUE, REFUNDED, "PaymentRefunded")
            .allow(PARTIALLY_REFUNDED, REFUNDED, "PaymentRefunded");

    public boolean isOpen() {
        return OPEN.contains(this);
    }

    /** Whether the money counts as received for what it was paid for, some of it perhaps given back. */
    public boolean isCompleted() {
        return word().equals("completed");
    }

    /** The word of the HTTP contract: pending, processing, completed, failed, cancelled, refunded. */
    public String word() {
        return switch (this) {
            case CREATED -> "pending";
            case AWAITING_PAYER, CONFIRMING, UNKNOWN, HELD, PAID_LATE, REFUND_DUE -> "processing";
            case PAID, APPLIED, PARTIALLY_REFUNDED -> "completed";
            case FAILED -> "failed";
            case CANCELLED, EXPIRED -> "cancelled";
            case REFUNDED -> "refunded";
        };
    }

    static PaymentStatus ofWord(String stored) {
        return valueOf(stored.toUpperCase(Locale.ROOT));
    }
}
