package bd.cleancare.complaints;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the city may tell everybody: how many complaints there are and what was solved lately, without a word that a person wrote. */
@Component
public class CityNumbers {

    private static final int SHOWN = 6;

    public record Numbers(long all, long submitted, long inProgress, long resolved) {
    }

    public record Resolved(Category category, String wardNumber, Instant createdAt, Instant resolvedAt) {
    }

    private final JdbcClient db;

    CityNumbers(JdbcClient db) {
        this.db = db;
    }

    /** From the kept totals: costs the same however many complaints there are. */
    public Numbers now() {
        return db.sql("""
                SELECT coalesce(sum(n), 0), coalesce(sum(n) FILTER (WHERE status = 1), 0), coalesce(sum(n) FILTER (WHERE status = 2), 0),
                       coalesce(sum(n) FILTER (WHERE status = 3), 0)
                FROM (SELECT status, n FROM complaint_counts WHERE ward = '*' AND category = 0 AND priority = 0 AND status > 0
                      UNION ALL SELECT status, n FROM complaint_count_deltas) c
                """).query((row, _) -> new Numbers(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4))).single();
    }

    public List<Resolved> resolvedLately() {
        return db.sql("SELECT category, ward_number, created_at, resolved_at FROM complaints WHERE status = 3 ORDER BY resolved_at DESC LIMIT ?").param(SHOWN)
                .query((row, _) -> new Resolved(Category.ofCode(row.getInt(1)), row.getString(2), ComplaintRow.instant(row, 3), ComplaintRow.instant(row, 4))).list();
    }
}
