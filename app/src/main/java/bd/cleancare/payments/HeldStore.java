package bd.cleancare.payments;

import bd.cleancare.payments.HeldPayments.Held;
import bd.cleancare.shared.Taka;
import bd.cleancare.shared.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class HeldStore {

    private static final String HELD = "SELECT " + PaymentStore.COLUMNS + """
            , a.id AS attempt_id, a.gateway, a.invoice, a.amount_poisha AS expected_poisha, coalesce(a.told_poisha, a.amount_poisha) AS told_poisha,
            coalesce(a.doubt, '') AS doubt, coalesce(a.evidence, '') AS proof, a.updated_at AS since
            FROM payment_attempts a JOIN payments p ON p.id = a.payment_id WHERE a.status = 'mismatch' AND\s""";

    private final JdbcClient db;

    HeldStore(JdbcClient db) {
        this.db = db;
    }

    List<Held> list(Viewer viewer) {
        return matching(Condition.visibleTo(viewer));
    }

    Optional<Held> find(UUID id, Viewer viewer) {
        return matching(Condition.visibleTo(viewer).and(Condition.of("a.id = ?", id))).stream().findFirst();
    }

    private List<Held> matching(Condition condition) {
        return db.sql(HELD + condition.sql() + " ORDER BY a.updated_at LIMIT 200").params(condition.params()).query(HeldStore::read).list();
    }

    private static Held read(ResultSet row, int number) throws SQLException {
        return new Held(row.getObject("attempt_id", UUID.class), PaymentStore.read(row, number), row.getString("gateway"), row.getString("invoice"),
                new Taka(row.getLong("expected_poisha")), new Taka(row.getLong("told_poisha")), row.getString("doubt"), row.getString("proof"),
                PaymentStore.instant(row, "since"));
    }
}
