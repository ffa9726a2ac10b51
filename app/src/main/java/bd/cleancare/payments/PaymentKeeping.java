package bd.cleancare.payments;

import bd.cleancare.payments.gateway.sns.BkashNotices;
import bd.cleancare.payments.ledger.LedgerCheck;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import java.time.LocalTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is done every night: the books are read against the bills, and what need not be kept goes. */
@Configuration
class PaymentKeeping {

    private static final Logger log = LoggerFactory.getLogger(PaymentKeeping.class);

    @Bean
    static RecurringTask<Void> paymentExpungeTask(Expunging expunging, BkashNotices notices) {
        return Tasks.recurring("payment-expunge", new Daily(BillRules.DHAKA, LocalTime.of(3, 10))).execute((_, _) -> {
            notices.forgetOld();
            expunging.run();
        });
    }

    @Bean
    static RecurringTask<Void> ledgerCheckTask(LedgerCheck check) {
        return Tasks.recurring("ledger-check", new Daily(BillRules.DHAKA, LocalTime.of(2, 40))).execute((_, _) -> {
            LedgerCheck.Report report = check.check();
            report.problems().forEach(problem -> log.error("The books are not in order: {}", problem));
        });
    }
}
