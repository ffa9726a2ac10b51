package bd.cleancare.notifications;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The browsers that people let us push to. */
@Component
class Browsers {

    private final JdbcClient db;

    Browsers(JdbcClient db) {
        this.db = db;
    }

    Map<UUID, List<UUID>> of(Collection<UUID> people) {
        var browsers = new HashMap<UUID, List<UUID>>();
        db.sql("SELECT user_id, id FROM push_subscriptions WHERE user_id = ANY (?)").param(people.toArray(UUID[]::new)).query(row -> {
            browsers.computeIfAbsent(row.getObject("user_id", UUID.class), _ -> new ArrayList<>()).add(row.getObject("id", UUID.class));
        });
        return browsers;
    }
}
