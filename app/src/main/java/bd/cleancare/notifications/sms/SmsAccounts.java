package bd.cleancare.notifications.sms;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How our account at each gateway stands. */
@Component
public class SmsAccounts {

    /** @param since makes one time of trouble different from the next */
    public record Trouble(String gateway, Kind kind, Instant since, String detail) {
    }

    /** What is told at most once for each time it begins. */
    public enum Kind {
        LOW("low_since", "low_told", "trim_scale(balance)::text"),
        REFUSED("refused_since", "refusal_told", "refusal");

        private final String since;
        private final String told;
        private final String detail;

        Kind(String since, String told, String detail) {
            this.since = since;
            this.told = told;
            this.detail = detail;
        }
    }

    private final JdbcClient db;

    SmsAccounts(JdbcClient db) {
        this.db = db;
    }

    public void balance(String gateway, BigDecimal balance, boolean low) {
        db.sql("""
                INSERT INTO sms_accounts AS a (gateway, balance, asked_at, low_since) VALUES (:gateway, :balance, now(), CASE WHEN :low THEN now() END)
                ON CONFLICT (gateway) DO UPDATE SET balance = :balance, asked_at = now(), low_since = CASE WHEN :low THEN coalesce(a.low_since, now()) END,
                    low_told = a.low_told AND :low
                """).param("gateway", gateway).param("balance", balance).param("low", low).update();
    }

    /** It says that it takes nothing from us: no credit, a key that is over. */
    public void refuses(String gateway, String reason) {
        db.sql("""
                INSERT INTO sms_accounts AS a (gateway, refused_since, refusal) VALUES (:gateway, now(), :reason)
                ON CONFLICT (gateway) DO UPDATE SET refused_since = now(), refusal = :reason, refusal_told = false WHERE a.refused_since IS NULL
                """).param("gateway", gateway).param("reason", reason).update();
    }

    /** What it has taken since shows that it is over. */
    public void forgetWhatIsOver() {
        db.sql("""
                UPDATE sms_accounts a SET refused_since = NULL, refusal = NULL, refusal_told = false
                WHERE a.refused_since IS NOT NULL
                  AND EXISTS (SELECT FROM delivery_attempts t WHERE t.begun_at > a.refused_since AND t.provider = a.gateway AND t.outcome = 'accepted')
                """).update();
    }

    /** Part of a transaction, in which it is told: two nodes never both do. */
    public List<Trouble> takeUntold() {
        return Stream.of(Kind.values()).flatMap(kind -> db.sql("UPDATE sms_accounts SET " + kind.told + " = true WHERE " + kind.since
                + " IS NOT NULL AND NOT " + kind.told + " RETURNING gateway, " + kind.since + ", " + kind.detail)
                .query((row, _) -> new Trouble(row.getString(1), kind, instant(row, 2), row.getString(3))).list().stream()).toList();
    }

    public List<SmsAccount> all() {
        return db.sql("SELECT gateway, balance, asked_at, low_since IS NOT NULL AS low, refusal FROM sms_accounts ORDER BY gateway")
                .query((row, _) -> new SmsAccount(row.getString(1), row.getBigDecimal(2), instant(row, 3), row.getBoolean(4), row.getString(5))).list();
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
