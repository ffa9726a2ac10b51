package bd.cleancare.authentication;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class CodeStore {

    /** The keyed hashes under which codes are counted; {@code device} may be null. */
    record Counted(byte[] phone, byte[] block, byte[] network, byte[] device) {
    }

    /** How many codes the last hour and day have seen; {@code sentToPhone} newest first. */
    record Counts(List<Instant> sentToPhone, int phoneDay, int block, int network, int device, int all, Instant now) {
    }

    /** One guess was paid for: what it is compared with. */
    record Guess(UUID id, byte[] codeHash, UUID userId) {
    }

    private final JdbcClient db;

    CodeStore(JdbcClient db) {
        this.db = db;
    }

    /** Until the end of the transaction nobody else decides about this phone. */
    void lock(byte[] phoneHash) {
        long key = new java.math.BigInteger(phoneHash).longValue();
        db.sql("SELECT pg_advisory_xact_lock(:key)").param("key", key).query((_, _) -> true).single();
    }

    Counts counts(Counted key) {
        List<Instant> sent = db.sql("SELECT created_at FROM otp_codes WHERE phone_hash = :phone AND created_at > now() - interval '1 hour' ORDER BY created_at DESC")
                .param("phone", key.phone()).query((row, _) -> row.getObject(1, OffsetDateTime.class).toInstant()).list();
        return db.sql("""
                SELECT (SELECT count(*) FROM otp_codes WHERE phone_hash = :phone AND created_at > now() - interval '1 day') AS phone_day,
                       (SELECT count(*) FROM otp_codes WHERE block_hash = :block AND created_at > now() - interval '1 hour') AS block,
                       (SELECT count(*) FROM otp_codes WHERE network_hash = :network AND created_at > now() - interval '1 hour') AS network,
                       (SELECT count(*) FROM otp_codes WHERE device_hash = CAST(:device AS bytea) AND created_at > now() - interval '1 hour') AS device,
                       (SELECT count(*) FROM otp_codes WHERE created_at > now() - interval '1 day') AS all_day,
                       now() AS now
                """).param("phone", key.phone()).param("block", key.block()).param("network", key.network()).param("device", key.device())
                .query((row, _) -> new Counts(sent, row.getInt("phone_day"), row.getInt("block"), row.getInt("network"), row.getInt("device"),
                        row.getInt("all_day"), row.getObject("now", OffsetDateTime.class).toInstant())).single();
    }

    /** The newest code of a purpose is the only one that is good. */
    void insert(UUID id, CodePurpose purpose, Counted key, UUID userId, byte[] codeHash, int tries, Duration life) {
        db.sql("UPDATE otp_codes SET superseded_at = now() WHERE phone_hash = :phone AND purpose = :purpose AND superseded_at IS NULL AND consumed_at IS NULL")
                .param("phone", key.phone()).param("purpose", purpose.word()).update();
        db.sql("""
                INSERT INTO otp_codes (id, purpose, phone_hash, block_hash, network_hash, device_hash, user_id, code_hash, tries_left, expires_at)
                VALUES (:id, :purpose, :phone, :block, :network, :device, :user, :code, :tries, now() + make_interval(secs => :life))
                """).param("id", id).param("purpose", purpose.word()).param("phone", key.phone()).param("block", key.block()).param("network", key.network())
                .param("device", key.device()).param("user", userId).param("code", codeHash).param("tries", tries).param("life", life.toSeconds()).update();
    }

    /** Pays for one guess before it is looked at: of any number of guesses at once, as many are answered as there are tries. */
    Optional<Guess> guess(CodePurpose purpose, byte[] phoneHash) {
        return db.sql("""
                UPDATE otp_codes SET tries_left = tries_left - 1
                WHERE id = (SELECT id FROM otp_codes WHERE phone_hash = :phone AND purpose = :purpose AND superseded_at IS NULL
                            AND consumed_at IS NULL AND expires_at > now() ORDER BY created_at DESC LIMIT 1)
                  AND tries_left > 0 AND superseded_at IS NULL AND consumed_at IS NULL AND expires_at > now()
                RETURNING id, code_hash, user_id
                """).param("phone", phoneHash).param("purpose", purpose.word())
                .query((row, _) -> new Guess(row.getObject("id", UUID.class), row.getBytes("code_hash"), row.getObject("user_id", UUID.class))).optional();
    }

    boolean consume(UUID id) {
        return db.sql("UPDATE otp_codes SET consumed_at = now() WHERE id = :id AND consumed_at IS NULL AND superseded_at IS NULL").param("id", id).update() == 1;
    }

    int wrongInADay(byte[] phoneHash, int tries) {
        return db.sql("""
                SELECT coalesce(sum(:tries - tries_left - CASE WHEN consumed_at IS NULL THEN 0 ELSE 1 END), 0)
                FROM otp_codes WHERE phone_hash = :phone AND created_at > now() - interval '1 day'
                """).param("tries", tries).param("phone", phoneHash).query(Integer.class).single();
    }

    void purge() {
        db.sql("DELETE FROM otp_codes WHERE created_at < now() - interval '2 days'").update();
    }
}
