package bd.cleancare.payments;

import bd.cleancare.payments.gateway.sns.BkashNotices;
import bd.cleancare.payments.ledger.LedgerCheck;
import bd.cleancare.shared.CityTime;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is done every night: the books are read against the bills, and what need not be kept goes. */
@Configuration
class PaymentKeeping {

    private static final Logger log = LoggerFactory.getLogger(PaymentKeeping.class);
    private static final Duration DIFFERENCES_ARE_DECIDED_IN = Duration.ofDays(3);

    @Bean
    static RecurringTask<Void> paymentExpungeTask(Expunging expunging, BkashNotices notices) {
        return Tasks.recurring("payment-expunge", new Daily(CityTime.ZONE, LocalTime.of(3, 10))).execute((_, _) -> {
            notices.forgetOld();
            expunging.run();
        });
    }

    @Bean
    static RecurringTask<Void> ledgerCheckTask(LedgerCheck check) {
        return Tasks.recurring("ledger-check", new Daily(CityTime.ZONE, LocalTime.of(2, 40))).execute((_, _) -> {
            LedgerCheck.Report report = check.check();
            report.problems().forEach(problem -> log.error("The books are not in order: {}", problem));
        });
    }

    @Bean
    static RecurringTask<Void> oldDifferencesTask(Worklist worklist, Clock clock) {
        return Tasks.recurring("old-differences", new Daily(CityTime.ZONE, LocalTime.of(9, 0))).execute((_, _) -> tellOldDifferences(worklist, clock));
    }

    static void tellOldDifferences(Worklist worklist, Clock clock) {
        Worklist.Waiting old = worklist.waitingSince(clock.instant().minus(DIFFERENCES_ARE_DECIDED_IN));
        if (old.count() > 0) {
            log.error("{} differences to statements of gateways wait for longer than {} days; the oldest is of {} on {}", old.count(), DIFFERENCES_ARE_DECIDED_IN.toDays(),
                    old.gateway(), old.day());
        }
    }
}
