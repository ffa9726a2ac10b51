package bd.cleancare.platform.database;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.LockSupport;

/**
 * Lets so many in at once; the rest wait, or are sent away when that took too long. As a semaphore with a time limit, but that the limit costs
 * nobody anything: a timed wait of a virtual thread wakes another thread, here one looks at the line a few times a second. And as with a semaphore
 * that is not fair, who comes just when a place is free takes it without waiting: handing it to the first in line would leave it empty until they run.
 */
final class Turnstile {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    private final Deque<Waiting> line = new ArrayDeque<>();
    private final Duration patience;
    private int free;
    private boolean watched;

    /** @param patience how long one waits at the least; two tenths of a second more at the most */
    Turnstile(int most, Duration patience) {
        this.free = most;
        this.patience = patience;
    }

    /** Whether the caller is in and so must {@link #leave}; false when it waited in vain. */
    boolean enter() {
        Waiting waiting;
        synchronized (this) {
            if (free > 0) {
                free--;
                return true;
            }
            waiting = new Waiting();
            line.add(waiting);
            watch();
        }
        return admitted(waiting);
    }

    synchronized void leave() {
        free++;
        wakeFirst();
    }

    private boolean admitted(Waiting waiting) {
        boolean interrupted = false;
        while (!waiting.late && !entersFromLine(waiting)) {
            LockSupport.park(this);
            interrupted |= Thread.interrupted();
        }
        if (interrupted) {
            waiting.thread.interrupt();
        }
        return !waiting.late;
    }

    private synchronized boolean entersFromLine(Waiting waiting) {
        if (free == 0 || line.peek() != waiting) {
            return false;
        }
        line.poll();
        free--;
        wakeFirst();
        return true;
    }

    private void wakeFirst() {
        if (free > 0 && !line.isEmpty()) {
            LockSupport.unpark(line.peek().thread);
        }
    }

    private void watch() {
        if (!watched) {
            watched = true;
            Thread.ofVirtual().name("database-line").start(() -> {
                do {
                    LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
                } while (somebodyWaitsOn());
            });
        }
    }

    private synchronized boolean somebodyWaitsOn() {
        long now = System.nanoTime();
        while (!line.isEmpty() && now - line.peek().since > patience.toNanos()) {
            line.poll().sendAway();
        }
        wakeFirst();
        watched = !line.isEmpty();
        return watched;
    }

    private static final class Waiting {

        private final Thread thread = Thread.currentThread();
        private final long since = System.nanoTime();
        private volatile boolean late;

        void sendAway() {
            late = true;
            LockSupport.unpark(thread);
        }
    }
}
