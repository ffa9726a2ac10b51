package bd.cleancare.chat;

import bd.cleancare.notifications.Event;
import bd.cleancare.notifications.Fact;
import bd.cleancare.notifications.Notifications;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Tells people who are away that somebody wrote to them: once, and then not until they have read again. Whether they are away shows only
 * after a while, so a message sets a time and this looks when it has come.
 */
@Component
class Notices {

    private static final int AT_ONCE = 100;

    /** Somebody who was not told and did not read in time; {@code path} is where the conversation is. */
    private record Away(UUID room, UUID user, long sequence, String sender, String subject, boolean ofComplaint, boolean citizen) {

        Fact fact() {
            String path = !citizen ? "/console/help/" + room + "/" : ofComplaint ? "/complaints/" + room + "/" : "/help/";
            return new Fact(Event.CHAT_MESSAGE, room + ":" + user + ":" + sequence, List.of(user), path, Map.of("sender", sender, "subject", subject));
        }
    }

    private final JdbcClient db;
    private final Notifications notifications;
    private final TransactionOperations transaction;

    Notices(JdbcClient db, Notifications notifications, TransactionOperations transaction) {
        this.db = db;
        this.notifications = notifications;
        this.transaction = transaction;
    }

    @Bean
    static RecurringTask<Void> chatNoticeTask(Notices notices) {
        return Tasks.recurring("chat-notices", FixedDelay.of(Duration.ofSeconds(5))).execute((_, _) -> notices.run());
    }

    void run() {
        while (Integer.valueOf(AT_ONCE).equals(transaction.execute(_ -> tellSome()))) {
            // until none is due
        }
    }

    /** What is written down and what is told are one transaction. Who is in the room now needs no notice, but is looked at again. */
    private int tellSome() {
        List<Away> due = db.sql("""
                WITH due AS (
                    SELECT room_id, user_id FROM chat_members WHERE notice_due < now() ORDER BY notice_due LIMIT :most FOR UPDATE SKIP LOCKED
                ), seen AS (
                    SELECT m.room_id, m.user_id, r.last_sequence, m.read_sequence >= r.last_sequence AS read, EXISTS (
                        SELECT FROM chat_presence p JOIN chat_nodes n ON n.id = p.node_id AND n.seen_at > now() - interval '20 seconds'
                        WHERE p.room_id = m.room_id AND p.user_id = m.user_id) AS there
                    FROM due JOIN chat_members m USING (room_id, user_id) JOIN chat_rooms r ON r.id = m.room_id
                ), noted AS (
                    UPDATE chat_members m SET notice_due = CASE WHEN s.there AND NOT s.read THEN now() + interval '1 minute' END,
                        told_sequence = CASE WHEN s.there OR s.read THEN m.told_sequence ELSE s.last_sequence END
                    FROM seen s WHERE m.room_id = s.room_id AND m.user_id = s.user_id
                    RETURNING m.room_id, m.user_id, s.last_sequence, s.there OR s.read AS untold
                )
                SELECT n.room_id, n.user_id, n.last_sequence, n.untold, u.name, coalesce(c.tracking_number, ''), r.complaint_id IS NOT NULL,
                    n.user_id = r.citizen_id
                FROM noted n JOIN chat_rooms r ON r.id = n.room_id LEFT JOIN complaints c ON c.id = r.complaint_id
                LEFT JOIN LATERAL (
                    SELECT sender_id FROM chat_messages l WHERE l.room_id = n.room_id AND l.sender_id <> n.user_id ORDER BY l.sequence DESC LIMIT 1
                ) l ON true LEFT JOIN users u ON u.id = l.sender_id
                """).param("most", AT_ONCE).query((row, _) -> row.getBoolean(4) ? null : new Away(row.getObject(1, UUID.class), row.getObject(2, UUID.class),
                        row.getLong(3), row.getString(5), row.getString(6), row.getBoolean(7), row.getBoolean(8))).list();
        due.stream().filter(java.util.Objects::nonNull).forEach(away -> notifications.tell(away.fact()));
        return due.size();
    }
}
