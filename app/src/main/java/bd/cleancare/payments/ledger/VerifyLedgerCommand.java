package bd.cleancare.payments.ledger;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/** {@code --verify-ledger} reads the whole journal, says what it found and ends; the exit code is 0 only for a sound one. */
@Component
class VerifyLedgerCommand implements ApplicationRunner {

    private final LedgerCheck check;
    private final ApplicationContext context;

    VerifyLedgerCommand(LedgerCheck check, ApplicationContext context) {
        this.check = check;
        this.context = context;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (arguments.containsOption("verify-ledger")) {
            LedgerCheck.Report report = check.check();
            report.problems().forEach(System.out::println);
            System.out.println(report.transactions() + " ledger transactions, " + (report.sound() ? "sound" : "NOT SOUND"));
            System.exit(SpringApplication.exit(context, () -> report.sound() ? 0 : 1));
        }
    }
}
