package bd.cleancare.testing;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what happens in the background, no longer than it must. */
public final class Await {

    private Await() {
    }

    public static void until(BooleanSupplier condition) {
        until(condition, Duration.ofSeconds(5));
    }

    public static void until(BooleanSupplier condition, Duration longest) {
        long end = System.nanoTime() + longest.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("did not happen within " + longest);
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
