package bd.cleancare.notifications;

import bd.cleancare.notifications.queue.OutgoingStore;
import bd.cleancare.notifications.sms.SmsSettings;
import bd.cleancare.shared.CityTime;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** What has to be done now and then, by whichever node is free. */
@Component
class Housekeeping {

    /** What is under the bell, and for how long a repeated fact is recognised. */
    private static final Duration KEEP_FACTS = Duration.ofDays(180);

    private final OutgoingStore outgoing;
    private final FactStore facts;
    private final InboundStore inbound;
    private final SmsSettings settings;

    Housekeeping(OutgoingStore outgoing, FactStore facts, InboundStore inbound, SmsSettings settings) {
        this.outgoing = outgoing;
        this.facts = facts;
        this.inbound = inbound;
        this.settings = settings;
    }

    @Bean
    static RecurringTask<Void> notificationsSweepTask(Housekeeping housekeeping) {
        return Tasks.recurring("notifications-sweep", FixedDelay.of(Duration.ofHours(1))).execute((_, _) -> housekeeping.sweep());
    }

    @Bean
    static RecurringTask<Void> notificationsExpiryTask(OutgoingStore outgoing) {
        return Tasks.recurring("notifications-expiry", FixedDelay.of(Duration.ofSeconds(2))).execute((_, _) -> outgoing.expire());
    }

    @Bean
    static RecurringTask<Void> smsBalanceTask(SmsBalance balance) {
        return Tasks.recurring("sms-balance", FixedDelay.of(Duration.ofMinutes(15))).execute((_, _) -> balance.ask());
    }

    @Bean
    static RecurringTask<Void> smsAccountsTask(SmsBalance balance) {
        return Tasks.recurring("sms-accounts", FixedDelay.of(Duration.ofSeconds(30))).execute((_, _) -> balance.tell());
    }

    @Bean
    static RecurringTask<Void> notificationsDigestTask(Digests digests) {
        return Tasks.recurring("notifications-digest", new Daily(CityTime.ZONE, LocalTime.of(18, 0))).execute((_, _) -> digests.send());
    }

    void sweep() {
        outgoing.purge(settings.keepFor());
        facts.purge(KEEP_FACTS);
        inbound.purge(settings.keepFor());
    }
}
