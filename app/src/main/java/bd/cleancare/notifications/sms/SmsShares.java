package bd.cleancare.notifications.sms;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How much goes to the first gateway. GOV.UK Notify's rules: a gateway is demoted when 15 % of what it got in 15 minutes took longer than
 * five; there is no second switch within five minutes and none when all are slow; every five minutes the shares tend back.
 */
@Component
class SmsShares {

    private static final Logger log = LoggerFactory.getLogger(SmsShares.class);
    private static final Duration REMEMBERED = Duration.ofSeconds(5);
    private static final int SLOW_PERCENT = 15;
    /** One slow message out of three says nothing about a gateway. */
    private static final int FEWEST = 10;
    /** Some still go to a demoted gateway, or nobody would know that it has recovered. */
    private static final int DEMOTED = 10;
    private static final int STEP_BACK = 10;

    private final JdbcClient db;
    private final SmsSettings settings;
    private volatile int share = 100;
    private volatile long readAt = Long.MIN_VALUE;

    SmsShares(JdbcClient db, SmsSettings settings) {
        this.db = db;
        this.settings = settings;
    }

    /** Percent; a few seconds old at most, as another node may have switched. */
    int ofPrimary() {
        long now = System.nanoTime();
        if (readAt == Long.MIN_VALUE || now - readAt > REMEMBERED.toNanos()) {
            share = db.sql("SELECT primary_share FROM sms_shares").query(Integer.class).single();
            readAt = now;
        }
        return share;
    }

    /** Any number of nodes may ask at once: the guards are in the updates. */
    void review() {
        if (settings.secondary().isEmpty()) {
            return;
        }
        Map<String, Integer> slow = slowPercent();
        boolean primarySlow = slow.getOrDefault(settings.primary(), 0) >= SLOW_PERCENT;
        boolean secondarySlow = slow.getOrDefault(settings.secondary(), 0) >= SLOW_PERCENT;
        if (primarySlow && !secondarySlow && switchTo(DEMOTED, "primary_share > 50")) {
            log.error("SMS gateway {} is slow; most messages go to {} now", settings.primary(), settings.secondary());
        } else if (secondarySlow && !primarySlow && switchTo(100, "primary_share < 100")) {
            log.error("SMS gateway {} is slow; all messages go to {} now", settings.secondary(), settings.primary());
        } else if (!primarySlow) {
            tendBack();
        }
        readAt = Long.MIN_VALUE;
    }

    private boolean switchTo(int newShare, String when) {
        return db.sql("UPDATE sms_shares SET primary_share = ?, switched_at = now(), tended_at = now() WHERE " + when
                + " AND (switched_at IS NULL OR switched_at < now() - interval '5 minutes')").param(newShare).update() == 1;
    }

    private void tendBack() {
        db.sql("UPDATE sms_shares SET primary_share = least(100, primary_share + ?), tended_at = now() WHERE primary_share < 100 AND tended_at < now() - interval '5 minutes'")
                .param(STEP_BACK).update();
    }

    /** From the first attempt at a gateway until it took the message or, where it reports, until the phone had it; what has not ended is slow once it is late. */
    private Map<String, Integer> slowPercent() {
        var percents = new HashMap<String, Integer>();
        db.sql("""
                SELECT provider, count(*) AS messages, count(*) FILTER (WHERE took > interval '5 minutes') * 100 / count(*) AS slow
                FROM (
                    SELECT a.provider, CASE
                        WHEN bool_or(a.outcome = 'accepted') AND max(m.report_after) FILTER (WHERE m.state = 'sent' AND m.provider = a.provider) IS NULL
                            THEN coalesce(max(a.delivered_at), max(a.ended_at) FILTER (WHERE a.outcome = 'accepted')) - min(a.begun_at)
                        ELSE now() - min(a.begun_at) END AS took
                    FROM delivery_attempts a JOIN outgoing_messages m ON m.id = a.message_id
                    WHERE a.begun_at > now() - interval '15 minutes' AND m.channel = 'sms' AND coalesce(a.outcome, '') <> 'refused'
                    GROUP BY a.provider, a.message_id) AS timed
                GROUP BY provider HAVING count(*) >= ?
                """).param(FEWEST).query(row -> {
            percents.put(row.getString("provider"), row.getInt("slow"));
        });
        return percents;
    }
}
