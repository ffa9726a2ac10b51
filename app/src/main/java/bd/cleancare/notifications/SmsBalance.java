package bd.cleancare.notifications;

import bd.cleancare.users.Account;
import bd.cleancare.users.Users;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks gateways what is left, and tells super admins once when an account runs out of money or is refused. */
@Component
class SmsBalance {

    private static final Logger log = LoggerFactory.getLogger(SmsBalance.class);

    private final SmsRouting routing;
    private final SmsSettings settings;
    private final SmsAccounts accounts;
    private final Notifications notifications;
    private final Users users;

    SmsBalance(SmsRouting routing, SmsSettings settings, SmsAccounts accounts, Notifications notifications, Users users) {
        this.routing = routing;
        this.settings = settings;
        this.accounts = accounts;
        this.notifications = notifications;
        this.users = users;
    }

    void ask() {
        for (SmsProvider provider : routing.inOrder()) {
            provider.balance().ifPresent(balance -> accounts.balance(provider.name(), balance, balance.compareTo(settings.lowBalance()) < 0));
        }
    }

    @Transactional
    public void tell() {
        accounts.forgetWhatIsOver();
        List<SmsAccounts.Trouble> troubles = accounts.takeUntold();
        if (!troubles.isEmpty()) {
            List<UUID> admins = users.superAdmins().stream().map(Account::id).toList();
            troubles.forEach(trouble -> tell(trouble, admins));
        }
    }

    private void tell(SmsAccounts.Trouble trouble, List<UUID> admins) {
        log.error("{} at the SMS gateway {}: {}", trouble.event(), trouble.gateway(), trouble.detail());
        notifications.tell(new Fact(trouble.event(), trouble.gateway() + "/" + trouble.since(), admins, "/console/notifications/log/",
                Map.of("gateway", trouble.gateway(), trouble.event() == Event.SMS_BALANCE_LOW ? "balance" : "reason", trouble.detail())));
    }
}
