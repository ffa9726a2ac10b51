package bd.cleancare.notifications;

import bd.cleancare.notifications.queue.Channel;
import bd.cleancare.notifications.queue.Notices;
import bd.cleancare.notifications.queue.Outbox;
import bd.cleancare.notifications.queue.OutgoingStore;
import bd.cleancare.notifications.sms.SmsAccount;
import bd.cleancare.notifications.sms.SmsAccounts;
import bd.cleancare.shared.PhoneNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What went out and what became of it, for admins. Texts are not shown: they are the recipient's. */
@Component
public class DeliveryLog {

    /**
     * One message.
     *
     * @param event null for a code
     * @param address so much of it as is needed to recognise it
     * @param reason why it failed or waits; null where all is well
     */
    public record Line(UUID id, Channel channel, String lane, Event event, String address, String state, String provider, int attempts, String reason,
            Instant createdAt, Instant nextAt, Instant settledAt) {

        public boolean mayReplay() {
            return List.of("failed", "expired", "unknown", "parked").contains(state) && event != null;
        }
    }

    /** One time a gateway was asked. */
    public record Attempt(int number, String provider, Instant begunAt, Long tookMillis, String outcome, String reason, Instant deliveredAt) {
    }

    /** A fact that could not be told. */
    public record ParkedFact(long sequence, String event, String reason, Instant at) {
    }

    public static final List<String> STATES = List.of("queued", "sending", "sent", "delivered", "failed", "unknown", "expired", "parked");
    public static final int PAGE = 50;

    private static final String LINE = """
            SELECT id, channel, lane, event, address, state, provider, attempts, last_error, created_at, next_attempt_at, settled_at FROM outgoing_messages\s""";

    private final JdbcClient db;
    private final OutgoingStore store;
    private final Outbox outbox;
    private final Teller teller;
    private final SmsAccounts accounts;

    DeliveryLog(JdbcClient db, OutgoingStore store, Outbox outbox, Teller teller, SmsAccounts accounts) {
        this.db = db;
        this.store = store;
        this.outbox = outbox;
        this.teller = teller;
        this.accounts = accounts;
    }

    /**
     * Newest first; one more than a page where there is another.
     *
     * @param state null for all
     * @param phone null for all
     * @param before the last id of the page before; null for the first
     */
    public List<Line> page(String state, PhoneNumber phone, UUID before) {
        var sql = new StringBuilder(LINE).append("WHERE true");
        var params = new ArrayList<Object>();
        if (state != null) {
            sql.append(" AND state = ?");
            params.add(state);
        }
        if (phone != null) {
            sql.append(" AND address = ?");
            params.add(phone.canonical());
        }
        if (before != null) {
            sql.append(" AND (created_at, id) < (SELECT created_at, id FROM outgoing_messages WHERE id = ?)");
            params.add(before);
        }
        params.add(PAGE + 1);
        return db.sql(sql.append(" ORDER BY created_at DESC, id DESC LIMIT ?").toString()).params(params).query(DeliveryLog::line).list();
    }

    public Optional<Line> find(UUID id) {
        return db.sql(LINE + "WHERE id = ?").param(id).query(DeliveryLog::line).optional();
    }

    public List<Attempt> attempts(UUID id) {
        return db.sql("""
                SELECT attempt, provider, begun_at, (extract(epoch FROM ended_at - begun_at) * 1000)::bigint AS took, outcome, reason, delivered_at
                FROM delivery_attempts WHERE message_id = ? ORDER BY attempt
                """).param(id).query((row, _) -> new Attempt(row.getInt("attempt"), row.getString("provider"), instant(row, "begun_at"),
                row.getObject("took", Long.class), row.getString("outcome"), row.getString("reason"), instant(row, "delivered_at"))).list();
    }

    /** @return false for what is on its way, has arrived, or was a code */
    public boolean replay(UUID id) {
        boolean queued = store.replay(id, Notices.LIFE);
        outbox.wake();
        return queued;
    }

    public List<SmsAccount> smsAccounts() {
        return accounts.all();
    }

    public List<ParkedFact> parkedFacts() {
        return db.sql("SELECT sequence, event, last_error, parked_at FROM notification_facts WHERE parked_at IS NOT NULL ORDER BY parked_at DESC LIMIT 50")
                .query((row, _) -> new ParkedFact(row.getLong(1), row.getString(2), row.getString(3), instant(row, "parked_at"))).list();
    }

    public void replayFact(long sequence) {
        db.sql("UPDATE notification_facts SET parked_at = NULL, tries = 0, tell_after = now() WHERE sequence = ? AND parked_at IS NOT NULL").param(sequence).update();
        teller.wake();
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        Channel channel = Channel.ofWord(row.getString("channel")).orElseThrow();
        return new Line(row.getObject("id", UUID.class), channel, row.getString("lane"), Event.ofWord(String.valueOf(row.getString("event"))).orElse(null),
                masked(channel, row.getString("address")), row.getString("state"), row.getString("provider"), row.getInt("attempts"), row.getString("last_error"),
                instant(row, "created_at"), instant(row, "next_attempt_at"), instant(row, "settled_at"));
    }

    private static String masked(Channel channel, String address) {
        return switch (channel) {
            case SMS -> address.substring(0, 6) + "•••••" + address.substring(11);
            case EMAIL -> address.charAt(0) + "•••" + address.substring(address.indexOf('@'));
            case PUSH, IN_APP -> "•••" + address.substring(address.length() - 4);
        };
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
