package bd.cleancare.authentication;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** Drops what nobody needs any more. Any number of nodes may do it at once. */
@Component
class Housekeeping {

    private final CodeStore codes;
    private final LoginFailures failures;
    private final SessionStore sessions;

    Housekeeping(CodeStore codes, LoginFailures failures, SessionStore sessions) {
        this.codes = codes;
        this.failures = failures;
        this.sessions = sessions;
    }

    @Bean
    static RecurringTask<Void> authenticationSweepTask(Housekeeping housekeeping) {
        return Tasks.recurring("authentication-sweep", FixedDelay.of(Duration.ofHours(1))).execute((_, _) -> housekeeping.sweep());
    }

    void sweep() {
        codes.purge();
        failures.purge();
        sessions.purge();
    }
}
