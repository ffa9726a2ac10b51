package bd.cleancare.chat;

import bd.cleancare.complaints.ComplaintDeleted;
import bd.cleancare.media.Photos;
import bd.cleancare.users.AccountClosed;
import bd.cleancare.users.PersonalDataSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What is personal in conversations is told in the export and gone with the account; what was said about a complaint is kept and goes with
 * the complaint.
 */
@Component
class ChatKeeping implements PersonalDataSource {

    /** How far somebody is in a room. */
    record Place(UUID roomId, String kind, long delivered, long read) {
    }

    private final MessageStore messages;
    private final RoomStore rooms;
    private final Leaving leaving;
    private final Photos photos;
    private final JdbcClient db;

    ChatKeeping(MessageStore messages, RoomStore rooms, Leaving leaving, Photos photos, JdbcClient db) {
        this.messages = messages;
        this.rooms = rooms;
        this.leaving = leaving;
        this.photos = photos;
        this.db = db;
    }

    @Override
    public String section() {
        return "chat";
    }

    @Override
    public Object of(UUID userId) {
        return Map.of("messages", messages.by(userId), "rooms", places(userId));
    }

    private List<Place> places(UUID user) {
        return db.sql("""
                SELECT r.id, r.kind, m.delivered_sequence, m.read_sequence FROM chat_members m JOIN chat_rooms r ON r.id = m.room_id
                WHERE m.user_id = ? ORDER BY r.id
                """).param(user).query((row, _) -> new Place(row.getObject(1, UUID.class), RoomKind.ofCode(row.getInt(2)).word(), row.getLong(3), row.getLong(4)))
                .list();
    }

    @EventListener
    void complaintGoes(ComplaintDeleted deleted) {
        remove(deleted.complaintId());
    }

    /** The help desk was between the person and the city alone. What was said in other rooms stays, with an account nobody stands behind. */
    @EventListener
    void personGoes(AccountClosed closed) {
        rooms.helpDesk(closed.userId()).ifPresent(this::remove);
        // Before what is left of the person in the rooms is erased: leaving is one more entry of theirs.
        leaving.leave(closed.userId());
        forgetTraces(closed.userId());
        db.sql("DELETE FROM chat_members WHERE user_id = ?").param(closed.userId()).update();
    }

    /** With the room locked nobody can add a photo that would be kept for no room. */
    private void remove(UUID room) {
        db.sql("SELECT id FROM chat_rooms WHERE id = ? FOR UPDATE").param(room).query(UUID.class).optional().ifPresent(_ -> {
            photos.discard(db.sql("SELECT id FROM chat_attachments WHERE room_id = ?").param(room).query(UUID.class).list());
            db.sql("DELETE FROM chat_rooms WHERE id = ?").param(room).update();
        });
    }

    /** Their name where a conversation was handed to them, what their devices called their messages, and that they wait for an answer. */
    private void forgetTraces(UUID user) {
        db.sql("""
                WITH mine AS (SELECT room_id FROM chat_members WHERE user_id = :user),
                unnamed AS (
                    UPDATE chat_messages SET client_id = CASE WHEN sender_id = :user THEN NULL ELSE client_id END,
                        details = CASE WHEN details->>'assigned_to' = :user::text THEN details || '{"assigned_to_name": ""}'::jsonb ELSE details END
                    WHERE room_id IN (SELECT room_id FROM mine)
                      AND (sender_id = :user AND client_id IS NOT NULL OR details->>'assigned_to' = :user::text)
                )
                UPDATE chat_rooms SET waiting_since = NULL
                WHERE id IN (SELECT room_id FROM mine) AND citizen_id = :user AND waiting_since IS NOT NULL
                """).param("user", user).update();
    }
}
