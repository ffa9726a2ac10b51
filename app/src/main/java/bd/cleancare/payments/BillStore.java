package bd.cleancare.payments;

import bd.cleancare.shared.Digits;
import bd.cleancare.shared.Taka;
import bd.cleancare.shared.Text;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class BillStore {

    private static final String BILLS = """
            SELECT b.id, b.number, b.holding_id, h.shown_number, h.owner_id, h.owner_name, h.ward_number, b.service_type, b.period, b.demand_poisha, b.due_on,
                   b.credited_poisha, b.status
            FROM bills b JOIN holdings h ON h.id = b.holding_id WHERE\s""";

    private final JdbcClient db;
    private final BillRules rules;

    BillStore(JdbcClient db, BillRules rules) {
        this.db = db;
        this.rules = rules;
    }

    Optional<Bill> find(UUID id, LocalDate on) {
        return db.sql(BILLS + "b.id = ?").param(id).query((row, _) -> bill(row, on)).optional();
    }

    /** Nobody else credits the bill until the transaction ends. */
    Bill lock(UUID id, LocalDate on) {
        return db.sql(BILLS + "b.id = ? FOR UPDATE OF b").param(id).query((row, _) -> bill(row, on)).single();
    }

    List<Bill> ofOwner(UUID owner, LocalDate on) {
        return db.sql(BILLS + "h.owner_id = ? ORDER BY b.due_on DESC, b.number LIMIT 200").param(owner).query((row, _) -> bill(row, on)).list();
    }

    List<Bill> ofHolding(UUID holding, LocalDate on) {
        return db.sql(BILLS + "b.holding_id = ? ORDER BY b.due_on DESC, b.number LIMIT 200").param(holding).query((row, _) -> bill(row, on)).list();
    }

    List<Bill> dueOfHolding(String number, LocalDate on) {
        return db.sql(BILLS + "h.number = ? AND b.status = 'due' ORDER BY b.due_on, b.number LIMIT 200").param(key(number)).query((row, _) -> bill(row, on)).list();
    }

    List<Bill> dueOf(List<UUID> holdings, LocalDate on) {
        return db.sql(BILLS + "b.holding_id = ANY(?) AND b.status = 'due'").param(holdings.toArray(UUID[]::new)).query((row, _) -> bill(row, on)).list();
    }

    void credit(UUID id, Taka amount, boolean settled) {
        db.sql("""
                UPDATE bills SET credited_poisha = credited_poisha + :amount, status = CASE WHEN :settled THEN 'settled' ELSE status END,
                    settled_at = CASE WHEN :settled THEN now() ELSE settled_at END
                WHERE id = :id
                """).param("amount", amount.poisha()).param("settled", settled).param("id", id).update();
    }

    /** A refund makes the bill due again. */
    void uncredit(UUID id, Taka amount) {
        db.sql("UPDATE bills SET credited_poisha = credited_poisha - :amount, status = CASE WHEN status = 'settled' THEN 'due' ELSE status END, settled_at = NULL WHERE id = :id")
                .param("amount", amount.poisha()).param("id", id).update();
    }

    /** Holding numbers compare in either script, without regard to case and spaces. */
    static String key(String number) {
        return Digits.toAscii(Text.normalise(number)).toLowerCase(Locale.ROOT).replaceAll("\\s+", "");
    }

    private Bill bill(ResultSet row, LocalDate on) throws SQLException {
        var demand = new Taka(row.getLong("demand_poisha"));
        var credited = new Taka(row.getLong("credited_poisha"));
        LocalDate dueOn = row.getObject("due_on", LocalDate.class);
        var status = Bill.Status.valueOf(row.getString("status").toUpperCase(Locale.ROOT));
        String serviceType = row.getString("service_type");
        Taka rebate = rules.rebate(serviceType, demand, dueOn, on);
        Taka surcharge = rules.surcharge(serviceType, demand, dueOn, on);
        Taka payable = demand.minus(rebate).plus(surcharge).minus(credited);
        return new Bill(row.getObject("id", UUID.class), row.getString("number"), row.getObject("holding_id", UUID.class), row.getString("shown_number"),
                row.getObject("owner_id", UUID.class), row.getString("owner_name"), row.getString("ward_number"), serviceType,
                row.getString("period"), demand, dueOn, credited, status, rebate, surcharge,
                status == Bill.Status.DUE && payable.isPositive() ? payable : Taka.ZERO);
    }
}
