package bd.cleancare.payments;

import bd.cleancare.platform.jobs.Slots;
import bd.cleancare.platform.jobs.WorkLoop;
import bd.cleancare.platform.jobs.Worker;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Looks after every unfinished attempt until it has an end. Any number of nodes may run it: rows are claimed, not shared. */
@Component
class Poller extends Worker {

    private static final Logger log = LoggerFactory.getLogger(Poller.class);
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final int AT_ONCE = 16;

    private final AttemptStore attempts;
    private final Confirmation confirmation;
    private final Expiry expiry;
    private final RefundStore refunds;
    private final RefundSending sending;
    private final PaymentSettings settings;
    private final Slots slots = new Slots(AT_ONCE);
    private final WorkLoop loop = new WorkLoop("payment-poller", EVERY, this::round, slots);

    Poller(AttemptStore attempts, Confirmation confirmation, Expiry expiry, RefundStore refunds, RefundSending sending, PaymentSettings settings) {
        this.attempts = attempts;
        this.confirmation = confirmation;
        this.expiry = expiry;
        this.refunds = refunds;
        this.sending = sending;
        this.settings = settings;
    }

    @Override
    protected WorkLoop loop() {
        return loop;
    }

    private boolean round() {
        expiry.run();
        refunds.claimDue(settings.lease().toMillis() / 1000.0).forEach(refund -> slots.run(() -> ask(refund)));
        List<Attempt> due = attempts.claimDue(slots.free());
        due.forEach(attempt -> slots.run(() -> ask(attempt)));
        return !due.isEmpty();
    }

    private void ask(Refund refund) {
        try {
            if (refund.status() == RefundStatus.APPROVED) {
                sending.send(refund.id());
            } else {
                sending.ask(refund);
            }
        } catch (RuntimeException e) {
            log.warn("Refund {} waits for its next turn: {}", refund.id(), e.toString());
        }
    }

    private void ask(Attempt attempt) {
        try {
            confirmation.ask(attempt);
        } catch (RuntimeException e) {
            log.warn("Attempt {} waits for its lease to end: {}", attempt.invoice(), e.toString());
        }
    }
}
