package bd.cleancare.chat;

import bd.cleancare.platform.limits.RateLimits;
import bd.cleancare.platform.web.Problem;
import bd.cleancare.shared.Viewer;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * How much one person may say and how often they may connect. Counted in memory, on each node by itself: a look into the database would
 * cost more than the message.
 */
@Component
public class ChatLimits {

    private static final Duration TEN_SECONDS = Duration.ofSeconds(10);
    private static final int MOST_PEOPLE = 50_000;

    private final RateLimits limits;
    private final ChatSettings settings;
    private final Cache<UUID, Bucket> messages = Caffeine.newBuilder().maximumSize(MOST_PEOPLE).expireAfterAccess(TEN_SECONDS.multipliedBy(2)).build();
    private final Cache<UUID, Bucket> joins = Caffeine.newBuilder().maximumSize(MOST_PEOPLE).expireAfterAccess(TEN_SECONDS).build();

    ChatLimits(RateLimits limits, ChatSettings settings) {
        this.limits = limits;
        this.settings = settings;
    }

    /** @throws Problem 429 */
    public void takeMessage(Viewer viewer) {
        take(messages, viewer, settings.messagesPerTenSeconds(), TEN_SECONDS);
    }

    /** @throws Problem 429 */
    public void takeJoin(Viewer viewer) {
        take(joins, viewer, settings.joinsPerSecond(), Duration.ofSeconds(1));
    }

    /** How many frames of any type a single connection may send. */
    public Bucket framesOfOneConnection() {
        return limits.enabled() ? bucket(settings.framesPerTenSeconds(), TEN_SECONDS) : bucket(Integer.MAX_VALUE, TEN_SECONDS);
    }

    private void take(Cache<UUID, Bucket> buckets, Viewer viewer, int permits, Duration in) {
        if (!limits.enabled()) {
            return;
        }
        var probe = buckets.get(viewer.id(), _ -> bucket(permits, in)).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw Problem.throttled(Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
    }

    private static Bucket bucket(int permits, Duration in) {
        return Bucket.builder().addLimit(limit -> limit.capacity(permits).refillGreedy(permits, in)).build();
    }
}
