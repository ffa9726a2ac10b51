package bd.cleancare.notifications.sms;

import java.util.List;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/** Says {@code SMS_ACCOUNT} while an account at a gateway runs low or is refused. Messages may still go through the other: it is not DOWN. */
@Component
class SmsHealth extends AbstractHealthIndicator {

    private static final Status TROUBLED = new Status("SMS_ACCOUNT", "an account at an SMS gateway is low or refused; see the delivery log in the console");

    private final SmsAccounts accounts;

    SmsHealth(SmsAccounts accounts) {
        super("The accounts at the SMS gateways could not be read");
        this.accounts = accounts;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        List<String> troubled = accounts.all().stream().filter(SmsAccount::troubled).map(SmsAccount::gateway).toList();
        if (troubled.isEmpty()) {
            health.up();
        } else {
            health.status(TROUBLED).withDetail("gateways", troubled);
        }
    }
}
