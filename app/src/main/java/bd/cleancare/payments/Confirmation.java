package bd.cleancare.payments;

import bd.cleancare.payments.gateway.Gateway;
import bd.cleancare.payments.gateway.Gateway.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Finds out how an attempt stands and settles it. The same for a payer who comes back, for the poller and for staff: whoever
 * claims the attempt asks, the gateway's answer decides, and nothing that a browser brings along does.
 */
@Component("paymentConfirmation")
public class Confirmation {

    private static final Logger log = LoggerFactory.getLogger(Confirmation.class);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

    private final AttemptStore attempts;
    private final Gateways gateways;
    private final Settlement settlement;
    private final PaymentSettings settings;
    private final Clock clock;

    Confirmation(AttemptStore attempts, Gateways gateways, Settlement settlement, PaymentSettings settings, Clock clock) {
        this.attempts = attempts;
        this.gateways = gateways;
        this.settlement = settlement;
        this.settings = settings;
        this.clock = clock;
    }

    /** Parks the hint when the gateway's answer to our create has not been stored yet; the payment's id where it is known. */
    public Optional<UUID> byGatewayPayment(String gateway, String gatewayPaymentId, Duration patience) {
        Optional<Attempt> attempt = attempts.byGatewayPayment(gateway, gatewayPaymentId);
        if (attempt.isEmpty()) {
            attempts.parkEarlyCallback(gateway, gatewayPaymentId);
        }
        attempt.ifPresent(found -> askOrWait(found.id(), patience));
        return attempt.map(Attempt::payment);
    }

    /** As above, for gateways that send our own key back. */
    public Optional<UUID> byInvoice(String gateway, String invoice, Duration patience) {
        Optional<Attempt> attempt = attempts.byInvoice(gateway, invoice);
        attempt.ifPresent(found -> askOrWait(found.id(), patience));
        return attempt.map(Attempt::payment);
    }

    /** Somebody says that it was paid: the poller asks at its next round, also about one that was given up. */
    public boolean hint(String gateway, String invoice) {
        return attempts.byInvoice(gateway, invoice).filter(attempt -> attempts.checkSoon(attempt.id())).isPresent();
    }

    /** Asks now about every attempt of a payment that somebody else is not asking about. */
    public void ofPayment(UUID payment) {
        attempts.ofPayment(payment).forEach(attempt -> attempts.claim(attempt.id()).ifPresent(this::ask));
    }

    /** The payer waits at a page: the next turn of the poller asks, and the page does not have to. */
    public void soon(UUID payment) {
        attempts.checkSoon(payment, BETWEEN_LOOKS);
    }

    /** Of many who come at once one asks; the others wait for what it finds. */
    private void askOrWait(UUID id, Duration patience) {
        Optional<Attempt> claimed = attempts.claim(id);
        if (claimed.isPresent()) {
            ask(claimed.get());
            return;
        }
        long end = System.nanoTime() + patience.toNanos();
        while (attempts.leased(id) && System.nanoTime() < end) {
            try {
                Thread.sleep(LOOK_AGAIN);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** The attempt is claimed by the caller. */
    void ask(Attempt attempt) {
        Gateway gateway = gateways.named(attempt.gateway()).orElse(null);
        if (gateway == null) {
            attempts.release(attempt.id(), settings.checkAfter(attempt.checks()));
            return;
        }
        Attempt known = settlement.createWasLost(attempt);
        Outcome outcome = gateway.query(known.reference());
        if (outcome instanceof Outcome.Authorised && settlement.lockForConfirm(known)) {
            outcome = gateway.confirm(known.reference());
            if (outcome instanceof Outcome.Unknown) {
                outcome = gateway.query(known.reference());
            }
        }
        log.debug("Attempt {} with {}: {}", attempt.invoice(), attempt.gateway(), outcome.getClass().getSimpleName());
        boolean finished = settlement.settle(attempts.get(known.id()), outcome);
        attempts.release(known.id(), finished ? null : next(known, outcome));
    }

    private Duration next(Attempt attempt, Outcome outcome) {
        boolean tooOld = attempt.createdAt().plus(settings.giveUpAfter()).isBefore(clock.instant());
        // A pending one was given up by the settlement; one that is unknown is asked about for ever, now and then.
        return tooOld && outcome instanceof Outcome.Unknown ? settings.checkAfter(Integer.MAX_VALUE) : settings.checkAfter(attempt.checks());
    }
}
