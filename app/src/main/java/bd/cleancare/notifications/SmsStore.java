package bd.cleancare.notifications;

import bd.cleancare.platform.crypto.FieldCipher;
import bd.cleancare.shared.PhoneNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class SmsStore {

    /**
     * A message that this worker may now try to send, and nobody else for the length of the lease.
     *
     * @param attempt which one this is, counted from 1
     * @param lastProvider null at the first attempt
     * @param attemptsThere how many were made with {@code lastProvider}
     */
    record Due(UUID id, Sms.Lane lane, PhoneNumber phone, String text, int attempt, String lastProvider, int attemptsThere, Set<String> refusedBy,
            Duration left) {

        @Override
        public String toString() {
            return "Due[" + id + "]";
        }
    }

    private static final String BODY = "sms_messages.body";

    private final JdbcClient db;
    private final FieldCipher cipher;

    SmsStore(JdbcClient db, FieldCipher cipher) {
        this.db = db;
        this.cipher = cipher;
    }

    void insert(UUID id, Sms.Lane lane, PhoneNumber to, String text, Duration life) {
        db.sql("""
                INSERT INTO sms_messages (id, lane, phone, body, expires_at)
                VALUES (:id, :lane, :phone, :body, clock_timestamp() + make_interval(secs => :life))
                """)
                .param("id", id).param("lane", lane.word()).param("phone", to.canonical()).param("body", cipher.encrypt(text, id, BODY))
                .param("life", life.toSeconds()).update();
    }

    /** Takes what is due in a lane, also what a worker took that died: its lease has run out. */
    List<Due> claim(Sms.Lane lane, int most, Duration lease) {
        return db.sql("""
                UPDATE sms_messages SET state = 'sending', attempts = attempts + 1, next_attempt_at = now() + make_interval(secs => :lease)
                WHERE id IN (
                    SELECT id FROM sms_messages
                    WHERE state IN ('queued', 'sending') AND lane = :lane AND next_attempt_at <= now() AND expires_at > now()
                    ORDER BY next_attempt_at LIMIT :most FOR UPDATE SKIP LOCKED)
                RETURNING id, lane, phone, body, attempts, provider, attempts_here, refused_by,
                    (extract(epoch FROM expires_at - now()) * 1000)::bigint AS left_ms
                """).param("lease", lease.toSeconds()).param("lane", lane.word()).param("most", most).query(this::due).list();
    }

    /** Written before the gateway is asked, so that after a crash the repetition is known to be one. */
    boolean beginAttempt(Due due, String provider) {
        return db.sql("""
                UPDATE sms_messages SET attempts_here = CASE WHEN provider = :provider THEN attempts_here + 1 ELSE 1 END, provider = :provider
                WHERE id = :id AND state = 'sending' AND attempts = :attempt
                """).param("provider", provider).param("id", due.id()).param("attempt", due.attempt()).update() == 1;
    }

    void sent(Due due, String reference) {
        settle(due, "sent", reference, null);
    }

    void failed(Due due, String error) {
        settle(due, "failed", null, error);
    }

    void retry(Due due, Duration delay, String error, Set<String> refusedBy) {
        db.sql("""
                UPDATE sms_messages SET state = 'queued', last_error = :error, refused_by = :refused,
                    next_attempt_at = now() + make_interval(secs => :delay)
                WHERE id = :id AND state = 'sending' AND attempts = :attempt
                """).param("error", error).param("refused", refusedBy.toArray(String[]::new)).param("delay", delay.toMillis() / 1000.0)
                .param("id", due.id()).param("attempt", due.attempt()).update();
    }

    /** Nothing is sent after its expiry; one that is with a gateway right now is left to its worker. */
    int expire() {
        return db.sql("""
                UPDATE sms_messages SET state = 'expired', body = NULL, settled_at = now()
                WHERE state IN ('queued', 'sending') AND expires_at <= now() AND (state = 'queued' OR next_attempt_at <= now())
                """).update();
    }

    int purge(Duration keepFor) {
        return db.sql("DELETE FROM sms_messages WHERE settled_at < now() - make_interval(secs => :keep)").param("keep", keepFor.toSeconds()).update();
    }

    private void settle(Due due, String state, String reference, String error) {
        db.sql("""
                UPDATE sms_messages SET state = :state, provider_ref = :reference, last_error = :error, settled_at = now(),
                    body = CASE WHEN lane = 'code' THEN NULL ELSE body END
                WHERE id = :id AND state = 'sending' AND attempts = :attempt
                """).param("state", state).param("reference", reference).param("error", error).param("id", due.id()).param("attempt", due.attempt()).update();
    }

    private Due due(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new Due(id, Sms.Lane.valueOf(row.getString("lane").toUpperCase(java.util.Locale.ROOT)), new PhoneNumber(row.getString("phone")),
                cipher.decrypt(row.getBytes("body"), id, BODY), row.getInt("attempts"), row.getString("provider"), row.getInt("attempts_here"),
                Set.of((String[]) row.getArray("refused_by").getArray()), Duration.ofMillis(row.getLong("left_ms")));
    }
}
