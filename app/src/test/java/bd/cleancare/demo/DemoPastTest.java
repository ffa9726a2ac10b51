package bd.cleancare.demo;

import static org.assertj.core.api.Assertions.assertThat;

import bd.cleancare.testing.Await;
import bd.cleancare.testing.SpawnedApp;
import bd.cleancare.testing.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The first start of the demo. */
class DemoPastTest {

    private static final Duration FIRST_START = Duration.ofMinutes(5);
    private static final int STORIES = 42;

    @TempDir
    Path data;

    private final String jdbcUrl = TestDatabase.freshDatabase();
    private final JdbcClient db = JdbcClient.create(new DriverManagerDataSource(jdbcUrl, "postgres", ""));

    @Test
    void tellsNobodyOfWhatIsLongOverAndKnowsHowContentPeopleWere() throws Exception {
        try (SpawnedApp _ = SpawnedApp.start(jdbcUrl, data, "--cleancare.demo.city=true", "--spring.profiles.active=demo", "--cleancare.media.decoding-time=60s")) {
            Await.until(() -> count("SELECT count(*) FROM complaint_feedback") > 0, FIRST_START);
            assertThat(count("SELECT count(*) FROM complaints WHERE status = 3 AND tracking_number NOT LIKE 'CC' || to_char(created_at AT TIME ZONE 'Asia/Dhaka', 'YYYYMMDD') || '%'"))
                    .as("no number of another day, at any moment").isZero();
            Await.until(() -> count("SELECT count(*) FROM complaints WHERE idempotency_key LIKE 'demo-%'") == STORIES, FIRST_START);
        }
        assertThat(count("SELECT count(*) FROM complaint_history WHERE untold")).isZero();
        assertThat(count("SELECT count(*) FROM notification_facts WHERE path LIKE '/complaints/%'")).isZero();
        assertThat(count("SELECT count(*) FROM complaint_feedback WHERE score IS NOT NULL")).isGreaterThan(3);
        assertThat(count("SELECT count(*) FROM complaint_feedback f JOIN complaints c ON c.id = f.complaint_id WHERE f.rated_at < c.resolved_at")).isZero();
        assertThat(count("SELECT count(DISTINCT rated_at::date) FROM complaint_feedback")).isGreaterThan(2);
        assertThat(count("SELECT sum(stars_1 + stars_2 + stars_3 + stars_4 + stars_5) FROM (SELECT stars_1, stars_2, stars_3, stars_4, stars_5 FROM feedback_days "
                + "WHERE day = 'infinity' AND ward = '*' UNION ALL SELECT stars_1, stars_2, stars_3, stars_4, stars_5 FROM feedback_day_deltas) kept"))
                .isEqualTo(count("SELECT count(score) FROM complaint_feedback"));
    }

    private long count(String sql) {
        return db.sql(sql).query(Long.class).single();
    }
}
