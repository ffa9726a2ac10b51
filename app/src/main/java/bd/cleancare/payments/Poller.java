package bd.cleancare.payments;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks after every unfinished attempt until it has an end. Any number of nodes may run it: rows are claimed, not shared. */
@Component
class Poller implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Poller.class);
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final int AT_ONCE = 16;

    private final AttemptStore attempts;
    private final Confirmation confirmation;
    private final Expiry expiry;
    private final RefundStore refunds;
    private final RefundSending sending;
    private final PaymentSettings settings;
    private final Semaphore slots = new Semaphore(AT_ONCE);
    private final Semaphore stop = new Semaphore(0);
    private volatile boolean running;
    private ExecutorService workers;
    private Thread loop;

    Poller(AttemptStore attempts, Confirmation confirmation, Expiry expiry, RefundStore refunds, RefundSending sending, PaymentSettings settings) {
        this.attempts = attempts;
        this.confirmation = confirmation;
        this.expiry = expiry;
        this.refunds = refunds;
        this.sending = sending;
        this.settings = settings;
    }

    @Override
    public void start() {
        running = true;
        workers = Executors.newVirtualThreadPerTaskExecutor();
        loop = Thread.ofVirtual().name("payment-poller").start(this::run);
    }

    @Override
    public void stop() {
        running = false;
        stop.release();
        try {
            loop.join(Duration.ofSeconds(5));
            workers.shutdown();
            workers.awaitTermination(10, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void run() {
        while (running) {
            try {
                if (stop.tryAcquire(EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
                round();
            } catch (InterruptedException _) {
                return;
            } catch (RuntimeException e) {
                log.warn("Unfinished payments could not be read; trying again: {}", e.toString());
            }
        }
    }

    private void round() {
        expiry.run();
        refunds.claimDue(settings.lease().toMillis() / 1000.0).forEach(refund -> workers.submit(() -> sending.ask(refund)));
        List<Attempt> due = attempts.claimDue(slots.availablePermits());
        for (Attempt attempt : due) {
            slots.acquireUninterruptibly();
            workers.submit(() -> ask(attempt));
        }
    }

    private void ask(Attempt attempt) {
        try {
            confirmation.ask(attempt);
        } catch (RuntimeException e) {
            log.warn("Attempt {} waits for its lease to end: {}", attempt.invoice(), e.toString());
        } finally {
            slots.release();
        }
    }
}
