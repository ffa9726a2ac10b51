package bd.cleancare.authentication;

import bd.cleancare.platform.crypto.KeyedHash;
import bd.cleancare.platform.limits.RateLimits;
import bd.cleancare.platform.web.Problem;
import bd.cleancare.shared.PhoneNumber;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Slows down guessing of passwords: a growing wait, never a lock for good. Counts for a phone number, so it tells nothing about accounts. */
@Component
class LoginFailures {

    private static final int MOST_DOUBLINGS = 20;

    private final JdbcClient db;
    private final KeyedHash hash;
    private final PasswordSettings settings;
    private final RateLimits limits;

    LoginFailures(JdbcClient db, KeyedHash hash, PasswordSettings settings, RateLimits limits) {
        this.db = db;
        this.hash = hash;
        this.settings = settings;
        this.limits = limits;
    }

    /**
     * Counts an attempt as failed before it is looked at, so that a hundred at once are no more than the ten one after the other.
     *
     * @throws Problem 429 while the phone has to wait
     */
    void begin(PhoneNumber phone) {
        if (!limits.enabled()) {
            return;
        }
        int counted = db.sql("""
                INSERT INTO login_failures AS f (phone_hash, failures) VALUES (:phone, 1)
                ON CONFLICT (phone_hash) DO UPDATE SET
                    failures = CASE WHEN f.last_at < now() - interval '1 day' THEN 1 ELSE f.failures + 1 END,
                    last_at = now(),
                    locked_until = CASE WHEN f.failures + 1 >= :free AND f.last_at >= now() - interval '1 day'
                        THEN now() + least(make_interval(secs => :first * pow(2, least(f.failures + 1 - :free, :doublings))), make_interval(secs => :longest)) END
                WHERE f.locked_until IS NULL OR f.locked_until <= now()
                """).param("phone", key(phone)).param("free", settings.freeFailures()).param("first", settings.firstWait().toSeconds())
                .param("doublings", MOST_DOUBLINGS).param("longest", settings.longestWait().toSeconds()).update();
        if (counted == 0) {
            throw Problem.throttled(left(phone));
        }
    }

    void forget(PhoneNumber phone) {
        if (limits.enabled()) {
            db.sql("DELETE FROM login_failures WHERE phone_hash = :phone").param("phone", key(phone)).update();
        }
    }

    void purge() {
        db.sql("DELETE FROM login_failures WHERE last_at < now() - interval '2 days'").update();
    }

    private Duration left(PhoneNumber phone) {
        return db.sql("SELECT ceil(extract(epoch FROM locked_until - now()))::bigint FROM login_failures WHERE phone_hash = :phone")
                .param("phone", key(phone)).query(Long.class).optional().map(Duration::ofSeconds).orElse(Duration.ofSeconds(1));
    }

    private byte[] key(PhoneNumber phone) {
        return hash.blindIndex("login_failures.phone", phone.canonical());
    }
}
