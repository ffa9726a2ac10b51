package bd.cleancare.payments;

import bd.cleancare.payments.MoveStore.Also;
import bd.cleancare.payments.MoveStore.Why;
import bd.cleancare.payments.gateway.Gateway.Outcome;
import bd.cleancare.payments.gateway.Gateway.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a gateway's answer means for an attempt and its payment; each answer one transaction, the payment's row locked first. */
@Component
class Settlement {

    private static final int MOST_CONFIRMS = 2;

    private final PaymentStore payments;
    private final AttemptStore attempts;
    private final MoveStore moves;
    private final Money money;
    private final PaymentSettings settings;
    private final Clock clock;

    Settlement(PaymentStore payments, AttemptStore attempts, MoveStore moves, Money money, PaymentSettings settings, Clock clock) {
        this.payments = payments;
        this.attempts = attempts;
        this.moves = moves;
        this.money = money;
        this.settings = settings;
        this.clock = clock;
    }

    /** A process died between asking the gateway to create and writing down its answer. */
    @Transactional
    public Attempt createWasLost(Attempt attempt) {
        if (attempt.status() == AttemptStatus.CREATE_SENT) {
            moves.attempt(attempt.id(), AttemptStatus.CREATE_SENT, AttemptStatus.UNKNOWN_CREATE, Why.system(OwnWords.ANSWER_LOST.words()), new Also());
        }
        return attempts.get(attempt.id());
    }

    /**
     * The state to be in before money is asked for. Refused when the payment is no longer open, another attempt is being confirmed,
     * or this one was confirmed twice: then nothing is asked and the payer keeps the money.
     */
    @Transactional
    public boolean lockForConfirm(Attempt seen) {
        Payment payment = payments.lock(seen.payment());
        Attempt attempt = attempts.get(seen.id());
        boolean stillOwed = money.isStillOwed(payment);
        boolean otherUnderWay = attempts.ofPayment(payment.id()).stream().anyMatch(other -> !other.id().equals(attempt.id())
                && (other.status() == AttemptStatus.CONFIRM_SENT || other.status() == AttemptStatus.UNKNOWN));
        if (!payment.status().isOpen() || otherUnderWay || !stillOwed || attempt.confirms() >= MOST_CONFIRMS) {
            return false;
        }
        confirming(payment, attempt);
        AttemptStatus status = attempt.status();
        if (status == AttemptStatus.CONFIRM_SENT) {
            attempts.countConfirm(attempt.id());
            return true;
        }
        return AttemptStatus.MOVES.has(status, AttemptStatus.CONFIRM_SENT)
                && moves.attempt(attempt.id(), status, AttemptStatus.CONFIRM_SENT, Why.system(null), new Also().set("confirms", "confirms + :confirms", 1));
    }

    /** @return whether there is nothing more to ask about the attempt */
    @Transactional
    public boolean settle(Attempt seen, Outcome outcome) {
        Payment payment = payments.lock(seen.payment());
        Attempt attempt = attempts.get(seen.id());
        return switch (outcome) {
            case Outcome.Paid paid -> {
                money.arrived(payment, attempt, paid);
                yield true;
            }
            case Outcome.NotPaid notPaid -> {
                notPaid(payment, attempt, notPaid.why(), notPaid.code());
                yield true;
            }
            case Outcome.Pending _, Outcome.Authorised _ -> stillPending(payment, attempt);
            case Outcome.Unknown unknown -> {
                unknown(payment, attempt, unknown.reason());
                yield AttemptStatus.ENDED_UNPAID.contains(attempt.status());
            }
        };
    }

    private void notPaid(Payment payment, Attempt attempt, Refusal why, String code) {
        if (!AttemptStatus.UNFINISHED.contains(attempt.status())) {
            return;
        }
        AttemptStatus end = switch (why) {
            case CANCELLED -> AttemptStatus.CANCELLED;
            case EXPIRED -> AttemptStatus.LAPSED;
            default -> AttemptStatus.DECLINED;
        };
        String reason = why.name().toLowerCase(Locale.ROOT);
        moves.attempt(attempt.id(), attempt.status(), end, Why.system(reason + " " + code), new Also());
        endIfNothingIsUnderWay(payment, attempt, switch (why) {
            case CANCELLED -> PaymentStatus.CANCELLED;
            case EXPIRED -> PaymentStatus.EXPIRED;
            default -> PaymentStatus.FAILED;
        }, reason);
    }

