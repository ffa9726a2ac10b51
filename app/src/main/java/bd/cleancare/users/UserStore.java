package bd.cleancare.users;

import bd.cleancare.platform.i18n.Language;
import bd.cleancare.shared.PhoneNumber;
import bd.cleancare.shared.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class UserStore {

    private static final String ACCOUNT = """
            SELECT id, phone, name, email, address, ward_number, role, ward_scope, language, is_active, is_verified,
                   password_hash IS NOT NULL AS has_password, nid IS NOT NULL AS has_nid, created_at, last_login
            FROM users
            WHERE closed_at IS NULL AND\s""";

    private final JdbcClient db;

    UserStore(JdbcClient db) {
        this.db = db;
    }

    Optional<Account> byId(UUID id) {
        return db.sql(ACCOUNT + "id = :id").param("id", id).query(UserStore::account).optional();
    }

    Optional<Account> byPhone(PhoneNumber phone) {
        return db.sql(ACCOUNT + "phone = :phone").param("phone", phone.canonical()).query(UserStore::account).optional();
    }

    private static Account account(ResultSet row, int number) throws SQLException {
        return new Account(row.getObject("id", UUID.class), new PhoneNumber(row.getString("phone")), row.getString("name"), row.getString("email"),
                row.getString("address"), row.getString("ward_number"), Role.ofWord(row.getString("role")).orElseThrow(),
                Set.of((String[]) row.getArray("ward_scope").getArray()), Language.of(Locale.of(row.getString("language"))),
                row.getBoolean("is_active"), row.getBoolean("is_verified"), row.getBoolean("has_password"), row.getBoolean("has_nid"),
                instant(row, "created_at"), instant(row, "last_login"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
