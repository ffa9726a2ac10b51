package bd.cleancare.notifications;

import bd.cleancare.notifications.sms.SmsAccounts;
import bd.cleancare.notifications.sms.SmsProvider;
import bd.cleancare.notifications.sms.SmsRouting;
import bd.cleancare.notifications.sms.SmsSettings;
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
        log.error("Account at the SMS gateway {} {}: {}", trouble.gateway(), trouble.kind(), trouble.detail());
        String key = trouble.gateway() + "/" + trouble.since();
        String path = "/console/notifications/log/";
        notifications.tell(switch (trouble.kind()) {
            case LOW -> new Fact(Event.SMS_BALANCE_LOW, key, admins, path, Map.of("gateway", trouble.gateway(), "balance", trouble.detail()));
            case REFUSED -> new Fact(Event.SMS_GATEWAY_REFUSES, key, admins, path, Map.of("gateway", trouble.gateway(), "reason", trouble.detail()));
        });
    }
}
