package bd.cleancare.chat;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rooms and who takes part in them. */
@Component
class RoomStore {

    /** Changes with whatever somebody's rights in the room hang on. */
    private static final String STAMP = "CASE r.kind WHEN 1 THEN c.version WHEN 2 THEN hashtext(concat(r.assigned_to, u.ward_number)) ELSE 0 END";

    private static final String COLUMNS = """
            SELECT r.id, r.kind, r.citizen_id, u.name, coalesce(r.ward_number, CASE WHEN r.kind = 2 THEN u.ward_number END), r.assigned_to, a.name,
                r.last_sequence, r.last_message_at, r.waiting_since, r.closed_at, c.tracking_number, r.complaint_assignee,\s""" + STAMP + " ";

    private static final String JOINS = """
            \sLEFT JOIN users u ON u.id = r.citizen_id LEFT JOIN users a ON a.id = r.assigned_to LEFT JOIN complaints c ON c.id = r.complaint_id\s""";

    /** A room as the database has it, for nobody in particular. */
    record Row(Room room, UUID complaintAssignee) {
    }

    private final JdbcClient db;

    RoomStore(JdbcClient db) {
        this.db = db;
    }

    Optional<Row> find(UUID id) {
        return db.sql(COLUMNS + "FROM chat_rooms r" + JOINS + "WHERE r.id = ?").param(id)
                .query((row, _) -> new Row(room(row), row.getObject(13, UUID.class))).optional();
    }

    /**
     * Makes the room of a complaint, or gives it to whoever has the complaint by now, if they still work here. With the complaint's key held
     * it cannot go meanwhile; of one that has gone there is no room.
     */
    void openComplaint(UUID complaint, UUID owner, UUID assignee) {
        db.sql("""
                WITH held AS (SELECT id FROM complaints WHERE id = :id FOR KEY SHARE),
                staff AS (SELECT id FROM users WHERE id = :assignee::uuid AND is_active AND role <> 'citizen' FOR SHARE),
                opened AS (
                    INSERT INTO chat_rooms (id, kind, complaint_id, citizen_id, assigned_to, complaint_assignee)
                    SELECT id, 1, id, :owner, (SELECT id FROM staff), :assignee::uuid FROM held
                    ON CONFLICT (id) DO UPDATE SET assigned_to = excluded.assigned_to, complaint_assignee = excluded.complaint_assignee
                        WHERE chat_rooms.complaint_assignee IS DISTINCT FROM excluded.complaint_assignee
                    RETURNING id, assigned_to
                )
                INSERT INTO chat_members (room_id, user_id, notify)
                SELECT DISTINCT id, member, true FROM opened, unnest(ARRAY[:owner::uuid, assigned_to]) member WHERE member IS NOT NULL
                ON CONFLICT (room_id, user_id) DO UPDATE SET notify = true
                """).param("id", complaint).param("owner", owner).param("assignee", assignee).update();
    }

    UUID openHelpDesk(UUID id, UUID citizen) {
        db.sql("""
                WITH opened AS (INSERT INTO chat_rooms (id, kind, citizen_id) VALUES (:id, 2, :citizen) ON CONFLICT DO NOTHING RETURNING id)
                INSERT INTO chat_members (room_id, user_id, notify) SELECT id, :citizen, true FROM opened
                """).param("id", id).param("citizen", citizen).update();
        return helpDesk(citizen).orElseThrow();
    }

    Optional<UUID> helpDesk(UUID citizen) {
        return db.sql("SELECT id FROM chat_rooms WHERE citizen_id = ? AND kind = 2").param(citizen).query(UUID.class).optional();
    }

    /** Makes what is missing of the rooms of the staff, one a ward and one for all. */
    void openStaffRooms(Map<UUID, String> wards, UUID all) {
        db.sql("INSERT INTO chat_rooms (id, kind) SELECT ?, 4 WHERE NOT EXISTS (SELECT FROM chat_rooms WHERE kind = 4) ON CONFLICT DO NOTHING").param(all).update();
        db.sql("""
                INSERT INTO chat_rooms (id, kind, ward_number)
                SELECT id, 3, ward FROM unnest(?::uuid[], ?::text[]) AS given (id, ward)
                WHERE NOT EXISTS (SELECT FROM chat_rooms WHERE kind = 3 AND ward_number = ward) ON CONFLICT DO NOTHING
                """).param(wards.keySet().toArray(UUID[]::new)).param(wards.values().toArray(String[]::new)).update();
    }

    /** The rooms somebody takes part in, and the staff rooms of the wards given; the latest first. */
    List<RoomSummary> of(UUID user, boolean staff, Collection<String> wards, int most) {
        return db.sql("""
                WITH mine AS (
                    SELECT room_id AS id FROM chat_members WHERE user_id = :user
                    UNION SELECT id FROM chat_rooms WHERE :staff AND (kind = 4 OR kind = 3 AND ward_number = ANY(:wards))
                )
                """ + SUMMARY + """
                FROM mine JOIN chat_rooms r ON r.id = mine.id
                """ + JOINS + SUMMARY_JOINS + """
                WHERE r.last_sequence > 0 OR r.kind >= 2 ORDER BY r.last_message_at DESC NULLS LAST, r.id LIMIT :most
                """).param("user", user).param("staff", staff).param("wards", wards.toArray(String[]::new)).param("most", most)
                .query((row, _) -> summary(row)).list();
    }

