package bd.cleancare.payments;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Where one try with one gateway stands. */
enum AttemptStatus {
    NEW, CREATE_SENT,
    /** Whether the gateway made it is not known; the payer was not sent there. */
    UNKNOWN_CREATE,
    REDIRECTED,
    /** The gateway was, or is about to be, told to move the money. */
    CONFIRM_SENT,
    SUCCEEDED, DECLINED, CANCELLED, LAPSED, UNKNOWN, MISMATCH,
    /** Money came although the payment was paid already. */
    DUPLICATE_PAID;

    /** States in which the gateway is still asked. */
    static final Set<AttemptStatus> UNFINISHED = EnumSet.of(UNKNOWN_CREATE, REDIRECTED, CONFIRM_SENT, UNKNOWN);
    /** Ended without money; if the gateway later proves otherwise, a correction. */
    static final Set<AttemptStatus> ENDED_UNPAID = EnumSet.of(DECLINED, CANCELLED, LAPSED);

    static final Moves<AttemptStatus> MOVES = moves();

    private static Moves<AttemptStatus> moves() {
        var moves = new Moves<AttemptStatus>("attempt")
                .allow(NEW, CREATE_SENT, "CreateSent")
                .allow(NEW, SUCCEEDED, "AttemptSucceeded")
                .allow(CREATE_SENT, REDIRECTED, "PayerRedirected")
                .allow(CREATE_SENT, DECLINED, "AttemptDeclined")
                .allow(CREATE_SENT, UNKNOWN_CREATE, "CreateUnclear")
                .allow(REDIRECTED, CONFIRM_SENT, "ConfirmSent")
                .allow(CONFIRM_SENT, UNKNOWN, "ConfirmUnclear")
                .allow(UNKNOWN, CONFIRM_SENT, "ConfirmSent");
        for (AttemptStatus unfinished : UNFINISHED) {
            moves.allow(unfinished, SUCCEEDED, "AttemptSucceeded").allow(unfinished, DUPLICATE_PAID, "DuplicatePaid")
                    .allow(unfinished, MISMATCH, "AttemptMismatched").allow(unfinished, DECLINED, "AttemptDeclined")
                    .allow(unfinished, CANCELLED, "AttemptCancelled").allow(unfinished, LAPSED, "AttemptLapsed");
        }
        for (AttemptStatus ended : ENDED_UNPAID) {
            moves.correct(ended, SUCCEEDED, "AttemptSucceeded").correct(ended, DUPLICATE_PAID, "DuplicatePaid").correct(ended, MISMATCH, "AttemptMismatched");
        }
        return moves.correct(MISMATCH, SUCCEEDED, "AttemptSucceeded").correct(MISMATCH, DUPLICATE_PAID, "DuplicatePaid")
                .correct(MISMATCH, DECLINED, "AttemptDeclined");
    }

    static AttemptStatus ofWord(String stored) {
        return valueOf(stored.toUpperCase(Locale.ROOT));
    }
}
