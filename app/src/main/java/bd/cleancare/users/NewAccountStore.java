package bd.cleancare.users;

import bd.cleancare.platform.crypto.FieldCipher;
import bd.cleancare.platform.crypto.KeyedHash;
import bd.cleancare.shared.PhoneNumber;
import bd.cleancare.shared.Role;
import bd.cleancare.users.NewAccounts.Slot;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

@Component
class NewAccountStore {

    static final String NID = "users.nid";

    private final JdbcClient db;
    private final FieldCipher cipher;
    private final KeyedHash hash;

    NewAccountStore(JdbcClient db, FieldCipher cipher, KeyedHash hash) {
        this.db = db;
        this.cipher = cipher;
        this.hash = hash;
    }

    Slot slotOf(PhoneNumber phone, Duration settled) {
        return db.sql("""
                SELECT id, updated_at, NOT is_verified AND role = 'citizen' AND updated_at < now() - make_interval(secs => :settled) AS leftover
                FROM users WHERE phone = :phone
                """).param("settled", settled.toMillis() / 1000.0).param("phone", phone.canonical())
                .query((row, _) -> row.getBoolean("leftover")
                        ? (Slot) new Slot.Leftover(row.getObject("id", UUID.class), row.getObject("updated_at", OffsetDateTime.class).toInstant())
                        : new Slot.Taken())
                .optional().orElseGet(Slot.Free::new);
    }

    Optional<UUID> insert(UUID id, NewAccount account, Role role, boolean verified) {
        return fields(id, account, db.sql("""
                INSERT INTO users (id, phone, name, email, nid, nid_index, address, language, password_hash, role, is_verified)
                VALUES (:id, :phone, :name, :email, :nid, :nidIndex, :address, :language, :password, :role, :verified)
                ON CONFLICT (phone) DO NOTHING RETURNING id
                """)).param("role", role.word()).param("verified", verified).query(UUID.class).optional();
    }

    Optional<UUID> replace(Slot.Leftover leftover, NewAccount account) {
        return fields(leftover.id(), account, db.sql("""
                UPDATE users SET name = :name, email = :email, nid = :nid, nid_index = :nidIndex, address = :address, language = :language,
                    password_hash = :password, ward_number = NULL, created_at = now(), updated_at = now()
                WHERE id = :id AND phone = :phone AND NOT is_verified AND updated_at = :seen RETURNING id
                """)).param("seen", leftover.seenAt().atOffset(ZoneOffset.UTC)).query(UUID.class).optional();
    }

    private StatementSpec fields(UUID id, NewAccount account, StatementSpec statement) {
        NationalId nid = account.nid();
        return statement.param("id", id).param("phone", account.phone().canonical()).param("name", account.name()).param("email", account.email())
                .param("nid", nid == null ? null : cipher.encrypt(nid.digits(), id, NID))
                .param("nidIndex", nid == null ? null : hash.blindIndex(NID, nid.canonical()))
                .param("address", account.address()).param("language", account.language().code()).param("password", account.passwordHash());
    }
}
