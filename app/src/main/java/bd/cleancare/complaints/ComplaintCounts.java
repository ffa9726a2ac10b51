package bd.cleancare.complaints;

import bd.cleancare.shared.Viewer;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many complaints there are, without counting them: totals that triggers keep, plus the differences not folded in yet. */
@Component
class ComplaintCounts {

    private static final int DELTAS_WORTH_A_VACUUM = 1_000;

    /** Two nodes at once do no harm: a difference is deleted by one of them and added by the same. */
    private static final String FOLD = """
            WITH taken AS (DELETE FROM complaint_count_deltas RETURNING *),
            totals AS (
                SELECT CASE WHEN grouping(ward) = 1 THEN '*' ELSE ward END AS ward, coalesce(status, 0) AS status,
                       coalesce(category, 0) AS category, coalesce(priority, 0) AS priority, sum(n) AS n
                FROM taken GROUP BY CUBE (ward, status, category, priority) HAVING count(*) > 0
            ), folded AS (
                INSERT INTO complaint_counts AS total (ward, status, category, priority, n)
                SELECT ward, status, category, priority, n FROM totals ORDER BY ward, status, category, priority
                ON CONFLICT (ward, status, category, priority) DO UPDATE SET n = total.n + excluded.n
            )
            SELECT count(*) FROM taken""";

    private final JdbcClient db;

    ComplaintCounts(JdbcClient db) {
        this.db = db;
    }

    @Bean
    static RecurringTask<Void> complaintCountsTask(ComplaintCounts counts) {
        return Tasks.recurring("complaint-counts", FixedDelay.of(Duration.ofSeconds(2))).execute((_, _) -> counts.fold());
    }

    void fold() {
        long taken = db.sql(FOLD).query(Long.class).single();
        if (taken > DELTAS_WORTH_A_VACUUM) {
            // Every reader walks this table; autovacuum would come only once a minute.
            db.sql("VACUUM complaint_count_deltas").update();
        }
    }

    /** An expression for the number an admin's list has, by filters other than words. */
    static Condition count(ComplaintQuery query, Viewer viewer) {
        List<String> wards = wards(query, viewer);
        var params = new ArrayList<Object>();
        String inWards = wards == null ? "ward = '*'" : "ward = ANY(?)";
        var sql = new StringBuilder("(SELECT coalesce(sum(n), 0) FROM complaint_counts WHERE ").append(inWards)
                .append(" AND status = ? AND category = ? AND priority = ?) + (SELECT coalesce(sum(n), 0) FROM complaint_count_deltas WHERE ")
                .append(wards == null ? "true" : inWards);
        if (wards != null) {
            params.add(wards.toArray(String[]::new));
        }
        params.add(query.status() == null ? 0 : query.status().code());
        params.add(query.category() == null ? 0 : query.category().code());
        params.add(query.priority() == null ? 0 : query.priority().code());
        if (wards != null) {
            params.add(wards.toArray(String[]::new));
        }
        filterDeltas(sql, params, "status", query.status() == null ? null : query.status().code());
        filterDeltas(sql, params, "category", query.category() == null ? null : query.category().code());
        filterDeltas(sql, params, "priority", query.priority() == null ? null : query.priority().code());
        return new Condition(sql.append(")").toString(), params);
    }

    private static void filterDeltas(StringBuilder sql, List<Object> params, String column, Short code) {
        if (code != null) {
            sql.append(" AND ").append(column).append(" = ?");
            params.add(code);
        }
    }

    /** The wards to add up, '' for complaints without one; null for the whole city. */
    private static List<String> wards(ComplaintQuery query, Viewer viewer) {
        boolean wholeCity = viewer.isSuperAdmin() || viewer.wards().isEmpty();
        if (query.wardNumber() != null) {
            return wholeCity || viewer.wards().contains(query.wardNumber()) ? List.of(query.wardNumber()) : List.of();
        }
        if (wholeCity) {
            return null;
        }
        var scope = new ArrayList<>(viewer.wards());
        scope.add("");
        return scope;
    }
}
