package bd.cleancare.adminusers;

import bd.cleancare.shared.Role;
import bd.cleancare.users.Standing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class StaffChangeStore {

    private static final String CHANGE = """
            SELECT c.id, c.user_id, p.name AS person, d.name AS decider, c.role_before, c.wards_before, c.active_before, c.role, c.wards, c.active, c.created_at
            FROM staff_changes c JOIN users p ON p.id = c.user_id JOIN users d ON d.id = c.decided_by
            """;

    private final JdbcClient db;

    StaffChangeStore(JdbcClient db) {
        this.db = db;
    }

    UUID insert(UUID person, UUID decider, Standing before, Standing after) {
        return db.sql("""
                INSERT INTO staff_changes (user_id, decided_by, role_before, wards_before, active_before, role, wards, active)
                VALUES (:person, :decider, :roleBefore, :wardsBefore, :activeBefore, :role, :wards, :active) RETURNING id
                """).param("person", person).param("decider", decider)
                .param("roleBefore", before.role().word()).param("wardsBefore", before.wards().toArray(String[]::new)).param("activeBefore", before.active())
                .param("role", after.role().word()).param("wards", after.wards().toArray(String[]::new)).param("active", after.active())
                .query(UUID.class).single();
    }

    List<StaffChange> of(UUID person) {
        return db.sql(CHANGE + "WHERE c.user_id = :person ORDER BY c.id DESC LIMIT 200").param("person", person).query(StaffChangeStore::change).list();
    }

    List<StaffChange> latest(int most) {
        return db.sql(CHANGE + "ORDER BY c.id DESC LIMIT :most").param("most", most).query(StaffChangeStore::change).list();
    }

    private static StaffChange change(ResultSet row, int number) throws SQLException {
        return new StaffChange(row.getObject("id", UUID.class), row.getObject("user_id", UUID.class), row.getString("person"), row.getString("decider"),
                standing(row, "_before"), standing(row, ""), row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    private static Standing standing(ResultSet row, String when) throws SQLException {
        return new Standing(Role.ofWord(row.getString("role" + when)).orElseThrow(), Set.of((String[]) row.getArray("wards" + when).getArray()),
                row.getBoolean("active" + when));
    }
}
