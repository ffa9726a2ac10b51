package bd.cleancare.notifications.sms;

import bd.cleancare.platform.jobs.WorkLoop;
import bd.cleancare.platform.jobs.Worker;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asks gateways that can say it what became of messages, for a day and less and less often. */
@Component
class SmsReports extends Worker {

    static final Duration FIRST = Duration.ofSeconds(20);
    private static final Duration EVERY = Duration.ofSeconds(10);
    private static final int AT_ONCE = 50;
    private static final int MOST = 12;

    private record Asked(UUID id, String provider, String reference) {
    }

    private final JdbcClient db;
    private final SmsRouting routing;
    private final SmsShares shares;
    private final WorkLoop loop = new WorkLoop("sms-reports", EVERY, this::round);

    SmsReports(JdbcClient db, SmsRouting routing, SmsShares shares) {
        this.db = db;
        this.routing = routing;
        this.shares = shares;
    }

    private boolean round() {
        List<Asked> claimed = claim();
        claimed.forEach(this::ask);
        if (claimed.size() < AT_ONCE) {
            shares.review();
            return false;
        }
        return true;
    }

    /** The next question is due in twice the time, whatever becomes of this one. */
    private List<Asked> claim() {
        return db.sql("""
                UPDATE outgoing_messages SET reports = reports + 1,
                    report_after = CASE WHEN reports + 1 < ? THEN now() + ? * power(2, reports) * interval '1 second' END
                WHERE id IN (SELECT id FROM outgoing_messages WHERE report_after <= now() ORDER BY report_after LIMIT ? FOR UPDATE SKIP LOCKED)
                RETURNING id, provider, provider_ref
                """).param(MOST).param(FIRST.toSeconds()).param(AT_ONCE)
                .query((row, _) -> new Asked(row.getObject(1, UUID.class), row.getString(2), row.getString(3))).list();
    }

    private void ask(Asked asked) {
        routing.inOrder().stream().filter(provider -> provider.name().equals(asked.provider) && provider.reports()).findFirst().ifPresent(provider -> {
            switch (provider.report(asked.reference)) {
                case DELIVERED -> settle(asked, "delivered", null);
                case FAILED -> settle(asked, "failed", "the gateway reports that it was not delivered");
                case PENDING -> {
                    // Asked again when its time has come.
                }
            }
        });
    }

    private void settle(Asked asked, String state, String reason) {
        db.sql("""
                WITH done AS (
                    UPDATE outgoing_messages SET state = ?, last_error = ?, report_after = NULL WHERE id = ? AND state = 'sent' RETURNING id, attempts, state
                )
                UPDATE delivery_attempts a SET delivered_at = CASE WHEN done.state = 'delivered' THEN now() END
                FROM done WHERE a.message_id = done.id AND a.attempt = done.attempts
                """).param(state).param(reason).param(asked.id).update();
    }

    @Override
    protected WorkLoop loop() {
        return loop;
    }
}
