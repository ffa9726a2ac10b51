package bd.cleancare.notifications.queue;

import bd.cleancare.platform.jobs.Slots;
import bd.cleancare.platform.jobs.WorkLoop;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends what is due through one outlet, the urgent first. */
final class Lanes {

    private static final Logger log = LoggerFactory.getLogger(Lanes.class);
    private static final Duration EVERY = Duration.ofSeconds(1);
    /** A message whose sending breaks down in the same way this often will do so for ever. */
    private static final int BREAKDOWNS = 5;
    private static final int SOME = 4;

    private final Outlet outlet;
    private final OutgoingStore store;
    private final Clock clock;
    private final Slots slots;
    private final Pace pace;
    private final WorkLoop loop;
    private volatile boolean hungry;

    Lanes(Outlet outlet, OutgoingStore store, Clock clock) {
        this.outlet = outlet;
        this.store = store;
        this.clock = clock;
        this.slots = new Slots(outlet.concurrency());
        this.pace = new Pace(outlet.perSecond());
        this.loop = new WorkLoop(outlet.channel().word() + "-lanes", EVERY, this::round, slots);
    }

    WorkLoop loop() {
        return loop;
    }

    Channel channel() {
        return outlet.channel();
    }

    /** What is urgent takes any free slot; what may wait leaves a quarter of them free, and what goes to many leaves half. */
    private boolean round() {
        boolean more = take(Lane.CODE, slots.free());
        more |= take(Lane.EMERGENCY, slots.free());
        more |= take(Lane.NOTICE, paced(slots.free() - outlet.concurrency() / 4));
        more |= take(Lane.BULK, paced(slots.free() - outlet.concurrency() / 2));
        hungry = more;
        return more && slots.free() > outlet.concurrency() / 2 && pace.left() > 0;
    }

    private int paced(int free) {
        return Math.min(free, pace.left());
    }

    private boolean take(Lane lane, int most) {
        if (most <= 0) {
            return true;
        }
        List<Due> due = store.claim(outlet.channel(), lane, most, outlet.lease());
        if (!lane.urgent()) {
            pace.spend(due.size());
        }
        due.forEach(each -> slots.run(() -> attempt(each)));
        return due.size() == most;
    }

    private void attempt(Due due) {
        try {
            send(due);
        } catch (RuntimeException e) {
            log.warn("Message {} waits for its lease to end: {}", due.id(), e.toString());
            parkIfHopeless(due, e);
        } finally {
            if (hungry && (slots.free() + 1) % SOME == 0) {
                loop.wake();
            }
        }
    }

    private void send(Due due) {
        Duration quiet = due.quiet() == null || due.lane().urgent() ? Duration.ZERO : due.quiet().left(clock.instant());
        if (due.content() == null) {
            store.park(due, "cannot be read");
        } else if (quiet.isPositive()) {
            store.postpone(due, quiet);
        } else {
            outlet.attempt(due);
        }
    }

    private void parkIfHopeless(Due due, RuntimeException cause) {
        if (due.attempt() >= BREAKDOWNS) {
            try {
                store.park(due, cause.getClass().getSimpleName());
            } catch (RuntimeException e) {
                log.warn("Message {} could not be parked: {}", due.id(), e.toString());
            }
        }
    }
}
