package bd.cleancare.users;

import bd.cleancare.platform.i18n.Language;
import bd.cleancare.shared.PhoneNumber;
import bd.cleancare.shared.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
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

    List<Account> byIds(Collection<UUID> ids) {
        return db.sql(ACCOUNT + "id = ANY (:ids)").param("ids", ids.toArray(UUID[]::new)).query(UserStore::account).list();
    }

    List<Account> superAdmins() {
        return db.sql(ACCOUNT + "role = 'super_admin' AND is_active LIMIT 100").query(UserStore::account).list();
    }

    Optional<Account> byPhone(PhoneNumber phone) {
        return db.sql(ACCOUNT + "phone = :phone").param("phone", phone.canonical()).query(UserStore::account).optional();
    }

    List<Account> staff() {
        return db.sql(ACCOUNT + "role <> 'citizen' AND is_active ORDER BY role DESC, name, id LIMIT 1000").query(UserStore::account).list();
    }

    /** @param role null for all of them */
    List<Account> everyStaff(Role role, String text, String phone, int most, long offset) {
        return db.sql(ACCOUNT + """
                role <> 'citizen' AND (:role::text IS NULL OR role = :role) AND (phone = :phone OR strpos(lower(name), lower(:text)) > 0)
                ORDER BY is_active DESC, role DESC, name, id LIMIT :most OFFSET :offset
                """).param("role", role == null ? null : role.word()).param("text", text).param("phone", phone).param("most", most).param("offset", offset)
                .query(UserStore::account).list();
    }

    /** In the order of their ids, so that two who lock the same accounts never wait for each other. */
    List<Account> lock(Collection<UUID> ids) {
        return db.sql(ACCOUNT + "id = ANY (:ids) ORDER BY id FOR UPDATE").param("ids", ids.toArray(UUID[]::new)).query(UserStore::account).list();
    }

    /** @param begins whether the rules for passwords of staff begin to hold: what was good enough before is forgotten */
    void setStanding(UUID id, Standing standing, boolean begins) {
        db.sql("""
                UPDATE users SET role = :role, ward_scope = :wards, is_active = :active, password_hash = CASE WHEN :begins THEN NULL ELSE password_hash END,
                    updated_at = now()
                WHERE id = :id
                """).param("role", standing.role().word()).param("wards", standing.wards().toArray(String[]::new)).param("active", standing.active())
                .param("begins", begins).param("id", id).update();
    }

    Optional<Account> lock(UUID id) {
        return db.sql(ACCOUNT + "id = :id FOR UPDATE").param("id", id).query(UserStore::account).optional();
    }

    void update(UUID id, Profile profile) {
        db.sql("""
                UPDATE users SET name = :name, email = :email, address = :address, ward_number = :ward, language = :language, updated_at = now()
                WHERE id = :id
                """).param("name", profile.name()).param("email", profile.email()).param("address", profile.address()).param("ward", profile.wardNumber())
                .param("language", profile.language().code()).param("id", id).update();
    }

    void setNid(UUID id, byte[] sealed, byte[] index) {
        db.sql("UPDATE users SET nid = :nid, nid_index = :index WHERE id = :id").param("nid", sealed).param("index", index).param("id", id).update();
    }

    boolean close(UUID id) {
        return db.sql("""
                UPDATE users SET phone = NULL, name = '', email = NULL, password_hash = NULL, nid = NULL, nid_index = NULL, address = NULL,
                    ward_number = NULL, is_active = false, closed_at = now(), updated_at = now()
                WHERE id = :id AND closed_at IS NULL
                """).param("id", id).update() == 1;
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
