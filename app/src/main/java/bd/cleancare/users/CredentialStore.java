package bd.cleancare.users;

import bd.cleancare.shared.PhoneNumber;
import bd.cleancare.shared.Role;
import bd.cleancare.users.Credentials.Login;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class CredentialStore {

    private static final String LOGIN = "SELECT id, phone, role, password_hash, is_active, is_verified FROM users WHERE closed_at IS NULL AND ";

    private final JdbcClient db;

    CredentialStore(JdbcClient db) {
        this.db = db;
    }

    Optional<Login> byPhone(PhoneNumber phone) {
        return db.sql(LOGIN + "phone = :phone").param("phone", phone.canonical()).query(CredentialStore::login).optional();
    }

    Optional<Login> byId(UUID id) {
        return db.sql(LOGIN + "id = :id").param("id", id).query(CredentialStore::login).optional();
    }

    boolean recordLogin(UUID id) {
        return db.sql("UPDATE users SET last_login = now() WHERE id = :id AND is_active AND is_verified AND closed_at IS NULL").param("id", id).update() == 1;
    }

    boolean verifyAndRecordLogin(UUID id) {
        return db.sql("UPDATE users SET is_verified = true, last_login = now(), updated_at = now() WHERE id = :id AND is_active AND closed_at IS NULL")
                .param("id", id).update() == 1;
    }

    void setPassword(UUID id, String hash) {
        db.sql("UPDATE users SET password_hash = :hash, updated_at = now() WHERE id = :id AND closed_at IS NULL").param("hash", hash).param("id", id).update();
    }

    void rehash(UUID id, String from, String to) {
        db.sql("UPDATE users SET password_hash = :to WHERE id = :id AND password_hash = :from").param("to", to).param("id", id).param("from", from).update();
    }

    /** A registration that was never confirmed has no claim to a number somebody else now confirms. */
    void dropUnconfirmed(PhoneNumber phone) {
        db.sql("DELETE FROM users WHERE phone = :phone AND NOT is_verified AND role = 'citizen'").param("phone", phone.canonical()).update();
    }

    void changePhone(UUID id, PhoneNumber phone) {
        db.sql("UPDATE users SET phone = :phone, updated_at = now() WHERE id = :id AND closed_at IS NULL").param("phone", phone.canonical()).param("id", id).update();
    }

    private static Login login(ResultSet row, int number) throws SQLException {
        return new Login(row.getObject("id", UUID.class), new PhoneNumber(row.getString("phone")), Role.ofWord(row.getString("role")).orElseThrow(),
                row.getString("password_hash"), row.getBoolean("is_active"), row.getBoolean("is_verified"));
    }
}
