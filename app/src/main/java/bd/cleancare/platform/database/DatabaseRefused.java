package bd.cleancare.platform.database;

import java.sql.SQLException;
import java.util.Set;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** A database that is not there, or does not let us in, is a setting to mend and no fault to trace. */
class DatabaseRefused extends AbstractFailureAnalyzer<SQLException> {

    /** Classes of SQLSTATE (PostgreSQL, appendix A): no connection, wrong user or password, no such database. */
    private static final Set<String> REFUSALS = Set.of("08", "28", "3D");

    @Override
    protected FailureAnalysis analyze(Throwable failure, SQLException cause) {
        String state = cause.getSQLState();
        if (state == null || state.length() < 2 || !REFUSALS.contains(state.substring(0, 2))) {
            return null;
        }
        return new FailureAnalysis("The database cannot be used: " + cause.getMessage(),
                "Check spring.datasource.url, .username and .password, and that the server runs and lets this machine in (docs/installing.md).", cause);
    }
}
