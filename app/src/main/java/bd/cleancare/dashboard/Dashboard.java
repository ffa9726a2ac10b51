package bd.cleancare.dashboard;

import bd.cleancare.complaints.Category;
import bd.cleancare.complaints.ComplaintStatus;
import bd.cleancare.complaints.Priority;
import bd.cleancare.dashboard.CityPicture.Feedback;
import bd.cleancare.dashboard.CityPicture.Recent;
import bd.cleancare.dashboard.CityPicture.Talks;
import bd.cleancare.dashboard.CityPicture.WardWork;
import bd.cleancare.platform.tallies.TallyChecks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The front door to the city's numbers. Who may see them is decided at the edge: super admins, the whole city. */
@Component
public class Dashboard {

    private static final Duration RECENT = Duration.ofHours(1);
    private static final int MOST_RECENT = 20;
    private static final Duration SHOWN_AS_RECENT = Duration.ofDays(7);
    private static final int SHOWN_RECENT = 6;
    private static final int TREND_DAYS = 30;
    private static final int MONTHS = 12;

    private final KpiStore kpis;
    private final Days days;
    private final TallyChecks checks;
    private final JdbcClient db;
    private final Clock clock;

    Dashboard(KpiStore kpis, Days days, TallyChecks checks, JdbcClient db, Clock clock) {
        this.kpis = kpis;
        this.days = days;
        this.checks = checks;
        this.db = db;
        this.clock = clock;
    }

    public Kpi kpi() {
        return kpis.kpi();
    }

    public Financial financial() {
        return days.financial();
    }

    /** Of the last hour, newest first. */
    public List<Recent> recent() {
        return since(RECENT, MOST_RECENT);
    }

    public CityPicture picture() {
        Instant now = clock.instant();
        return new CityPicture(now, kpi(), financial(), wards(), days.latest(TREND_DAYS), days.months(MONTHS), feedback(), talks(), since(SHOWN_AS_RECENT, SHOWN_RECENT), checks.latest());
    }

    private List<Recent> since(Duration ago, int most) {
        return db.sql("""
                SELECT c.id, c.tracking_number, c.title, c.category, c.status, c.priority, c.location, u.name, c.created_at
                FROM complaints c JOIN users u ON u.id = c.user_id
                WHERE c.created_at > ? ORDER BY c.created_at DESC, c.id DESC LIMIT ?
                """).param(clock.instant().minus(ago).atOffset(ZoneOffset.UTC)).param(most)
                .query((row, _) -> new Recent(row.getObject(1, UUID.class), row.getString(2), row.getString(3), Category.ofCode(row.getInt(4)),
                        ComplaintStatus.ofCode(row.getInt(5)), Priority.ofCode(row.getInt(6)), row.getString(7), row.getString(8),
                        row.getObject(9, OffsetDateTime.class).toInstant())).list();
    }

    /** Those with the most complaints first. */
    private List<WardWork> wards() {
        return db.sql("""
                SELECT ward, sum(submitted + in_progress + resolved + cancelled), sum(submitted + in_progress), sum(resolved)
                FROM (SELECT ward, submitted, in_progress, resolved, cancelled FROM complaint_days WHERE day = 'infinity' AND ward <> '*'
                      UNION ALL SELECT ward, submitted, in_progress, resolved, cancelled FROM complaint_day_deltas) kept
                GROUP BY ward HAVING sum(submitted + in_progress + resolved + cancelled) > 0 ORDER BY 2 DESC, ward
                """).query((row, _) -> new WardWork(row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4))).list();
    }

    private Talks talks() {
        return db.sql("""
                SELECT coalesce(sum(ended), 0), coalesce(sum(stars_1), 0), coalesce(sum(stars_2), 0), coalesce(sum(stars_3), 0), coalesce(sum(stars_4), 0),
                       coalesce(sum(stars_5), 0)
                FROM (SELECT ended, stars_1, stars_2, stars_3, stars_4, stars_5 FROM talk_days WHERE day = 'infinity'
                      UNION ALL SELECT ended, stars_1, stars_2, stars_3, stars_4, stars_5 FROM talk_day_deltas) kept
                """).query((row, _) -> new Talks(row.getLong(1), List.of(row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5), row.getLong(6)))).single();
    }

    private Feedback feedback() {
        return db.sql("""
                SELECT coalesce(sum(stars_1), 0), coalesce(sum(stars_2), 0), coalesce(sum(stars_3), 0), coalesce(sum(stars_4), 0), coalesce(sum(stars_5), 0),
                       coalesce(sum(confirmed), 0), coalesce(sum(reopened), 0)
                FROM (SELECT stars_1, stars_2, stars_3, stars_4, stars_5, confirmed, reopened FROM feedback_days WHERE day = 'infinity' AND ward = '*'
                      UNION ALL SELECT stars_1, stars_2, stars_3, stars_4, stars_5, confirmed, reopened FROM feedback_day_deltas) kept
                """).query((row, _) -> new Feedback(List.of(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5)),
                        row.getLong(6), row.getLong(7))).single();
    }
}
