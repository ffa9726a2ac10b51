package bd.cleancare.notifications;

import bd.cleancare.shared.CityTime;
import bd.cleancare.users.Account;
import bd.cleancare.users.Users;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tells super admins before an account at a gateway is empty: once a day and gateway. */
@Component
class SmsBalance {

    private static final Logger log = LoggerFactory.getLogger(SmsBalance.class);

    private final SmsRouting routing;
    private final SmsSettings settings;
    private final Notifications notifications;
    private final Users users;
    private final Clock clock;

    SmsBalance(SmsRouting routing, SmsSettings settings, Notifications notifications, Users users, Clock clock) {
        this.routing = routing;
        this.settings = settings;
        this.notifications = notifications;
        this.users = users;
        this.clock = clock;
    }

    void check() {
        for (SmsProvider provider : routing.inOrder()) {
            provider.balance().filter(balance -> balance.compareTo(settings.lowBalance()) < 0).ifPresent(balance -> alarm(provider, balance));
        }
    }

    private void alarm(SmsProvider provider, BigDecimal balance) {
        log.error("Only {} taka are left at the SMS gateway {}", balance.toPlainString(), provider.name());
        notifications.tell(new Fact(Event.SMS_BALANCE_LOW, provider.name() + "/" + LocalDate.now(clock.withZone(CityTime.ZONE)),
                users.superAdmins().stream().map(Account::id).toList(), "/console/notifications/log/",
                Map.of("gateway", provider.name(), "balance", balance.toPlainString())));
    }
}