    /** Who has been waiting for an answer, the longest first, after a place in that order. */
    List<RoomSummary> waiting(UUID user, Instant after, UUID afterId, int most) {
        return db.sql(SUMMARY + "FROM chat_rooms r" + JOINS + SUMMARY_JOINS + """
                WHERE r.waiting_since IS NOT NULL AND (r.waiting_since, r.id) > (:after, :after_id) ORDER BY r.waiting_since, r.id LIMIT :most
                """).param("user", user).param("after", after.atOffset(java.time.ZoneOffset.UTC)).param("after_id", afterId).param("most", most)
                .query((row, _) -> summary(row)).list();
    }

    /** The conversations with citizens, the one with the latest message first, from a place in that order. */
    List<RoomSummary> latest(UUID user, Instant before, UUID beforeId, int most) {
        return db.sql(SUMMARY + "FROM chat_rooms r" + JOINS + SUMMARY_JOINS + """
                WHERE r.kind <= 2 AND r.last_message_at IS NOT NULL AND (r.last_message_at, r.id) < (:before, :before_id)
                ORDER BY r.last_message_at DESC, r.id DESC LIMIT :most
                """).param("user", user).param("before", before.atOffset(java.time.ZoneOffset.UTC)).param("before_id", beforeId).param("most", most)
                .query((row, _) -> summary(row)).list();
    }

    /** Some rooms, in no order. */
    List<RoomSummary> among(UUID user, Collection<UUID> rooms) {
        return db.sql(SUMMARY + "FROM chat_rooms r" + JOINS + SUMMARY_JOINS + "WHERE r.id = ANY(:rooms)")
                .param("user", user).param("rooms", rooms.toArray(UUID[]::new)).query((row, _) -> summary(row)).list();
    }

    /** What is unread for a citizen in their own conversations. */
    Map<UUID, Long> unread(UUID citizen, int most) {
        return counts(db.sql("""
                SELECT r.id, r.last_sequence - m.read_sequence FROM chat_members m JOIN chat_rooms r ON r.id = m.room_id
                WHERE m.user_id = ? AND r.last_sequence > m.read_sequence ORDER BY r.last_message_at DESC LIMIT ?
                """).param(citizen).param(most));
    }

    /** What is unread in the conversations somebody of the staff has, of citizens who wait: a small part of all there ever were. */
    Map<UUID, Long> waitingFor(UUID staff, int most) {
        return counts(db.sql("""
                SELECT r.id, r.last_sequence - coalesce(m.read_sequence, 0)
                FROM chat_rooms r LEFT JOIN chat_members m ON m.room_id = r.id AND m.user_id = r.assigned_to
                WHERE r.waiting_since IS NOT NULL AND r.assigned_to = ? LIMIT ?
                """).param(staff).param(most));
    }

    private static Map<UUID, Long> counts(JdbcClient.StatementSpec query) {
        var found = new HashMap<UUID, Long>();
        query.query(row -> {
            found.put(row.getObject(1, UUID.class), row.getLong(2));
        });
        return found;
    }

    private static final String SUMMARY = COLUMNS + """
            , m.read_sequence, l.body, l.from_staff, l.event, l.sender_id, jsonb_array_length(coalesce(l.attachments, '[]'))\s""";

    private static final String SUMMARY_JOINS = """
            \sLEFT JOIN chat_members m ON m.room_id = r.id AND m.user_id = :user
             LEFT JOIN chat_messages l ON l.room_id = r.id AND l.sequence = r.last_sequence\s""";

    private static RoomSummary summary(ResultSet row) throws SQLException {
        Room room = room(row);
        RoomEvent event = RoomEvent.ofCode(row.getInt(18));
        return new RoomSummary(room, Math.max(0, room.lastSequence() - row.getLong(15)), row.getString(16), row.getBoolean(17),
                event == null ? null : event.word(), row.getInt(20));
    }

    /** @return how far the person now is; never back, and never beyond the last message */
    Mark mark(UUID room, UUID user, long delivered, long read) {
        return db.sql("""
                INSERT INTO chat_members AS m (room_id, user_id, delivered_sequence, read_sequence)
                SELECT id, :user, least(greatest(:delivered, :read), last_sequence), least(:read, last_sequence) FROM chat_rooms WHERE id = :room
                ON CONFLICT (room_id, user_id) DO UPDATE SET
                    delivered_sequence = greatest(m.delivered_sequence, excluded.delivered_sequence),
                    read_sequence = greatest(m.read_sequence, excluded.read_sequence),
                    notice_due = CASE WHEN excluded.read_sequence > m.read_sequence THEN NULL ELSE m.notice_due END
                RETURNING delivered_sequence, read_sequence
                """).param("room", room).param("user", user).param("delivered", delivered).param("read", read)
                .query((row, _) -> new Mark(user, row.getLong(1), row.getLong(2))).single();
    }

