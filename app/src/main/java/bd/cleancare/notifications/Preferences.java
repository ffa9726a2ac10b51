package bd.cleancare.notifications;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people chose. */
@Component
class Preferences {

    private final JdbcClient db;

    Preferences(JdbcClient db) {
        this.db = db;
    }

    /** Of those who chose anything. */
    Map<UUID, Preference> of(Collection<UUID> people) {
        var chosen = new HashMap<UUID, Preference>();
        db.sql("SELECT user_id, off, daily, quiet_from, quiet_until, email FROM notification_preferences WHERE user_id = ANY (?)")
                .param(people.toArray(UUID[]::new))
                .query(row -> {
                    chosen.put(row.getObject("user_id", UUID.class), read(row));
                });
        return chosen;
    }

    Preference of(UUID person) {
        return of(Set.of(person)).getOrDefault(person, Preference.NONE);
    }

    void save(UUID person, Set<String> off, Set<String> daily, Quiet quiet) {
        db.sql("""
                INSERT INTO notification_preferences (user_id, off, daily, quiet_from, quiet_until) VALUES (:user, :off, :daily, :from, :until)
                ON CONFLICT (user_id) DO UPDATE SET off = :off, daily = :daily, quiet_from = :from, quiet_until = :until, updated_at = now()
                """).param("user", person).param("off", off.toArray(String[]::new)).param("daily", daily.toArray(String[]::new))
                .param("from", quiet == null ? null : quiet.from(), java.sql.Types.SMALLINT)
                .param("until", quiet == null ? null : quiet.until(), java.sql.Types.SMALLINT).update();
    }

    private static Preference read(ResultSet row) throws SQLException {
        int from = row.getInt("quiet_from");
        Quiet quiet = row.wasNull() ? null : new Quiet(from, row.getInt("quiet_until"));
        return new Preference(Set.of((String[]) row.getArray("off").getArray()), Set.of((String[]) row.getArray("daily").getArray()), quiet,
                row.getString("email"));
    }
}
