package bd.cleancare.chat.live;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** That something was written in some room, for those who look after all of them: not what and not where, which is only for who may see it. */
final class Pulse {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition beaten = lock.newCondition();
    /** Begins anywhere, so that who comes from another node looks again. */
    private long beats = ThreadLocalRandom.current().nextLong(1L << 40);

    void beat() {
        lock.lock();
        try {
            beats++;
            beaten.signalAll();
        } finally {
            lock.unlock();
        }
    }

    long now() {
        lock.lock();
        try {
            return beats;
        } finally {
            lock.unlock();
        }
    }

    /** Waits for another beat than the one known. */
    long await(long known, Duration longest) throws InterruptedException {
        lock.lock();
        try {
            long left = longest.toNanos();
            while (beats == known && left > 0) {
                left = beaten.awaitNanos(left);
            }
            return beats;
        } finally {
            lock.unlock();
        }
    }
}
