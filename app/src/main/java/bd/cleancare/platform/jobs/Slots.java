package bd.cleancare.platform.jobs;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** So many things at once and no more, each on a virtual thread. */
public final class Slots {

    private static final int STOP_SECONDS = 10;

    private final Semaphore free;
    private volatile ExecutorService threads;

    public Slots(int most) {
        this.free = new Semaphore(most);
    }

    public int free() {
        return free.availablePermits();
    }

    /** Waits for a free slot; {@code work} must not throw, there is nobody to tell. */
    public void run(Runnable work) {
        free.acquireUninterruptibly();
        threads.execute(() -> {
            try {
                work.run();
            } finally {
                free.release();
            }
        });
    }

    void open() {
        threads = Executors.newVirtualThreadPerTaskExecutor();
    }

    /** What does not end in time is left to its lease. */
    void close() throws InterruptedException {
        threads.shutdown();
        threads.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
    }
}
