package bd.cleancare.notifications;

import bd.cleancare.notifications.SmsStore.Due;
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

/** Sends what is due: woken after a commit, and by itself every second for what waits for a retry or was left by a node that died. */
@Component
class SmsWorker implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(SmsWorker.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration PURGE_EVERY = Duration.ofHours(1);
    /** Longer than any attempt may take, or a slow gateway would get the same message twice at once. */
    private static final Duration LEASE_BEYOND_TIMEOUTS = Duration.ofSeconds(5);

    private final SmsStore store;
    private final SmsDelivery delivery;
    private final SmsSettings settings;
    private final Duration lease;
    private final Semaphore wakeUps = new Semaphore(0);
    private final Semaphore slots;
    private volatile boolean running;
    private ExecutorService attempts;
    private Thread loop;
    private long lastPurge = System.nanoTime();

    SmsWorker(SmsStore store, SmsDelivery delivery, SmsSettings settings) {
        this.store = store;
        this.delivery = delivery;
        this.settings = settings;
        this.lease = settings.connectTimeout().plus(settings.readTimeout()).plus(LEASE_BEYOND_TIMEOUTS);
        this.slots = new Semaphore(settings.concurrency());
    }

    void wake() {
        wakeUps.release();
    }

    @Override
    public void start() {
        running = true;
        attempts = Executors.newVirtualThreadPerTaskExecutor();
        loop = Thread.ofVirtual().name("sms-worker").start(this::run);
    }

    /** Waits for attempts that are with a gateway; what does not end in time is repeated under the same id after its lease. */
    @Override
    public void stop() {
        running = false;
        wake();
        try {
            loop.join(Duration.ofSeconds(5));
            attempts.shutdown();
            attempts.awaitTermination(10, TimeUnit.SECONDS);
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
                boolean woken = wakeUps.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS);
                wakeUps.drainPermits();
                if (!woken) {
                    tidy();
                }
                drain();
            } catch (InterruptedException _) {
                return;
            } catch (RuntimeException e) {
                log.warn("The SMS queue could not be read; trying again: {}", e.toString());
            }
        }
    }

    /** Codes take any free slot; what may wait leaves half of them free for codes. */
    private void drain() {
        take(Sms.Lane.CODE, slots.availablePermits());
        take(Sms.Lane.NOTICE, slots.availablePermits() - settings.concurrency() / 4);
        take(Sms.Lane.BULK, slots.availablePermits() - settings.concurrency() / 2);
    }

    private void take(Sms.Lane lane, int most) {
        if (most <= 0 || !running) {
            return;
        }
        List<Due> due = store.claim(lane, most, lease);
        due.forEach(each -> {
            slots.acquireUninterruptibly();
            attempts.submit(() -> attempt(each));
        });
        if (due.size() == most) {
            wake();
        }
    }

    private void attempt(Due due) {
        try {
            delivery.attempt(due);
        } catch (RuntimeException e) {
            log.warn("SMS {} waits for its lease to end: {}", due.id(), e.toString());
        } finally {
            slots.release();
            wakeIfStarved();
        }
    }

    private void wakeIfStarved() {
        if (slots.availablePermits() == 1) {
            wake();
        }
    }

    private void tidy() {
        store.expire();
        if (System.nanoTime() - lastPurge > PURGE_EVERY.toNanos()) {
            lastPurge = System.nanoTime();
            store.purge(settings.keepFor());
        }
    }
}
