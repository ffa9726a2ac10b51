package bd.cleancare.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import bd.cleancare.testing.Await;
import bd.cleancare.testing.Together;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class TurnstileTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    @Test
    void neverMoreThanSoManyAreInAndEverybodyComesIn() {
        var turnstile = new Turnstile(5, LONG);
        var inside = new AtomicInteger();
        List<Integer> seen = Together.run(2_000, () -> {
            assertThat(turnstile.enter()).isTrue();
            try {
                int now = inside.incrementAndGet();
                Thread.yield();
                return now;
            } finally {
                inside.decrementAndGet();
                turnstile.leave();
            }
        });
        assertThat(Collections.max(seen)).isLessThanOrEqualTo(5);
    }

    @Test
    void whoWaitsLongestIsLetInFirst() throws Exception {
        var turnstile = new Turnstile(1, LONG);
        turnstile.enter();
        var order = Collections.synchronizedList(new ArrayList<Integer>());
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < 10; i++) {
            int mine = i;
            threads.add(waiting(() -> {
                turnstile.enter();
                order.add(mine);
                turnstile.leave();
            }));
        }
        turnstile.leave();
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(order).isEqualTo(IntStream.range(0, 10).boxed().toList());
    }

    @Test
    void whoWaitsTooLongIsSentAwayAndTakesNoPlaceWithThem() throws Exception {
        var turnstile = new Turnstile(1, Duration.ofMillis(500));
        turnstile.enter();
        var late = new FutureTask<>(turnstile::enter);
        waiting(late);
        long begun = System.nanoTime();
        assertThat(late.get()).isFalse();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
        turnstile.leave();
        assertThat(turnstile.enter()).isTrue();
        turnstile.leave();
        assertThat(Together.run(50, () -> turnstileOnce(turnstile))).containsOnly(true);
    }

    @Test
    void whoIsInterruptedKeepsTheirPlaceInTheLineAndLearnsOfItAfterwards() throws Exception {
        var turnstile = new Turnstile(1, LONG);
        turnstile.enter();
        var told = new FutureTask<>(() -> turnstile.enter() && Thread.currentThread().isInterrupted());
        Thread thread = waiting(told);
        thread.interrupt();
        Await.until(() -> thread.getState() == Thread.State.WAITING);
        assertThat(told.isDone()).isFalse();
        turnstile.leave();
        assertThat(told.get()).isTrue();
    }

    private static boolean turnstileOnce(Turnstile turnstile) {
        boolean in = turnstile.enter();
        turnstile.leave();
        return in;
    }

    private static Thread waiting(Runnable work) {
        Thread thread = Thread.ofVirtual().start(work);
        Await.until(() -> thread.getState() == Thread.State.WAITING);
        return thread;
    }
}
