package bd.cleancare.platform.limits;

import bd.cleancare.platform.settings.LimitSettings;
import bd.cleancare.platform.web.Problem;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import java.time.Duration;
import java.util.Arrays;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/**
 * Token buckets kept in PostgreSQL: the same for every node, and still full after a restart. The one place that knows whether
 * limits are on.
 */
@Component
public class RateLimits {

    /** So many in so long; the bucket refills evenly. */
    public record Rate(long permits, Duration in) {

        public static Rate of(long permits, Duration in) {
            return new Rate(permits, in);
        }
    }

    private final LimitSettings settings;
    private final ProxyManager<String> buckets;

    RateLimits(LimitSettings settings, DataSource dataSource) {
        this.settings = settings;
        this.buckets = Bucket4jPostgreSQL.selectForUpdateBasedBuilder(dataSource)
                .table("rate_limit_buckets")
                .primaryKeyMapper(io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper.STRING)
                .expirationAfterWrite(io.github.bucket4j.distributed.ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(Duration.ofMinutes(1)))
                .build();
    }

    public boolean enabled() {
        return settings.enabled();
    }

    /**
     * Takes from the bucket of a key, all rates at once. Runs in a transaction of its own: an attempt counts even if what follows fails.
     *
     * @param key what is limited and for whom; never a clear phone number, for the key is stored
     * @throws Problem 429 with {@code Retry-After} when one of the rates is used up
     */
    public void take(String key, long permits, Rate... rates) {
        if (!settings.enabled()) {
            return;
        }
        var probe = buckets.builder().build(key, () -> configuration(rates)).tryConsumeAndReturnRemaining(permits);
        if (!probe.isConsumed()) {
            throw Problem.throttled(Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
    }

    private static BucketConfiguration configuration(Rate... rates) {
        var configuration = BucketConfiguration.builder();
        Arrays.stream(rates).forEach(rate -> configuration.addLimit(limit -> limit.capacity(rate.permits()).refillGreedy(rate.permits(), rate.in())));
        return configuration.build();
    }
}
