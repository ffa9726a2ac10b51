package bd.cleancare.chat.live;

import bd.cleancare.chat.live.Frames.Person;
import bd.cleancare.shared.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who is in which room, on all nodes together: a row for each person and node, believed as long as the node is heard of. Several connections
 * of one person on one node are one row, counted here.
 */
@Component
class Presence {

    private static final String LIVE_NODES = "(SELECT id FROM chat_nodes WHERE seen_at > now() - interval '20 seconds')";
    private static final int MOST = 100;

    private record Place(UUID room, UUID user) {
    }

    private final UUID node = Ids.next();
    private final Map<Place, Integer> here = new HashMap<>();
    private final JdbcClient db;

    Presence(JdbcClient db) {
        this.db = db;
    }

    Person enter(Participant participant) {
        Place place = place(participant);
        synchronized (here) {
            here.merge(place, 1, Integer::sum);
        }
        return db.sql("""
                WITH node AS (INSERT INTO chat_nodes (id) VALUES (:node) ON CONFLICT DO NOTHING),
                entered AS (INSERT INTO chat_presence (room_id, user_id, node_id) VALUES (:room, :user, :node) ON CONFLICT DO NOTHING)
                SELECT u.id, u.name, :role FROM users u WHERE u.id = :user
                """).param("node", node).param("room", place.room()).param("user", place.user()).param("role", role(participant))
                .query(Presence::person).single();
    }

    /** The person, when this was the last connection they had to the room. */
    Optional<Person> leave(Participant participant) {
        Place place = place(participant);
        synchronized (here) {
            if (here.computeIfPresent(place, (_, connections) -> connections == 1 ? null : connections - 1) != null) {
                return Optional.empty();
            }
        }
        return db.sql("""
                WITH gone AS (DELETE FROM chat_presence WHERE room_id = :room AND user_id = :user AND node_id = :node)
                SELECT u.id, u.name, :role FROM users u WHERE u.id = :user AND NOT EXISTS (
                    SELECT FROM chat_presence p WHERE p.room_id = :room AND p.user_id = :user AND p.node_id <> :node AND p.node_id IN\s"""
                + LIVE_NODES + ")").param("node", node).param("room", place.room()).param("user", place.user()).param("role", role(participant))
                .query(Presence::person).optional();
    }

    List<Person> in(UUID room) {
        return db.sql("""
                SELECT DISTINCT u.id, u.name, CASE WHEN u.id = r.citizen_id THEN 'citizen' ELSE 'staff' END
                FROM chat_presence p JOIN users u ON u.id = p.user_id JOIN chat_rooms r ON r.id = p.room_id
                WHERE p.room_id = ? AND p.node_id IN\s""" + LIVE_NODES + " LIMIT " + MOST).param(room).query(Presence::person).list();
    }

    /** Says that this node is there, and forgets those that are not heard of any more. */
    void beat() {
        db.sql("INSERT INTO chat_nodes (id) VALUES (?) ON CONFLICT (id) DO UPDATE SET seen_at = now()").param(node).update();
        db.sql("DELETE FROM chat_nodes WHERE seen_at < now() - interval '1 minute'").update();
    }

    /** Of this node nobody is connected from now on. */
    void end() {
        db.sql("DELETE FROM chat_nodes WHERE id = ?").param(node).update();
    }

    private static Place place(Participant participant) {
        return new Place(participant.room().id(), participant.viewer().id());
    }

    private static String role(Participant participant) {
        return participant.room().isCitizen(participant.viewer()) ? "citizen" : "staff";
    }

    private static Person person(ResultSet row, int number) throws SQLException {
        return new Person(row.getObject(1, UUID.class), row.getString(2), row.getString(3));
    }
}
