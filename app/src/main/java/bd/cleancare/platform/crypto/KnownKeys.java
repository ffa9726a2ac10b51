package bd.cleancare.platform.crypto;

import bd.cleancare.platform.settings.ProdRequirement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The keys a database was first used with: with another index key the same personal number would be entered twice, and without a data key
 * nothing of what it encrypted can be read, which nobody would notice before it is late.
 */
@Component
@Profile("prod")
class KnownKeys implements ProdRequirement {

    private final Secrets secrets;
    private final JdbcClient db;

    KnownKeys(Secrets secrets, JdbcClient db) {
        this.secrets = secrets;
        this.db = db;
    }

    @Override
    public List<String> violations() {
        Map<String, byte[]> given = secrets.fingerprints();
        var violations = new ArrayList<String>();
        db.sql("SELECT name, fingerprint FROM key_fingerprints ORDER BY name").query((row, _) -> Map.entry(row.getString(1), row.getBytes(2))).list().forEach(known -> {
            byte[] now = given.get(known.getKey());
            if (now == null) {
                violations.add("cleancare.secrets." + known.getKey() + " is not set, and this database holds what it encrypted");
            } else if (!Arrays.equals(now, known.getValue())) {
                violations.add("cleancare.secrets." + known.getKey() + " is not the key that this database was used with");
            }
        });
        return violations;
    }

    /** Only once it serves: a start that was refused has used no key. */
    @EventListener(ApplicationReadyEvent.class)
    void keep() {
        secrets.fingerprints().forEach((name, fingerprint) -> db.sql("INSERT INTO key_fingerprints (name, fingerprint) VALUES (?, ?) ON CONFLICT (name) DO NOTHING")
                .param(name).param(fingerprint).update());
    }
}
