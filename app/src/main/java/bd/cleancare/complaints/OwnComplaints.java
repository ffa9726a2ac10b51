package bd.cleancare.complaints;

import bd.cleancare.users.PersonalDataSource;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a person filed and said, for the export of their data. */
@Component
class OwnComplaints implements PersonalDataSource {

    record Comment(UUID complaint, String comment, Instant createdAt) {
    }

    private final JdbcClient db;

    OwnComplaints(JdbcClient db) {
        this.db = db;
    }

    @Override
    public String section() {
        return "complaints";
    }

    @Override
    public Object of(UUID userId) {
        return Map.of("filed", filed(userId), "comments", comments(userId));
    }

    private List<Complaint> filed(UUID userId) {
        return db.sql("SELECT " + ComplaintRow.COLUMNS + " FROM complaints c WHERE c.user_id = ? ORDER BY c.created_at, c.id")
                .param(userId).query(ComplaintRow::read).list();
    }

    private List<Comment> comments(UUID userId) {
        return db.sql("""
                SELECT c.id, h.comment, h.created_at FROM complaints c JOIN complaint_history h ON h.complaint_id = c.id AND h.actor_id = c.user_id
                WHERE c.user_id = ? AND h.comment IS NOT NULL
                ORDER BY h.created_at
                """).param(userId).query((row, _) -> new Comment(row.getObject(1, UUID.class), row.getString(2), ComplaintRow.instant(row, 3))).list();
    }
}
