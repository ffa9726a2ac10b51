package bd.cleancare.platform.tallies;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Folds all that is tallied, compares it with a count of everything, and makes it anew from such a count. */
@Component
public class Tallies {

    private static final Logger log = LoggerFactory.getLogger(Tallies.class);
    private static final int DELTAS_WORTH_A_VACUUM = 1_000;
    private static final int EXAMPLES = 10;
    private static final int LONGEST_COUNT_SECONDS = 600;

    /** @param examples in words for operators, of the first few rows that differ */
    public record Finding(String tally, long differences, List<String> examples) {
    }

    private record Difference(String words, long of) {
    }

    private final List<Tally> tallies;
    private final JdbcClient db;
    private final TallyChecks checks;
    private final TransactionTemplate snapshot;

    Tallies(List<Tally> tallies, JdbcClient db, TallyChecks checks, PlatformTransactionManager transactions) {
        this.tallies = tallies;
        this.db = db;
        this.checks = checks;
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setTimeout(LONGEST_COUNT_SECONDS);
    }

    /** One that fails does not keep the others from being folded. */
    public void fold() {
        for (Tally tally : tallies) {
            try {
                fold(tally);
            } catch (RuntimeException e) {
                log.warn("{} is not folded this time; readers add its differences meanwhile", tally.name(), e);
            }
        }
    }

    private void fold(Tally tally) {
        long taken = db.sql(tally.fold()).query(Long.class).single();
        if (taken > DELTAS_WORTH_A_VACUUM) {
            // Every reader walks this table; autovacuum would come only once a minute.
            db.sql("VACUUM " + tally.deltas()).update();
        }
    }

    /** Compares every number with a count of everything in one snapshot: changes that go on meanwhile are in both or in neither. */
    public List<Finding> check() {
        return tallies.stream().map(tally -> snapshot.execute(_ -> {
            Finding finding = compare(tally);
            checks.record(finding, false);
            return finding;
        })).peek(finding -> {
            if (finding.differences() > 0) {
                log.error("{} differs from a full count in {} rows, among them {}; bin/rebuild-counts mends it", finding.tally(), finding.differences(), finding.examples());
            }
        }).toList();
    }

    /** What was wrong with each tally before it was made anew. The city may go on working: only folding waits. */
    public List<Finding> rebuild() {
        return tallies.stream().map(tally -> snapshot.execute(_ -> {
            // Before the first query, which fixes the snapshot: what was folded until then is in it, later differences are left alone.
            db.sql("LOCK TABLE " + tally.name() + " IN SHARE ROW EXCLUSIVE MODE").update();
            Finding finding = compare(tally);
            db.sql("DELETE FROM " + tally.deltas()).update();
            db.sql("DELETE FROM " + tally.name()).update();
            db.sql(tally.replace()).update();
            checks.record(new Finding(tally.name(), 0, List.of()), true);
            return finding;
        })).toList();
    }

    private Finding compare(Tally tally) {
        var found = db.sql(tally.differences(EXAMPLES)).query((row, _) -> new Difference(row.getString(1), row.getLong(2))).list();
        return new Finding(tally.name(), found.isEmpty() ? 0 : found.getFirst().of(), found.stream().map(Difference::words).toList());
    }
}
