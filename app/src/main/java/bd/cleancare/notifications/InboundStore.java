package bd.cleancare.notifications;

import bd.cleancare.platform.crypto.FieldCipher;
import bd.cleancare.shared.Ids;
import bd.cleancare.shared.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class InboundStore {

    record Received(UUID id, String phone, byte[] body, Instant at) {

        @Override
        public String toString() {
            return "Received[" + id + "]";
        }
    }

    private static final String BODY = "sms_received.body";
    private static final int TRIES = 10;

    private final JdbcClient db;
    private final FieldCipher cipher;

    InboundStore(JdbcClient db, FieldCipher cipher) {
        this.db = db;
        this.cipher = cipher;
    }

    /** @param reference what the gateway calls it, null where it does not; one that is known is not stored again */
    void insert(String reference, PhoneNumber from, String text) {
        UUID id = Ids.next();
        db.sql("INSERT INTO sms_received (id, gateway_ref, phone, body) VALUES (?, ?, ?, ?) ON CONFLICT (gateway_ref) DO NOTHING")
                .param(id).param(reference).param(from.canonical()).param(cipher.encrypt(text, id, BODY)).update();
    }

    Optional<Received> claim() {
        return db.sql("""
                SELECT id, phone, body, received_at FROM sms_received WHERE told_at IS NULL AND parked_at IS NULL AND tell_after <= now()
                ORDER BY received_at LIMIT 1 FOR UPDATE SKIP LOCKED
                """).query((row, _) -> new Received(row.getObject(1, UUID.class), row.getString(2), row.getBytes(3),
                row.getObject(4, OffsetDateTime.class).toInstant())).optional();
    }

    SmsReceived read(Received received) {
        return new SmsReceived(received.id, new PhoneNumber(received.phone), cipher.decrypt(received.body, received.id, BODY), received.at);
    }

    void told(UUID id) {
        db.sql("UPDATE sms_received SET told_at = now() WHERE id = ?").param(id).update();
    }

    void postpone(UUID id, String reason) {
        db.sql("""
                UPDATE sms_received SET tries = tries + 1, last_error = ?, tell_after = now() + make_interval(secs => least(300, power(2, tries))),
                    parked_at = CASE WHEN tries + 1 >= ? THEN now() END
                WHERE id = ? AND told_at IS NULL
                """).param(reason).param(TRIES).param(id).update();
    }

    int purge(Duration keepFor) {
        return db.sql("DELETE FROM sms_received WHERE received_at < now() - make_interval(secs => ?)").param(keepFor.toSeconds()).update();
    }
}
