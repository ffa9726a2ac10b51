package bd.cleancare.notifications.sms;

import bd.cleancare.notifications.queue.Channel;
import bd.cleancare.notifications.queue.Due;
import bd.cleancare.notifications.queue.OutgoingStore;
import bd.cleancare.notifications.queue.Outlet;
import bd.cleancare.notifications.sms.SmsProvider.Outcome;
import bd.cleancare.notifications.sms.SmsProvider.Outgoing;
import bd.cleancare.shared.PhoneNumber;
import java.math.BigInteger;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** One attempt at one SMS. */
@Component
class SmsOutlet implements Outlet {

    private static final Logger log = LoggerFactory.getLogger(SmsOutlet.class);
    private static final BigInteger LOW_100_BITS = BigInteger.TWO.pow(100).subtract(BigInteger.ONE);
    private static final Duration LEASE_BEYOND_TIMEOUTS = Duration.ofSeconds(5);
    /** Two attempts at a code with one gateway, and the pause between them, take no more than twenty seconds. */
    private static final Duration LONGEST_FOR_A_CODE = Duration.ofSeconds(8);

    private final OutgoingStore store;
    private final SmsRouting routing;
    private final SmsSettings settings;
    private final SmsAccounts accounts;

    SmsOutlet(OutgoingStore store, SmsRouting routing, SmsSettings settings, SmsAccounts accounts) {
        this.store = store;
        this.routing = routing;
        this.settings = settings;
        this.accounts = accounts;
    }

    @Override
    public Channel channel() {
        return Channel.SMS;
    }

    @Override
    public boolean open() {
        return true;
    }

    @Override
    public int concurrency() {
        return settings.concurrency();
    }

    @Override
    public int perSecond() {
        return settings.perSecond();
    }

    @Override
    public Duration lease() {
        return settings.connectTimeout().plus(settings.readTimeout()).plus(LEASE_BEYOND_TIMEOUTS);
    }

    @Override
    public void attempt(Due due) {
        SmsRouting.Way way = routing.next(due);
        switch (way) {
            case SmsRouting.Way.None(String reason) -> store.failed(due, "refused", reason);
            case SmsRouting.Way.PerhapsTaken(String reason) -> store.unknown(due, reason);
            case SmsRouting.Way.Through(SmsProvider provider) -> attempt(due, provider);
        }
    }

    private void attempt(Due due, SmsProvider provider) {
        boolean repeated = provider.name().equals(due.lastProvider());
        if (!store.beginAttempt(due, provider.name())) {
            return;
        }
        Outcome outcome = provider.send(new Outgoing(clientId(due.id()), new PhoneNumber(due.address()), due.content(), repeated, timeout(due)));
        switch (outcome) {
            case Outcome.Accepted accepted -> store.sent(due, accepted.reference(), provider.reports() && !accepted.reference().isEmpty() ? SmsReports.FIRST : null);
            case Outcome.TryAgain fault -> {
                noteAccount(fault.account(), provider, fault.reason());
                later(due, provider, "try_again", fault.reason());
            }
            case Outcome.Unknown silence -> later(due, provider, "unknown", silence.reason());
            case Outcome.Refused refusal -> {
                noteAccount(refusal.account(), provider, refusal.reason());
                refused(due, provider, refusal.reason());
            }
        }
    }

    private void noteAccount(boolean account, SmsProvider provider, String reason) {
        if (account) {
            accounts.refuses(provider.name(), reason);
        }
    }

    private static Duration timeout(Due due) {
        return due.lane().urgent() && due.left().compareTo(LONGEST_FOR_A_CODE) > 0 ? LONGEST_FOR_A_CODE : due.left();
    }

    private void later(Due due, SmsProvider provider, String outcome, String reason) {
        log.warn("SMS {}: {} did not take it: {}", due.id(), provider.name(), reason);
        store.notTaken(due, routing.delayAfter(due, provider), outcome, reason);
    }

    private void refused(Due due, SmsProvider provider, String reason) {
        log.error("SMS {}: {} refuses it: {}", due.id(), provider.name(), reason);
        Set<String> refusedBy = new HashSet<>(due.refusedBy());
        refusedBy.add(provider.name());
        if (routing.anyLeft(refusedBy)) {
            store.retry(due, Duration.ZERO, "refused", reason, refusedBy);
        } else {
            store.failed(due, "refused", reason);
        }
    }

    /** At most 20 letters and digits, as SSL Wireless allows; 100 bits of the id keep it unique. */
    private static String clientId(UUID id) {
        return new BigInteger(id.toString().replace("-", ""), 16).and(LOW_100_BITS).toString(36);
    }
}
