package bd.cleancare.complaints;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What anybody who holds a tracking number may know: where the complaint stands, and nothing about a person. */
@Component
public class PublicTracking {

    public record Tracked(String trackingNumber, Category category, ComplaintStatus status, String wardNumber, Instant createdAt,
            Instant updatedAt, Instant resolvedAt, List<Step> updates) {
    }

    /** A change of status with what staff said in public about it. */
    public record Step(ComplaintStatus oldStatus, ComplaintStatus newStatus, String comment, Instant createdAt) {
    }

    private final JdbcClient db;

    PublicTracking(JdbcClient db) {
        this.db = db;
    }

    public Optional<Tracked> find(TrackingNumber number) {
        List<Step> steps = steps(number);
        return db.sql("""
                SELECT tracking_number, category, status, ward_number, created_at, updated_at, resolved_at FROM complaints WHERE tracking_number = ?
                """).param(number.text()).query((row, _) -> new Tracked(row.getString(1), Category.ofCode(row.getInt(2)),
                        ComplaintStatus.ofCode(row.getInt(3)), row.getString(4), ComplaintRow.instant(row, 5), ComplaintRow.instant(row, 6),
                        ComplaintRow.instant(row, 7), steps)).optional();
    }

    /** What the owner wrote stays out: it may name people. */
    private List<Step> steps(TrackingNumber number) {
        return db.sql("""
                SELECT h.old_status, h.new_status, CASE WHEN h.actor_id <> c.user_id THEN h.comment END, h.created_at
                FROM complaints c JOIN complaint_history h ON h.complaint_id = c.id
                WHERE c.tracking_number = ? AND h.old_status IS NOT NULL
                ORDER BY h.sequence DESC
                """).param(number.text()).query((row, _) -> new Step(ComplaintStatus.ofCode(row.getInt(1)), ComplaintStatus.ofCode(row.getInt(2)),
                        row.getString(3), ComplaintRow.instant(row, 4))).list();
    }
}