    private void endIfNothingIsUnderWay(Payment payment, Attempt ended, PaymentStatus end, String reason) {
        boolean under = attempts.ofPayment(payment.id()).stream().anyMatch(other -> !other.id().equals(ended.id())
                && (AttemptStatus.UNFINISHED.contains(other.status()) || other.status() == AttemptStatus.CREATE_SENT));
        if (!payment.status().isOpen()) {
            return;
        }
        if (under) {
            backToThePayer(payment, ended);
            return;
        }
        confirming(payment, ended);
        moves.payment(payment.id(), PaymentStatus.CONFIRMING, end, Why.system(reason), new Also().set("failure_reason", reason));
    }

    /** The payment is given up in time; the attempt is watched on until the gateway gives it up too, for money may still come. */
    private boolean stillPending(Payment payment, Attempt attempt) {
        if (AttemptStatus.ENDED_UNPAID.contains(attempt.status())) {
            return true;
        }
        Instant now = clock.instant();
        boolean over = attempt.expiresAt() != null && attempt.expiresAt().isBefore(now) || attempt.createdAt().plus(settings.giveUpAfter()).isBefore(now);
        if (over) {
            moves.attempt(attempt.id(), attempt.status(), AttemptStatus.LAPSED, Why.system(OwnWords.NEVER_PAID.words()), new Also());
        }
        if (payment.status().isOpen() && (over || payment.expiresAt().isBefore(now))) {
            confirming(payment, attempt);
            moves.payment(payment.id(), PaymentStatus.CONFIRMING, PaymentStatus.EXPIRED, Why.system(OwnWords.CALLED_UNPAID.words()), new Also().set("failure_reason", "expired"));
        } else if (payment.status().isOpen() && !over) {
            backToThePayer(payment, attempt);
        }
        return over;
    }

    private void backToThePayer(Payment payment, Attempt attempt) {
        if (payment.status() == PaymentStatus.UNKNOWN) {
            confirming(payment, attempt);
        }
        PaymentStatus now = payments.lock(payment.id()).status();
        boolean confirmingAnother = attempts.ofPayment(payment.id()).stream().anyMatch(other -> !other.id().equals(attempt.id())
                && (other.status() == AttemptStatus.CONFIRM_SENT || other.status() == AttemptStatus.UNKNOWN));
        if (now == PaymentStatus.CONFIRMING && !confirmingAnother) {
            moves.payment(payment.id(), PaymentStatus.CONFIRMING, PaymentStatus.AWAITING_PAYER, Why.system(null), new Also());
        }
    }

    /** Where the gateway was told to move money only its answer ends it; a payer who was merely sent there is let go in the end, and money may still come late. */
    private void unknown(Payment payment, Attempt attempt, String reason) {
        Instant now = clock.instant();
        boolean overdue = payment.status().isOpen() && payment.expiresAt().isBefore(now) && attempt.createdAt().plus(settings.giveUpAfter()).isBefore(now);
        if (overdue && attempts.ofPayment(payment.id()).stream().map(Attempt::status)
                .noneMatch(status -> status == AttemptStatus.CONFIRM_SENT || status == AttemptStatus.UNKNOWN)) {
            confirming(payment, attempt);
            moves.payment(payment.id(), PaymentStatus.CONFIRMING, PaymentStatus.EXPIRED, Why.system(OwnWords.NOTHING_TOLD.words()), new Also().set("failure_reason", "expired"));
        }
        if (attempt.status() == AttemptStatus.CONFIRM_SENT) {
            moves.attempt(attempt.id(), AttemptStatus.CONFIRM_SENT, AttemptStatus.UNKNOWN, Why.system(reason), new Also());
            moves.payment(payment.id(), PaymentStatus.CONFIRMING, PaymentStatus.UNKNOWN, Why.system(reason), new Also());
        }
    }

    private void confirming(Payment payment, Attempt attempt) {
        if (payment.status() != PaymentStatus.CONFIRMING) {
            moves.payment(payment.id(), payment.status(), PaymentStatus.CONFIRMING, Why.system(attempt.gateway()), new Also());
        }
    }
}
