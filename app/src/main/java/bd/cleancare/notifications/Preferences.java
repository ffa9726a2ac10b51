package bd.cleancare.notifications;

import bd.cleancare.notifications.queue.Quiet;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
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

    /** @return false while a link of the last minutes may still be on its way: nobody's mailbox is filled by pressing a button */
    boolean askEmail(UUID person, String email, byte[] token, Duration life) {
        return db.sql("""
                INSERT INTO notification_preferences AS p (user_id, email_token, email_token_for, email_token_until)
                VALUES (:user, :token, :email, now() + make_interval(secs => :life))
                ON CONFLICT (user_id) DO UPDATE SET email_token = :token, email_token_for = :email, email_token_until = now() + make_interval(secs => :life)
                WHERE p.email_token_until IS NULL OR p.email_token_until < now() + make_interval(secs => :life - 120)
                """).param("user", person).param("token", token).param("email", email).param("life", life.toSeconds()).update() == 1;
    }

    /** The link is good once, and only for the address it went to. */
    boolean confirmEmail(byte[] token) {
        return db.sql("""
                UPDATE notification_preferences SET email = email_token_for, email_token = NULL, email_token_for = NULL, email_token_until = NULL
                WHERE email_token = ? AND email_token_until > now()
                """).param(token).update() == 1;
    }

    private static Preference read(ResultSet row) throws SQLException {
        int from = row.getInt("quiet_from");
        Quiet quiet = row.wasNull() ? null : new Quiet(from, row.getInt("quiet_until"));
        return new Preference(Set.of((String[]) row.getArray("off").getArray()), Set.of((String[]) row.getArray("daily").getArray()), quiet,
                row.getString("email"));
    }
}
