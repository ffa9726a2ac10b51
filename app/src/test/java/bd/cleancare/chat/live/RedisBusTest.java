package bd.cleancare.chat.live;

import static org.assertj.core.api.Assertions.assertThat;

import bd.cleancare.chat.RedisServerHere;
import bd.cleancare.testing.Await;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RedisBusTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    /** Also one that hung before we came: nobody waits for it, it is not believed in, and once it is back it carries. */
    @Test
    void redisThatHangsHoldsUpNobodyAndCarriesOnceItIsBack() throws Exception {
        var heard = new CopyOnWriteArrayList<Bus.News>();
        try (var redis = new RedisServerHere()) {
            redis.hang();
            var one = new RedisBus(redis.url());
            var other = new RedisBus(redis.url());
            try {
                other.listen(heard::add);
                long begun = System.nanoTime();
                for (int i = 1; i <= 1000; i++) {
                    one.publish(news(i));
                }
                assertThat(one.connected()).isFalse();
                assertThat(Duration.ofNanos(System.nanoTime() - begun)).as("two seconds for each would be half an hour").isLessThan(LONG);

                redis.goOn();
                Await.until(() -> one.connected() && other.connected(), LONG);
                one.publish(news(1001));
                Await.until(() -> heard.contains(news(1001)), LONG);

                redis.hang();
                Await.until(() -> !one.connected() && !other.connected(), LONG);
                long hanging = System.nanoTime();
                LongStream.range(1002, 1102).forEach(number -> one.publish(news(number)));
                assertThat(Duration.ofNanos(System.nanoTime() - hanging)).as("two seconds for each would be three minutes").isLessThan(LONG);
                redis.goOn();
                Await.until(() -> one.connected() && other.connected(), LONG);
            } finally {
                redis.goOn();
                one.destroy();
                other.destroy();
            }
        }
    }

    private static Bus.News news(long sequence) {
        return new Bus.News(new UUID(0, 1), sequence, null, "{}");
    }
}
