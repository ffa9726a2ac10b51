package bd.cleancare.payments;

import bd.cleancare.shared.CityTime;
import bd.cleancare.shared.Taka;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What reconciling has left for people to look at, as their pages show it. */
@Component
public class Worklist {

    /** @param statement null where the statement has none, {@code ours} where we have none */
    public record Item(UUID id, String gateway, LocalDate day, String kind, String trxId, String invoice, Taka statement, Taka ours, UUID payment, Instant createdAt,
            Instant resolvedAt, String resolvedBy, String resolution) {
    }

    /** A day of a gateway that was compared. */
    public record Run(String gateway, LocalDate day, Instant at, String by, int matched, Taka statementNet, Taka booked, int open) {

        public Taka difference() {
            return booked.minus(statementNet);
        }

        /** Before the day was over, so that its last payments may be missing. */
        public boolean early() {
            return at.isBefore(day.plusDays(1).atStartOfDay(CityTime.ZONE).toInstant());
        }
    }

    private static final String ITEMS = """
            SELECT i.id, i.gateway, i.day, i.kind, i.trx_id, i.invoice, i.statement_poisha, i.our_poisha, i.payment_id, i.created_at, i.resolved_at, u.name, i.resolution
            FROM reconciliation_items i LEFT JOIN users u ON u.id = i.resolved_by\s""";
    private static final String RUNS = """
            SELECT r.gateway, r.day, r.run_at, u.name, r.matched, r.statement_net_poisha, r.booked_poisha,
                   (SELECT count(*) FROM reconciliation_items i WHERE i.gateway = r.gateway AND i.day = r.day AND i.resolved_at IS NULL) AS open
            FROM reconciliations r LEFT JOIN users u ON u.id = r.run_by\s""";
    private static final int MOST = 500;
    private static final int RUNS_SHOWN = 31;

    private final JdbcClient db;

    Worklist(JdbcClient db) {
        this.db = db;
    }

    /** Of all days, oldest first. */
    public List<Item> open() {
        return db.sql(ITEMS + "WHERE i.resolved_at IS NULL ORDER BY i.created_at, i.trx_id LIMIT " + MOST).query(Worklist::item).list();
    }

    /** What nobody has decided about for that long, and whose the oldest of it is: null when there is nothing. */
    record Waiting(int count, String gateway, LocalDate day) {
    }

    Waiting waitingSince(Instant before) {
        return db.sql("""
                SELECT count(*) AS count, (array_agg(gateway ORDER BY created_at, trx_id))[1] AS gateway, (array_agg(day ORDER BY created_at, trx_id))[1] AS day
                FROM reconciliation_items WHERE resolved_at IS NULL AND created_at < ?
                """).param(before.atOffset(ZoneOffset.UTC)).query((row, _) -> new Waiting(row.getInt("count"), row.getString("gateway"), row.getObject("day", LocalDate.class))).single();
    }

    public List<Item> of(String gateway, LocalDate day) {
        return db.sql(ITEMS + "WHERE i.gateway = ? AND i.day = ? ORDER BY i.resolved_at NULLS FIRST, i.kind, i.trx_id LIMIT " + MOST).param(gateway).param(day)
                .query(Worklist::item).list();
    }

    public List<Run> runs() {
        return db.sql(RUNS + "ORDER BY r.day DESC, r.gateway LIMIT " + RUNS_SHOWN).query(Worklist::run).list();
    }

    public Optional<Run> run(String gateway, LocalDate day) {
        return db.sql(RUNS + "WHERE r.gateway = ? AND r.day = ?").param(gateway).param(day).query(Worklist::run).optional();
    }

    private static Item item(ResultSet row, int number) throws SQLException {
        return new Item(row.getObject("id", UUID.class), row.getString("gateway"), row.getObject("day", LocalDate.class), row.getString("kind"), row.getString("trx_id"),
                row.getString("invoice"), taka(row, "statement_poisha"), taka(row, "our_poisha"), row.getObject("payment_id", UUID.class), PaymentStore.instant(row, "created_at"),
                PaymentStore.instant(row, "resolved_at"), row.getString("name"), row.getString("resolution"));
    }

    private static Run run(ResultSet row, int number) throws SQLException {
        return new Run(row.getString("gateway"), row.getObject("day", LocalDate.class), PaymentStore.instant(row, "run_at"), row.getString("name"), row.getInt("matched"),
                taka(row, "statement_net_poisha"), taka(row, "booked_poisha"), row.getInt("open"));
    }

    private static Taka taka(ResultSet row, String column) throws SQLException {
        long poisha = row.getLong(column);
        return row.wasNull() ? null : new Taka(poisha);
    }
}
