package bd.cleancare.dashboard;

import bd.cleancare.complaints.ComplaintStatus;
import bd.cleancare.dashboard.Kpi.ComplaintStats;
import bd.cleancare.dashboard.Kpi.StatusCount;
import bd.cleancare.dashboard.Kpi.UserStats;
import bd.cleancare.dashboard.Kpi.WardPerformance;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All figures of the contract in one statement, so that they fit together; a few kept rows however much the city holds. */
@Component
class KpiStore {

    private static final int MOST_WARDS = 10;
    private static final BigDecimal SECONDS_OF_AN_HOUR = BigDecimal.valueOf(3_600);

    /** The benchmark sends the same to the database alone. */
    static final String KPI = """
            WITH c AS (
                SELECT coalesce(sum(submitted), 0) AS submitted, coalesce(sum(in_progress), 0) AS in_progress, coalesce(sum(resolved), 0) AS resolved,
                       coalesce(sum(cancelled), 0) AS cancelled, coalesce(sum(resolutions), 0) AS resolutions, coalesce(sum(service_seconds), 0) AS seconds
                FROM (SELECT submitted, in_progress, resolved, cancelled, resolutions, service_seconds FROM complaint_days WHERE day = 'infinity' AND ward = '*'
                      UNION ALL SELECT submitted, in_progress, resolved, cancelled, resolutions, service_seconds FROM complaint_day_deltas) kept
            ), u AS (
                SELECT coalesce(sum(accounts) FILTER (WHERE role = 'citizen'), 0) AS citizens, coalesce(sum(accounts) FILTER (WHERE role = 'admin'), 0) AS admins,
                       coalesce(sum(accounts) FILTER (WHERE role = 'super_admin'), 0) AS super_admins, coalesce(sum(verified), 0) AS verified
                FROM (SELECT role, accounts, verified FROM user_days WHERE day = 'infinity' AND role <> '*'
                      UNION ALL SELECT role, accounts, verified FROM user_day_deltas) kept
            ), f AS (
                SELECT coalesce(sum(stars_1 + stars_2 + stars_3 + stars_4 + stars_5), 0) AS ratings,
                       coalesce(sum(stars_1 + 2 * stars_2 + 3 * stars_3 + 4 * stars_4 + 5 * stars_5), 0) AS stars
                FROM (SELECT stars_1, stars_2, stars_3, stars_4, stars_5 FROM feedback_days WHERE day = 'infinity' AND ward = '*'
                      UNION ALL SELECT stars_1, stars_2, stars_3, stars_4, stars_5 FROM feedback_day_deltas) kept
            ), w AS (
                SELECT ward, sum(filed) AS filed, sum(resolved) AS resolved
                FROM (SELECT ward, submitted + in_progress + resolved + cancelled AS filed, resolved FROM complaint_days WHERE day = 'infinity' AND ward NOT IN ('*', '')
                      UNION ALL SELECT ward, submitted + in_progress + resolved + cancelled, resolved FROM complaint_day_deltas WHERE ward <> '') kept
                GROUP BY ward HAVING sum(filed) > 0 ORDER BY sum(filed) DESC, ward LIMIT 10
            )
            SELECT c.*, u.*, f.*, ARRAY(SELECT ward FROM w ORDER BY filed DESC, ward), ARRAY(SELECT filed::bigint FROM w ORDER BY filed DESC, ward),
                   ARRAY(SELECT resolved::bigint FROM w ORDER BY filed DESC, ward)
            FROM c, u, f""";

    private final JdbcClient db;

    KpiStore(JdbcClient db) {
        this.db = db;
    }

    Kpi kpi() {
        return db.sql(KPI).query((row, _) -> read(row)).single();
    }

    private static Kpi read(ResultSet row) throws SQLException {
        var byStatus = List.of(new StatusCount(ComplaintStatus.SUBMITTED, row.getLong(1)), new StatusCount(ComplaintStatus.IN_PROGRESS, row.getLong(2)),
                new StatusCount(ComplaintStatus.RESOLVED, row.getLong(3)), new StatusCount(ComplaintStatus.CANCELLED, row.getLong(4)));
        return new Kpi(new ComplaintStats(byStatus.stream().mapToLong(StatusCount::count).sum(), byStatus),
                new UserStats(row.getLong(7), row.getLong(8), row.getLong(9), row.getLong(10)), mean(row.getBigDecimal(12), row.getBigDecimal(11)),
                mean(row.getBigDecimal(6), row.getBigDecimal(5).multiply(SECONDS_OF_AN_HOUR)), wards(row));
    }

    private static BigDecimal mean(BigDecimal sum, BigDecimal count) {
        return count.signum() == 0 ? null : sum.divide(count, 2, RoundingMode.HALF_UP);
    }

    private static List<WardPerformance> wards(ResultSet row) throws SQLException {
        var wards = (String[]) row.getArray(13).getArray();
        var filed = (Long[]) row.getArray(14).getArray();
        var resolved = (Long[]) row.getArray(15).getArray();
        return IntStream.range(0, Math.min(wards.length, MOST_WARDS)).mapToObj(i -> new WardPerformance(wards[i], filed[i], resolved[i])).toList();
    }
}
