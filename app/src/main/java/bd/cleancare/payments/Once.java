package bd.cleancare.payments;

import bd.cleancare.platform.web.Problem;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Work that is done once for each {@code Idempotency-Key} of a user at an endpoint. Its answer is kept and given again; work that
 * was cut short is taken up by the next request with the key, not begun anew.
 */
@Component
public class Once {

    /** @param replayed whether it is the kept answer of an earlier request */
    public record Reply(int status, String body, boolean replayed) {

        public static Reply of(int status, String body) {
            return new Reply(status, body, false);
        }

        /** An answer that leaves the matter open: not kept, and the key may be used again to go on. */
        boolean isFinal() {
            return status < 500;
        }
    }

    /** What work under a key can rely on. */
    public interface Work {

        /** What earlier, unfinished work under the key has made; null the first time. */
        UUID resumed();

        /** To be called in the transaction that makes the thing. */
        void made(UUID id);
    }

    private record Row(byte[] hash, boolean leased, UUID resultId, Integer status, String body) {
    }

    private static final int LONGEST_KEY = 255;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final JdbcClient db;
    private final PaymentSettings settings;

    Once(JdbcClient db, PaymentSettings settings) {
        this.db = db;
        this.settings = settings;
    }

    /** @throws Problem 400 when there is no usable key */
    public static String required(String key) {
        if (key == null || key.isBlank() || key.length() > LONGEST_KEY) {
            throw Problem.detail(400, "idempotency_key_missing", LONGEST_KEY);
        }
        return key;
    }

    /**
     * @param request what is asked, in a form in which equal wishes are equal text
     * @throws Problem 422 for another wish under the same key, 409 while the first is still at work
     */
    public Reply run(UUID user, String endpoint, String key, String request, Function<Work, Reply> work) {
        byte[] hash = sha256(request);
        UUID resumed = null;
        if (!insert(user, endpoint, key, hash)) {
            Row row = read(user, endpoint, key);
            if (!Arrays.equals(row.hash, hash)) {
                throw Problem.detail(422, "idempotency_key_reused");
            }
            if (row.status != null) {
                return new Reply(row.status, row.body, true);
            }
            if (row.leased || !takeOver(user, endpoint, key)) {
                throw Problem.detail(409, "idempotency_in_progress").retryAfter(RETRY_AFTER);
            }
            resumed = row.resultId;
        }
        return execute(user, endpoint, key, resumed, work);
    }

    private Reply execute(UUID user, String endpoint, String key, UUID resumed, Function<Work, Reply> work) {
        var under = new Under(user, endpoint, key, resumed);
        try {
            Reply reply = work.apply(under);
            if (reply.isFinal()) {
                keep(user, endpoint, key, reply);
            } else {
                giveBack(user, endpoint, key);
            }
            return reply;
        } catch (RuntimeException e) {
            if (under.madeSomething()) {
                giveBack(user, endpoint, key);
            } else {
                forget(user, endpoint, key);
            }
            throw e;
        }
    }

    private final class Under implements Work {

        private final UUID user;
        private final String endpoint;
        private final String key;
        private final UUID resumed;
        private UUID made;

        Under(UUID user, String endpoint, String key, UUID resumed) {
            this.user = user;
            this.endpoint = endpoint;
            this.key = key;
            this.resumed = resumed;
        }

        @Override
        public UUID resumed() {
            return resumed;
        }

        @Override
        public void made(UUID id) {
            made = id;
            db.sql("UPDATE payment_idempotency_keys SET result_id = ? WHERE user_id = ? AND endpoint = ? AND key = ?")
                    .param(id).param(user).param(endpoint).param(key).update();
        }

        boolean madeSomething() {
            return resumed != null || made != null;
        }
    }

    private boolean insert(UUID user, String endpoint, String key, byte[] hash) {
        return db.sql("""
                INSERT INTO payment_idempotency_keys (user_id, endpoint, key, request_hash, lease_until)
                VALUES (:user, :endpoint, :key, :hash, now() + make_interval(secs => :lease)) ON CONFLICT DO NOTHING
                """).param("user", user).param("endpoint", endpoint).param("key", key).param("hash", hash).param("lease", settings.lease().toMillis() / 1000.0).update() == 1;
    }

    private Row read(UUID user, String endpoint, String key) {
        return db.sql("""
                SELECT request_hash, coalesce(lease_until > now(), false), result_id, status, body FROM payment_idempotency_keys
                WHERE user_id = ? AND endpoint = ? AND key = ?
                """).param(user).param(endpoint).param(key)
                .query((row, _) -> new Row(row.getBytes(1), row.getBoolean(2), row.getObject(3, UUID.class), row.getObject(4, Integer.class), row.getString(5)))
                .optional().orElseThrow(() -> Problem.detail(409, "idempotency_in_progress").retryAfter(RETRY_AFTER));
    }

    private boolean takeOver(UUID user, String endpoint, String key) {
        return db.sql("""
                UPDATE payment_idempotency_keys SET lease_until = now() + make_interval(secs => :lease)
                WHERE user_id = :user AND endpoint = :endpoint AND key = :key AND status IS NULL AND (lease_until IS NULL OR lease_until <= now())
                """).param("user", user).param("endpoint", endpoint).param("key", key).param("lease", settings.lease().toMillis() / 1000.0).update() == 1;
    }

    private void keep(UUID user, String endpoint, String key, Reply reply) {
        db.sql("UPDATE payment_idempotency_keys SET status = ?, body = ?, lease_until = NULL WHERE user_id = ? AND endpoint = ? AND key = ?")
                .param(reply.status()).param(reply.body()).param(user).param(endpoint).param(key).update();
    }

    private void giveBack(UUID user, String endpoint, String key) {
        db.sql("UPDATE payment_idempotency_keys SET lease_until = NULL WHERE user_id = ? AND endpoint = ? AND key = ?").param(user).param(endpoint).param(key).update();
    }

    private void forget(UUID user, String endpoint, String key) {
        db.sql("DELETE FROM payment_idempotency_keys WHERE user_id = ? AND endpoint = ? AND key = ?").param(user).param(endpoint).param(key).update();
    }

    /** Keys are kept long enough for every honest retry. */
    int purge() {
        return db.sql("DELETE FROM payment_idempotency_keys WHERE created_at < now() - make_interval(secs => ?)").param(settings.keepKeysFor().toSeconds()).update();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
