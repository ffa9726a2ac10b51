package bd.cleancare.notifications;

import bd.cleancare.users.AccountClosed;
import bd.cleancare.users.PersonalDataSource;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is kept of a person here: taken along on request, erased when the account is closed. */
@Component
@Order(60)
class Erasing implements PersonalDataSource {

    private final JdbcClient db;

    Erasing(JdbcClient db) {
        this.db = db;
    }

    @EventListener
    public void on(AccountClosed closed) {
        for (String table : new String[] {"notifications", "notification_preferences", "notification_digests", "push_subscriptions", "outgoing_messages"}) {
            db.sql("DELETE FROM " + table + " WHERE user_id = ?").param(closed.userId()).update();
        }
    }

    @Override
    public String section() {
        return "notifications";
    }

    @Override
    public Object of(UUID userId) {
        return db.sql("""
                SELECT f.event, f.path, n.created_at, n.read_at FROM notifications n JOIN notification_facts f ON f.sequence = n.fact
                WHERE n.user_id = ? ORDER BY n.fact DESC LIMIT 1000
                """).param(userId).query((row, _) -> {
            var told = new LinkedHashMap<String, Object>();
            told.put("event", row.getString(1));
            told.put("path", row.getString(2));
            told.put("at", row.getObject(3, OffsetDateTime.class).toInstant());
            told.put("read_at", row.getObject(4, OffsetDateTime.class) == null ? null : row.getObject(4, OffsetDateTime.class).toInstant());
            return told;
        }).list();
    }
}
