package bd.cleancare.notifications;

import bd.cleancare.notifications.SmsProvider.Outcome;
import bd.cleancare.notifications.SmsProvider.Outgoing;
import bd.cleancare.notifications.SmsStore.Due;
import java.math.BigInteger;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** One attempt at one message. No transaction is open while the gateway is asked. */
@Component
class SmsDelivery {

    private static final Logger log = LoggerFactory.getLogger(SmsDelivery.class);
    private static final BigInteger LOW_100_BITS = BigInteger.TWO.pow(100).subtract(BigInteger.ONE);

    private final SmsStore store;
    private final SmsRouting routing;

    SmsDelivery(SmsStore store, SmsRouting routing) {
        this.store = store;
        this.routing = routing;
    }

    void attempt(Due due) {
        SmsProvider provider = routing.next(due).orElse(null);
        if (provider == null) {
            store.failed(due, "refused by every gateway");
            return;
        }
        boolean repeated = provider.name().equals(due.lastProvider());
        if (!store.beginAttempt(due, provider.name())) {
            return;
        }
        long begun = System.nanoTime();
        Outcome outcome = provider.send(new Outgoing(clientId(due.id()), due.phone(), due.text(), repeated, due.left()));
        log.debug("SMS {} through {}: {} in {} ms", due.id(), provider.name(), outcome, (System.nanoTime() - begun) / 1_000_000);
        switch (outcome) {
            case Outcome.Accepted accepted -> store.sent(due, accepted.reference());
            case Outcome.TryAgain fault -> {
                log.warn("SMS {}: {} did not take it: {}", due.id(), provider.name(), fault.reason());
                store.retry(due, routing.delayAfter(due), fault.reason(), due.refusedBy());
            }
            case Outcome.Refused refusal -> refused(due, provider, refusal.reason());
        }
    }

    private void refused(Due due, SmsProvider provider, String reason) {
        log.error("SMS {}: {} refuses it: {}", due.id(), provider.name(), reason);
        Set<String> refusedBy = new HashSet<>(due.refusedBy());
        refusedBy.add(provider.name());
        if (routing.anyLeft(refusedBy)) {
            store.retry(due, Duration.ZERO, reason, refusedBy);
        } else {
            store.failed(due, reason);
        }
    }

    /** At most 20 letters and digits, as SSL Wireless allows; 100 bits of the id keep it unique. */
    private static String clientId(UUID id) {
        return new BigInteger(id.toString().replace("-", ""), 16).and(LOW_100_BITS).toString(36);
    }
}
