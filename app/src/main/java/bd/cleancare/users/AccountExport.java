package bd.cleancare.users;

import bd.cleancare.platform.crypto.FieldCipher;
import java.util.Map;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The account's own part of an export, the identity number in clear: it is the person's. */
@Component
@Order(0)
class AccountExport implements PersonalDataSource {

    private final JdbcClient db;
    private final FieldCipher cipher;

    AccountExport(JdbcClient db, FieldCipher cipher) {
        this.db = db;
        this.cipher = cipher;
    }

    @Override
    public String section() {
        return "account";
    }

    @Override
    public Object of(UUID userId) {
        Map<String, Object> row = db.sql("""
                SELECT id, phone, name, email, nid, address, ward_number, role AS user_type, language, is_verified, created_at, updated_at, last_login
                FROM users WHERE id = :id
                """).param("id", userId).query().singleRow();
        row.computeIfPresent("nid", (_, sealed) -> cipher.decrypt((byte[]) sealed, userId, NewAccountStore.NID));
        return row;
    }
}