    List<Mark> marks(UUID room, int most) {
        return db.sql("SELECT user_id, delivered_sequence, read_sequence FROM chat_members WHERE room_id = ? ORDER BY read_sequence DESC LIMIT ?")
                .param(room).param(most).query((row, _) -> new Mark(row.getObject(1, UUID.class), row.getLong(2), row.getLong(3))).list();
    }

    /** Gives the conversation to somebody, as long as it still is with whom the giver saw it and the other still works here. */
    boolean assign(UUID room, UUID from, UUID to) {
        return db.sql("""
                WITH taker AS (
                    SELECT id FROM users WHERE id = :to::uuid AND :to::uuid IS DISTINCT FROM :from::uuid AND is_active AND role <> 'citizen' FOR SHARE
                ), given AS (
                    UPDATE chat_rooms SET assigned_to = :to::uuid WHERE id = :room AND assigned_to IS NOT DISTINCT FROM :from::uuid
                      AND (:to::uuid IS NULL OR :to::uuid IS NOT DISTINCT FROM :from::uuid OR EXISTS (SELECT FROM taker)) RETURNING id
                ),
                free AS (
                    UPDATE chat_members SET notify = false, notice_due = NULL
                    WHERE room_id IN (SELECT id FROM given) AND user_id = :from::uuid AND user_id IS DISTINCT FROM :to::uuid
                ), told AS (
                    INSERT INTO chat_members AS m (room_id, user_id, notify) SELECT id, :to::uuid, true FROM given WHERE :to::uuid IS NOT NULL
                    ON CONFLICT (room_id, user_id) DO UPDATE SET notify = true
                )
                SELECT count(*) FROM given
                """).param("room", room).param("from", from).param("to", to).query(Integer.class).single() == 1;
    }

    /** The open conversations somebody has. */
    List<UUID> openOf(UUID staff) {
        return db.sql("SELECT id FROM chat_rooms WHERE assigned_to = ? AND closed_at IS NULL ORDER BY id").param(staff).query(UUID.class).list();
    }

    /** Whoever writes in one of the conversations that ended finds nobody in charge of it, instead of somebody who is gone. */
    void leaveEnded(UUID staff) {
        db.sql("UPDATE chat_rooms SET assigned_to = NULL WHERE assigned_to = ? AND closed_at IS NOT NULL").param(staff).update();
    }

    void addClosing(UUID room, long sequence, UUID by) {
        db.sql("INSERT INTO chat_closings (room_id, sequence, closed_by) VALUES (?, ?, ?)").param(room).param(sequence).param(by).update();
    }

    /** Rates the last closing, once. */
    boolean rate(UUID room, int rating, String comment) {
        return db.sql("""
                UPDATE chat_closings SET rating = ?, comment = ?, rated_at = now()
                WHERE room_id = ? AND rating IS NULL AND sequence = (SELECT max(sequence) FROM chat_closings WHERE room_id = ?)
                """).params(rating, comment, room, room).update() == 1;
    }

    void addAttachments(UUID room, Collection<UUID> photos) {
        photos.forEach(photo -> db.sql("INSERT INTO chat_attachments (id, room_id) VALUES (?, ?)").param(photo).param(room).update());
    }

    Optional<UUID> roomOfAttachment(UUID photo) {
        return db.sql("SELECT room_id FROM chat_attachments WHERE id = ?").param(photo).query(UUID.class).optional();
    }

    /** How some rooms stand; a room that is gone is left out. */
    Map<UUID, RoomState> states(Collection<UUID> rooms) {
        var found = new HashMap<UUID, RoomState>();
        db.sql("SELECT r.id, r.last_sequence, " + STAMP + """
                \sFROM chat_rooms r LEFT JOIN users u ON u.id = r.citizen_id LEFT JOIN complaints c ON c.id = r.complaint_id WHERE r.id = ANY(?)
                """).param(rooms.toArray(UUID[]::new)).query(row -> {
                    found.put(row.getObject(1, UUID.class), new RoomState(row.getLong(2), row.getInt(3)));
                });
        return found;
    }

    private static Room room(ResultSet row) throws SQLException {
        RoomKind kind = RoomKind.ofCode(row.getInt(2));
        String title = kind == RoomKind.COMPLAINT ? row.getString(12) : null;
        return new Room(row.getObject(1, UUID.class), kind, row.getObject(3, UUID.class), row.getString(4), row.getString(5),
                row.getObject(6, UUID.class), row.getString(7), row.getLong(8), instant(row, 9), instant(row, 10), instant(row, 11), title, row.getInt(14));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
