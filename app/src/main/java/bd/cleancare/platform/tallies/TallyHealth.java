package bd.cleancare.platform.tallies;

import java.util.List;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/** Says {@code COUNTS_DIFFER} while the last comparison found differences. The city works on with a wrong number: it is not DOWN. */
@Component
class TallyHealth extends AbstractHealthIndicator {

    private static final Status DIFFER = new Status("COUNTS_DIFFER", "kept numbers differ from a full count; bin/rebuild-counts mends them");

    private final TallyChecks checks;

    TallyHealth(TallyChecks checks) {
        super("The checks of the counts could not be read");
        this.checks = checks;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        List<String> wrong = checks.latest().stream().filter(check -> check.differences() > 0).map(TallyChecks.Check::tally).toList();
        if (wrong.isEmpty()) {
            health.up();
        } else {
            health.status(DIFFER).withDetail("tallies", wrong);
        }
    }
}
