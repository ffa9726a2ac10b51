package bd.cleancare.platform.jobs;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Takes work, sleeps, wakes: one virtual thread that repeats a round while there is more to do, then waits until it is woken or its time
 * has come. Rounds on several nodes must not get in each other's way: claim rows, do not share them. A bean of its owner, which starts and
 * stops it with the application.
 */
public final class WorkLoop implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(WorkLoop.class);
    private static final Duration STOP = Duration.ofSeconds(5);

    private final String name;
    private final Duration every;
    private final BooleanSupplier round;
    private final Slots slots;
    private final Semaphore wakeUps = new Semaphore(0);
    private volatile boolean running;
    private Thread loop;

    /** @param round does one piece of work; true when there may be more at once */
    public WorkLoop(String name, Duration every, BooleanSupplier round) {
        this(name, every, round, new Slots(1));
    }

    /** @param slots where the round leaves what may run beside it; stopping waits for it */
    public WorkLoop(String name, Duration every, BooleanSupplier round, Slots slots) {
        this.name = name;
        this.every = every;
        this.round = round;
        this.slots = slots;
    }

    /** Costs nothing and may be called from anywhere, also before the start. */
    public void wake() {
        wakeUps.release();
    }

    @Override
    public void start() {
        running = true;
        slots.open();
        loop = Thread.ofVirtual().name(name).start(this::run);
    }

    @Override
    public void stop() {
        running = false;
        wake();
        try {
            loop.join(STOP);
            slots.close();
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
                while (running && round.getAsBoolean()) {
                    // until all is done
                }
                wakeUps.tryAcquire(every.toMillis(), TimeUnit.MILLISECONDS);
                wakeUps.drainPermits();
            } catch (InterruptedException _) {
                return;
            } catch (RuntimeException e) {
                log.warn("{}: a round failed; trying again: {}", name, e.toString());
                pause();
            }
        }
    }

    /** A fault that is over in a moment must not be met by thousands of rounds, nor a wake-up shorten the wait. */
    private void pause() {
        try {
            Thread.sleep(every.compareTo(Duration.ofSeconds(1)) < 0 ? every : Duration.ofSeconds(1));
        } catch (InterruptedException _) {
            running = false;
        }
    }
}
