package bd.cleancare.chat;

import bd.cleancare.shared.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Messages in the order of their numbers. */
@Component
class MessageStore {

    /**
     * The next number, the message, how far its sender now is and when others are to be told: one statement. The lock of the room's row
     * is held until the commit, so whoever sees a number also sees every smaller one.
     */
    private static final String APPEND = """
            WITH known AS (
                SELECT sequence, created_at, body, attachments FROM chat_messages WHERE room_id = :room AND sender_id = :sender AND client_id = :client
            ), next AS (
                UPDATE chat_rooms SET last_sequence = last_sequence + 1, last_message_at = clock_timestamp(),
                    closed_at = CASE WHEN :event = 0 THEN NULL WHEN :event = 2 THEN now() ELSE closed_at END,
                    waiting_since = CASE WHEN :event = 2 OR :event = 0 AND :staff THEN NULL
                                         WHEN :event = 0 AND kind <= 2 THEN coalesce(waiting_since, now()) ELSE waiting_since END,
                    assigned_to = CASE WHEN :event = 0 AND :staff AND kind <= 2 AND assigned_to IS NULL
                        THEN (SELECT id FROM users WHERE id = :sender AND is_active AND role <> 'citizen' FOR SHARE) ELSE assigned_to END
                WHERE id = :room AND NOT EXISTS (SELECT FROM known) AND (:event <> 2 OR closed_at IS NULL)
                RETURNING last_sequence, last_message_at, :sender = ANY(ARRAY[assigned_to, citizen_id]) AS concerned
            ), written AS (
                INSERT INTO chat_messages (room_id, sequence, sender_id, from_staff, event, body, client_id, attachments, details, created_at)
                SELECT :room, last_sequence, :sender, :staff, nullif(:event, 0), :body, :client, :attachments::jsonb, :details::jsonb, last_message_at FROM next
                RETURNING sequence, created_at, body, attachments
            ), own AS (
                INSERT INTO chat_members AS m (room_id, user_id, delivered_sequence, read_sequence, notify)
                SELECT :room, :sender, last_sequence, last_sequence, coalesce(concerned, false) FROM next
                ON CONFLICT (room_id, user_id) DO UPDATE SET delivered_sequence = excluded.delivered_sequence, read_sequence = excluded.read_sequence,
                    notify = m.notify OR excluded.notify, notice_due = NULL
            ), due AS (
                UPDATE chat_members SET notice_due = now() + make_interval(secs => :notice_after)
                WHERE room_id = :room AND user_id <> :sender AND notify AND notice_due IS NULL AND told_sequence <= read_sequence
                  AND :event = 0 AND EXISTS (SELECT FROM next)
            )
            SELECT w.sequence, w.created_at, w.body, w.attachments, u.name, w.again
            FROM (SELECT *, false AS again FROM written UNION ALL SELECT *, true FROM known) w, users u WHERE u.id = :sender
            """;

    private static final String COLUMNS = """
            SELECT m.body, m.sender_id, m.created_at, m.sequence, m.room_id, u.name, m.from_staff, m.client_id, m.attachments, m.event, m.details
            FROM chat_messages m JOIN users u ON u.id = m.sender_id\s""";

    /** @param again whether it had been written before, under the same client id */
    record Written(ChatMessage message, boolean again) {
    }

    /** @param event null for what somebody says */
    record Draft(UUID room, String body, String clientId, String attachments, RoomEvent event, String details) {
    }

    private final JdbcClient db;
    private final ChatSettings settings;

    MessageStore(JdbcClient db, ChatSettings settings) {
        this.db = db;
        this.settings = settings;
    }

    /**
     * Empty where there is no such room, or it is to be closed and was closed already.
     *
     * @throws DuplicateKeyException when the same message came in twice at the same moment: in a new transaction the other one is found
     */
    Optional<Written> append(Draft draft, boolean staff, Viewer sender) {
        return db.sql(APPEND).param("room", draft.room()).param("sender", sender.id()).param("staff", staff).param("body", draft.body())
                .param("client", draft.clientId()).param("event", draft.event() == null ? 0 : draft.event().code())
                .param("attachments", draft.attachments()).param("details", draft.details())
                .param("notice_after", settings.noticeAfter().toMillis() / 1000.0)
                .query((row, _) -> new Written(message(draft, staff, sender, row), row.getBoolean("again"))).optional();
    }

    private static ChatMessage message(Draft draft, boolean staff, Viewer sender, ResultSet row) throws SQLException {
        String attachments = row.getString("attachments");
        return new ChatMessage(row.getString("body"), sender.id(), row.getObject("created_at", OffsetDateTime.class).toInstant(), row.getLong("sequence"),
                draft.room(), row.getString("name"), staff ? "staff" : "citizen", draft.clientId(), attachments == null ? "[]" : attachments,
                draft.event() == null ? null : "event", draft.event() == null ? null : draft.event().word(), draft.details());
    }

    /** The messages after a number, oldest first. */
    List<ChatMessage> after(UUID room, long sequence, int most) {
        return db.sql(COLUMNS + "WHERE m.room_id = ? AND m.sequence > ? ORDER BY m.sequence LIMIT ?").param(room).param(sequence).param(most).query(MessageStore::read).list();
    }

    /** The messages before a number, newest first. */
    List<ChatMessage> before(UUID room, long sequence, int most) {
        return db.sql(COLUMNS + "WHERE m.room_id = ? AND m.sequence < ? ORDER BY m.sequence DESC LIMIT ?").param(room).param(sequence).param(most).query(MessageStore::read).list();
    }

    /** All that somebody said or did in any room, oldest first; whoever did is among those who take part. */
    List<ChatMessage> by(UUID sender) {
        return db.sql(COLUMNS + """
                WHERE m.sender_id = :sender AND m.room_id IN (SELECT room_id FROM chat_members WHERE user_id = :sender)
                ORDER BY m.created_at, m.room_id, m.sequence
                """).param("sender", sender).query(MessageStore::read).list();
    }

    private static ChatMessage read(ResultSet row, int number) throws SQLException {
        RoomEvent event = RoomEvent.ofCode(row.getInt(10));
        String attachments = row.getString(9);
        return new ChatMessage(row.getString(1), row.getObject(2, UUID.class), row.getObject(3, OffsetDateTime.class).toInstant(), row.getLong(4),
                row.getObject(5, UUID.class), row.getString(6), row.getBoolean(7) ? "staff" : "citizen", row.getString(8), attachments == null ? "[]" : attachments,
                event == null ? null : "event", event == null ? null : event.word(), row.getString(11));
    }
}
