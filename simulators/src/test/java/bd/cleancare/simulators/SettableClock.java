package bd.cleancare.simulators;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/** A clock that stands still until a test moves it. */
public final class SettableClock extends Clock {

    private final AtomicReference<Instant> now;
    private final ZoneId zone;
    private volatile boolean slow;

    public SettableClock(String instant) {
        this(new AtomicReference<>(Instant.parse(instant)), ZoneOffset.UTC);
    }

    private SettableClock(AtomicReference<Instant> now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
    }

    /**
     * From now on the time takes a moment to read. Whoever reads it between a check and the change that follows leaves a gap wide enough
     * for others to slip in, unless it is one step.
     */
    public void slowDown() {
        slow = true;
    }

    public void advance(Duration duration) {
        now.updateAndGet(instant -> instant.plus(duration));
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new SettableClock(now, other);
    }

    @Override
    public Instant instant() {
        if (slow) {
            // Not the same for all: callers queued at an earlier lock would come through in step.
            LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(3_000_000));
        }
        return now.get();
    }
}
