package bd.cleancare.authentication;

import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Drops what nobody needs any more. Any number of nodes may do it at once. */
@Component
@EnableScheduling
class Housekeeping {

    private final CodeStore codes;
    private final LoginFailures failures;
    private final SessionStore sessions;

    Housekeeping(CodeStore codes, LoginFailures failures, SessionStore sessions) {
        this.codes = codes;
        this.failures = failures;
        this.sessions = sessions;
    }

    @Scheduled(initialDelay = 10, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void sweep() {
        codes.purge();
        failures.purge();
        sessions.purge();
    }
}
