package bd.cleancare.payments;

import bd.cleancare.shared.Worded;
import java.util.Locale;

/** Where a refund stands. */
public enum RefundStatus implements Worded {
    REQUESTED, REJECTED, APPROVED, SENT, SUCCEEDED, FAILED, UNKNOWN,
    /** The gateway cannot do it: somebody does it at the bank and shows the paper. */
    MANUAL;

    static final Moves<RefundStatus> MOVES = new Moves<RefundStatus>("refund")
            .allow(REQUESTED, APPROVED, "RefundApproved")
            .allow(REQUESTED, REJECTED, "RefundRejected")
            .allow(APPROVED, SENT, "RefundSent")
            .allow(APPROVED, MANUAL, "RefundByHand")
            .allow(SENT, SUCCEEDED, "RefundSucceeded")
            .allow(SENT, FAILED, "RefundFailed")
            .allow(SENT, UNKNOWN, "RefundUnclear")
            .allow(UNKNOWN, SUCCEEDED, "RefundSucceeded")
            .allow(UNKNOWN, FAILED, "RefundFailed")
            .allow(UNKNOWN, MANUAL, "RefundByHand")
            .allow(MANUAL, SUCCEEDED, "RefundSucceeded")
            .allow(MANUAL, FAILED, "RefundFailed");

    @Override
    public String word() {
        return Moves.word(this);
    }

    /** How it ended, as somebody found out or did by hand. */
    public boolean isOutcome() {
        return this == SUCCEEDED || this == FAILED;
    }

    static RefundStatus ofWord(String stored) {
        return valueOf(stored.toUpperCase(Locale.ROOT));
    }
}
