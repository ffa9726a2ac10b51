package bd.cleancare.notifications.queue;

import bd.cleancare.platform.crypto.FieldCipher;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The queue of everything that leaves the house, and afterwards its log. */
@Component
public class OutgoingStore {

    private static final Logger log = LoggerFactory.getLogger(OutgoingStore.class);

    /** Where the first of these messages stood; what is stored is bound to the name. */
    private static final String BODY = "sms_messages.body";

    private final JdbcClient db;
    private final JdbcOperations jdbc;
    private final FieldCipher cipher;

    OutgoingStore(JdbcClient db, JdbcOperations jdbc, FieldCipher cipher) {
        this.db = db;
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    /** A message of a fact that is in the queue already is left as it is. */
    public void insert(Collection<NewMessage> messages) {
        jdbc.batchUpdate("""
                INSERT INTO outgoing_messages (id, channel, lane, address, body, user_id, fact, event, quiet_from, quiet_until, next_attempt_at, expires_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, clock_timestamp() + ? * interval '1 second', clock_timestamp() + ? * interval '1 second')
                ON CONFLICT (fact, channel, address) WHERE fact IS NOT NULL DO NOTHING
                """, messages.stream().map(this::row).toList());
    }

    private Object[] row(NewMessage message) {
        Quiet quiet = message.quiet();
        return new Object[] {message.id(), message.channel().word(), message.lane().word(), message.address(), cipher.encrypt(message.content(), message.id(), BODY),
                message.user(), message.fact(), message.event(), quiet == null ? null : quiet.from(),
                quiet == null ? null : quiet.until(), message.delay().toSeconds(), message.delay().plus(message.life()).toSeconds()};
    }

    /** Takes what is due in a lane, also what a worker took that died: its lease has run out. */
    public List<Due> claim(Channel channel, Lane lane, int most, Duration lease) {
        return db.sql("""
                UPDATE outgoing_messages SET state = 'sending', attempts = attempts + 1, next_attempt_at = now() + make_interval(secs => :lease)
                WHERE id = ANY (ARRAY(
                    SELECT id FROM outgoing_messages
                    WHERE state IN ('queued', 'sending') AND channel = :channel AND lane = :lane AND next_attempt_at <= now() AND expires_at > now()
                    ORDER BY next_attempt_at LIMIT :most FOR UPDATE SKIP LOCKED))
                RETURNING id, channel, lane, address, body, attempts, provider, attempts_here, unresolved, refused_by, quiet_from, quiet_until,
                    (extract(epoch FROM expires_at - now()) * 1000)::bigint AS left_ms
                """).param("lease", lease.toSeconds()).param("channel", channel.word()).param("lane", lane.word()).param("most", most)
                .query(this::due).list();
    }

    /** Written before the gateway is asked, so that after a crash the repetition is known to be one. */
    public boolean beginAttempt(Due due, String provider) {
        return db.sql("""
                WITH begun AS (
                    UPDATE outgoing_messages SET attempts_here = CASE WHEN provider = :provider THEN attempts_here + 1 ELSE 1 END, provider = :provider, unresolved = true
                    WHERE id = :id AND state = 'sending' AND attempts = :attempt RETURNING id, attempts
                )
                INSERT INTO delivery_attempts (message_id, attempt, provider) SELECT id, attempts, :provider FROM begun
                """).param("provider", provider).param("id", due.id()).param("attempt", due.attempt()).update() == 1;
    }

    /** @param reportIn when the gateway is first asked what became of it; null where it cannot say */
    public void sent(Due due, String reference, Duration reportIn) {
        db.sql("""
                WITH done AS (
                    UPDATE outgoing_messages SET state = 'sent', provider_ref = :reference, last_error = NULL, settled_at = now(), unresolved = false,
                        body = CASE WHEN lane = 'code' THEN NULL ELSE body END, report_after = now() + make_interval(secs => :report)
                    WHERE id = :id AND state = 'sending' AND attempts = :attempt RETURNING id, attempts
                )
                UPDATE delivery_attempts a SET ended_at = clock_timestamp(), outcome = 'accepted' FROM done WHERE a.message_id = done.id AND a.attempt = done.attempts
                """).param("reference", reference).param("report", reportIn == null ? null : reportIn.toSeconds(), java.sql.Types.DOUBLE)
                .param("id", due.id()).param("attempt", due.attempt()).update();
    }

    /** Nobody took it: once more after the delay, or given up where this was the last attempt worth making. */
    public void notTaken(Due due, Duration delay, String outcome, String reason) {
        if (Notices.isLast(due)) {
            failed(due, outcome, "given up after " + due.attempt() + " attempts: " + reason);
        } else {
            retry(due, delay, outcome, reason, due.refusedBy());
        }
    }

    public void retry(Due due, Duration delay, String outcome, String reason, Set<String> refusedBy) {
        db.sql("""
                WITH done AS (
                    UPDATE outgoing_messages SET state = 'queued', last_error = :reason, refused_by = :refused, unresolved = :unresolved,
                        next_attempt_at = now() + make_interval(secs => :delay)
                    WHERE id = :id AND state = 'sending' AND attempts = :attempt RETURNING id, attempts
                )
                UPDATE delivery_attempts a SET ended_at = clock_timestamp(), outcome = :outcome, reason = :reason
                FROM done WHERE a.message_id = done.id AND a.attempt = done.attempts
                """).param("reason", reason).param("refused", refusedBy.toArray(String[]::new)).param("unresolved", outcome.equals("unknown"))
                .param("delay", delay.toMillis() / 1000.0).param("outcome", outcome).param("id", due.id()).param("attempt", due.attempt()).update();
    }

    public void failed(Due due, String outcome, String reason) {
        giveUp(due, "failed", outcome, reason);
    }

    /** Perhaps it arrived: sending it again might tell somebody twice, so that is left to an admin. */
    public void unknown(Due due, String reason) {
        giveUp(due, "unknown", "unknown", reason);
    }

    public void park(Due due, String reason) {
        giveUp(due, "parked", null, reason);
    }

    private void giveUp(Due due, String state, String outcome, String reason) {
        db.sql("""
                WITH done AS (
                    UPDATE outgoing_messages SET state = :state, last_error = :reason, settled_at = now(), body = CASE WHEN lane = 'code' THEN NULL ELSE body END
                    WHERE id = :id AND state = 'sending' AND attempts = :attempt RETURNING id, attempts
                )
                UPDATE delivery_attempts a SET ended_at = clock_timestamp(), outcome = coalesce(a.outcome, :outcome), reason = :reason
                FROM done WHERE a.message_id = done.id AND a.attempt = done.attempts AND a.ended_at IS NULL
                """).param("state", state).param("outcome", outcome).param("reason", reason).param("id", due.id()).param("attempt", due.attempt()).update();
    }

    /** Not now; this was no attempt. */
    public void postpone(Due due, Duration delay) {
        db.sql("""
                UPDATE outgoing_messages SET state = 'queued', attempts = attempts - 1, next_attempt_at = now() + make_interval(secs => :delay),
                    expires_at = greatest(expires_at, now() + make_interval(secs => :delay + 3600))
                WHERE id = :id AND state = 'sending' AND attempts = :attempt
                """).param("delay", delay.toSeconds()).param("id", due.id()).param("attempt", due.attempt()).update();
    }

    /** Nothing is sent after its expiry; one that is with a gateway right now is left to its worker. */
    public int expire() {
        return db.sql("""
                UPDATE outgoing_messages SET state = 'expired', body = CASE WHEN lane = 'code' THEN NULL ELSE body END, settled_at = now()
                WHERE state IN ('queued', 'sending') AND expires_at <= now() AND (state = 'queued' OR next_attempt_at <= now())
                """).update();
    }

    /**
     * For as long as a new message, and what perhaps arrived too, for an admin has decided so. What was given up while a gateway that knows our
     * ids kept silent is asked of that one first: it says whether it had it already.
     */
    public boolean replay(UUID id, Duration life) {
        return db.sql("""
                UPDATE outgoing_messages SET state = 'queued', refused_by = '{}', unresolved = unresolved AND state <> 'unknown', last_error = NULL,
                    settled_at = NULL, report_after = NULL, next_attempt_at = now(), expires_at = now() + make_interval(secs => :life)
                WHERE id = :id AND state IN ('failed', 'expired', 'unknown', 'parked') AND lane <> 'code' AND body IS NOT NULL
                """).param("life", life.toSeconds()).param("id", id).update() == 1;
    }

    public int purge(Duration keepFor) {
        return db.sql("""
                DELETE FROM outgoing_messages WHERE id IN (
                    SELECT id FROM outgoing_messages WHERE settled_at < now() - make_interval(secs => :keep) LIMIT 10000)
                """).param("keep", keepFor.toSeconds()).update();
    }

    /** One row that cannot be read must not hold up the others that were taken with it. */
    private Due due(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        int from = row.getInt("quiet_from");
        Quiet quiet = row.wasNull() ? null : new Quiet(from, row.getInt("quiet_until"));
        return new Due(id, Channel.ofWord(row.getString("channel")).orElseThrow(), Lane.ofWord(row.getString("lane")), row.getString("address"),
                content(row.getBytes("body"), id), row.getInt("attempts"), row.getString("provider"), row.getInt("attempts_here"), row.getBoolean("unresolved"),
                Set.of((String[]) row.getArray("refused_by").getArray()), Duration.ofMillis(row.getLong("left_ms")), quiet);
    }

    public String content(byte[] sealed, UUID id) {
        try {
            return sealed == null ? null : cipher.decrypt(sealed, id, BODY);
        } catch (RuntimeException e) {
            log.error("Message {} cannot be read: {}", id, e.toString());
            return null;
        }
    }
}
