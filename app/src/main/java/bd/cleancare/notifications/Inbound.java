package bd.cleancare.notifications;

import bd.cleancare.notifications.InboundStore.Received;
import bd.cleancare.platform.jobs.WorkLoop;
import bd.cleancare.platform.jobs.Worker;
import bd.cleancare.shared.PhoneNumber;
import bd.cleancare.shared.Text;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes answers in at once and tells them to the rest of the house afterwards, so that no trouble there makes a gateway repeat itself. */
@Component
public class Inbound extends Worker {

    private static final Logger log = LoggerFactory.getLogger(Inbound.class);
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final InboundStore store;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final WorkLoop loop = new WorkLoop("sms-received", EVERY, this::round);

    Inbound(InboundStore store, ApplicationEventPublisher events, TransactionTemplate transaction) {
        this.store = store;
        this.events = events;
        this.transaction = transaction;
    }

    /** @param reference what makes a repetition by this gateway the same message; may be null */
    public void take(String gateway, String reference, PhoneNumber from, String text) {
        store.insert(reference == null ? null : gateway + "/" + reference, from, Text.fold(text));
        loop.wake();
    }

    private boolean round() {
        var current = new AtomicReference<Received>();
        try {
            return transaction.execute(_ -> store.claim().map(received -> {
                current.set(received);
                store.told(received.id());
                events.publishEvent(store.read(received));
                return true;
            }).orElse(false));
        } catch (RuntimeException e) {
            if (current.get() == null) {
                throw e;
            }
            log.error("{} could not be told: {}", current.get(), e.toString());
            store.postpone(current.get().id(), e.getClass().getSimpleName());
            return true;
        }
    }

    @Override
    protected WorkLoop loop() {
        return loop;
    }
}
