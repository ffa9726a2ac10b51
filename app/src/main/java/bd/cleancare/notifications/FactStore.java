package bd.cleancare.notifications;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

@Component
class FactStore {

    /** A fact that this worker holds and nobody else; what is in it is read only when it is told, so that a bad row is one row's trouble. */
    record Stored(long sequence, String event, List<UUID> recipients, String path, String values) {

        News read() {
            return News.read(sequence, event, path, values);
        }

        @Override
        public String toString() {
            return "Stored[" + sequence + ", " + event + "]";
        }
    }

    static final int PART = 500;
    private static final int TRIES = 10;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient db;

    FactStore(JdbcClient db) {
        this.db = db;
    }

    /** @return false when it has been told before */
    boolean insert(Fact fact) {
        List<UUID> all = List.copyOf(fact.recipients());
        String values = JSON.writeValueAsString(fact.values());
        boolean first = false;
        for (int part = 0; part * PART < Math.max(1, all.size()); part++) {
            UUID[] some = all.subList(part * PART, Math.min(all.size(), (part + 1) * PART)).toArray(UUID[]::new);
            first |= db.sql("""
                    INSERT INTO notification_facts (event, key, part, recipients, path, values) VALUES (?, ?, ?, ?, ?, ?::jsonb)
                    ON CONFLICT (event, key, part) DO NOTHING
                    """).param(fact.event().word()).param(fact.key()).param(part).param(some).param(fact.path()).param(values).update() == 1;
        }
        return first;
    }

    long sequenceOf(Fact fact) {
        return db.sql("SELECT sequence FROM notification_facts WHERE event = ? AND key = ? AND part = 0").param(fact.event().word()).param(fact.key())
                .query(Long.class).single();
    }

    /** Part of a transaction, which holds them. */
    List<Stored> claim(int most) {
        return db.sql("""
                SELECT sequence, event, recipients, path, values::text FROM notification_facts
                WHERE told_at IS NULL AND parked_at IS NULL AND tell_after <= now()
                ORDER BY sequence LIMIT ? FOR UPDATE SKIP LOCKED
                """).param(most).query(FactStore::read).list();
    }

    void told(List<Long> sequences) {
        db.sql("UPDATE notification_facts SET told_at = now(), last_error = NULL WHERE sequence = ANY (?)").param(sequences.toArray(Long[]::new)).update();
    }

    /** After so many tries it is set aside: others flow, and an admin sees why. */
    void postpone(Stored fact, String reason) {
        db.sql("""
                UPDATE notification_facts SET tries = tries + 1, last_error = ?, tell_after = now() + make_interval(secs => least(300, power(2, tries))),
                    parked_at = CASE WHEN tries + 1 >= ? THEN now() END
                WHERE sequence = ? AND told_at IS NULL
                """).param(reason).param(TRIES).param(fact.sequence()).update();
    }

    /** Bounded, so that no night's sweep holds locks for long; the next turn takes the rest. */
    int purge(Duration keepFor) {
        return db.sql("""
                DELETE FROM notification_facts WHERE sequence IN (
                    SELECT sequence FROM notification_facts WHERE created_at < now() - make_interval(secs => ?) AND told_at IS NOT NULL LIMIT 10000)
                """).param(keepFor.toSeconds()).update();
    }

    private static Stored read(ResultSet row, int number) throws SQLException {
        return new Stored(row.getLong("sequence"), row.getString("event"), List.of((UUID[]) row.getArray("recipients").getArray()), row.getString("path"),
                row.getString("values"));
    }
}
