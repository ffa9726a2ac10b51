package bd.cleancare.notifications.push;

import bd.cleancare.shared.Ids;
import java.net.URI;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The browsers that people let us push to. */
@Component
public class Browsers {

    public record Subscription(String endpoint, String p256dh, String auth) {
    }

    private static final int MOST_OF_ONE_PERSON = 10;
    private static final int POINT_BYTES = 65;
    private static final int SECRET_BYTES = 16;

    private final JdbcClient db;
    private final PushSettings settings;

    Browsers(JdbcClient db, PushSettings settings) {
        this.db = db;
        this.settings = settings;
    }

    /** What a browser needs to subscribe; empty where this installation does not push. */
    public String applicationKey() {
        return settings.configured() ? settings.publicKey() : "";
    }

    /**
     * We call whatever address a browser names, so it must be one of a push service.
     *
     * @return false for one that is not, and for keys that are none
     */
    public boolean add(UUID person, String endpoint, String p256dh, String auth, String label) {
        if (!settings.configured() || !isOfAPushService(endpoint) || size(p256dh) != POINT_BYTES || size(auth) != SECRET_BYTES) {
            return false;
        }
        db.sql("""
                INSERT INTO push_subscriptions (id, user_id, endpoint, p256dh, auth, label) VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (endpoint) DO UPDATE SET user_id = excluded.user_id, p256dh = excluded.p256dh, auth = excluded.auth, label = excluded.label
                """).param(Ids.next()).param(person).param(endpoint).param(p256dh).param(auth).param(label).update();
        db.sql("DELETE FROM push_subscriptions WHERE user_id = ? AND id NOT IN (SELECT id FROM push_subscriptions WHERE user_id = ? ORDER BY created_at DESC LIMIT ?)")
                .param(person).param(person).param(MOST_OF_ONE_PERSON).update();
        return true;
    }

    /** Only the person's own; the address alone is no proof. */
    public void remove(UUID person, String endpoint) {
        db.sql("DELETE FROM push_subscriptions WHERE user_id = ? AND endpoint = ?").param(person).param(endpoint).update();
    }

    public Map<UUID, List<UUID>> of(Collection<UUID> people) {
        var browsers = new HashMap<UUID, List<UUID>>();
        if (settings.configured()) {
            db.sql("SELECT user_id, id FROM push_subscriptions WHERE user_id = ANY (?)").param(people.toArray(UUID[]::new)).query(row -> {
                browsers.computeIfAbsent(row.getObject("user_id", UUID.class), _ -> new ArrayList<>()).add(row.getObject("id", UUID.class));
            });
        }
        return browsers;
    }

    public Optional<Subscription> find(UUID id) {
        return db.sql("SELECT endpoint, p256dh, auth FROM push_subscriptions WHERE id = ?").param(id)
                .query((row, _) -> new Subscription(row.getString(1), row.getString(2), row.getString(3))).optional();
    }

    /** The push service says that it is gone. */
    public void forget(UUID id) {
        db.sql("DELETE FROM push_subscriptions WHERE id = ?").param(id).update();
    }

    private boolean isOfAPushService(String endpoint) {
        try {
            URI uri = URI.create(endpoint);
            String host = uri.getHost();
            boolean known = host != null && uri.getUserInfo() == null
                    && settings.hosts().stream().anyMatch(each -> each.startsWith(".") ? host.endsWith(each) : host.equals(each));
            return known && ("https".equals(uri.getScheme()) || "localhost".equals(host));
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static int size(String base64) {
        try {
            return Base64.getUrlDecoder().decode(base64).length;
        } catch (IllegalArgumentException _) {
            return -1;
        }
    }
}
