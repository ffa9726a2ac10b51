package bd.cleancare.platform.tallies;

import bd.cleancare.platform.tallies.Tallies.Finding;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When the kept numbers were last compared with a full count, and what differed. */
@Component
public class TallyChecks {

    /** @param rebuilt whether it was made anew at that time */
    public record Check(String tally, Instant at, boolean rebuilt, long differences, List<String> examples) {
    }

    private final JdbcClient db;

    TallyChecks(JdbcClient db) {
        this.db = db;
    }

    void record(Finding finding, boolean rebuilt) {
        db.sql("INSERT INTO tally_checks (tally, rebuilt, differences, examples) VALUES (?, ?, ?, ?)")
                .param(finding.tally()).param(rebuilt).param(finding.differences()).param(finding.examples().toArray(String[]::new)).update();
        db.sql("DELETE FROM tally_checks WHERE at < now() - interval '90 days'").update();
    }

    /** The latest of each tally; empty before the first night. */
    public List<Check> latest() {
        return db.sql("""
                SELECT DISTINCT ON (tally) tally, at, rebuilt, differences, examples FROM tally_checks ORDER BY tally, id DESC
                """).query((row, _) -> new Check(row.getString(1), row.getObject(2, OffsetDateTime.class).toInstant(), row.getBoolean(3), row.getLong(4),
                        List.of((String[]) row.getArray(5).getArray()))).list();
    }
}
