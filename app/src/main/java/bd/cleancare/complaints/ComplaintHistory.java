package bd.cleancare.complaints;

import bd.cleancare.shared.Role;
import bd.cleancare.shared.Viewer;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What happened to a complaint, newest first. Internal notes are for staff; a row that is only a note does not exist for others. */
@Component
public class ComplaintHistory {

    /** A change of status, as the contract has it. */
    public record Update(UUID id, ComplaintStatus oldStatus, ComplaintStatus newStatus, String comment,
            @JsonInclude(JsonInclude.Include.NON_NULL) String internalNote, UUID updatedBy, String updatedByName, Instant createdAt) {
    }

    /** @param details what was edited (old and new value of each field), who was assigned, how many photos; or null */
    public record Entry(int sequence, HistoryKind kind, UUID actor, String actorName, ComplaintStatus oldStatus, ComplaintStatus newStatus,
            String comment, @JsonInclude(JsonInclude.Include.NON_NULL) String internalNote, @JsonRawValue String details, String assignedToName,
            Instant createdAt) {
    }

    private final JdbcClient db;

    ComplaintHistory(JdbcClient db) {
        this.db = db;
    }

    public List<Update> updates(Complaint seen, Viewer viewer) {
        return db.sql("""
                SELECT h.id, h.old_status, h.new_status, h.comment, h.internal_note, h.actor_id, u.name, h.created_at
                FROM complaint_history h JOIN users u ON u.id = h.actor_id
                WHERE h.complaint_id = ? AND h.old_status IS NOT NULL
                ORDER BY h.sequence DESC
                """).param(seen.id()).query((row, _) -> update(row, isStaff(viewer))).list();
    }

    public List<Entry> everything(Complaint seen, Viewer viewer) {
        return entries(seen, viewer, 1, Integer.MAX_VALUE);
    }

    /** The change that led to a version. */
    public Optional<Entry> at(Complaint seen, int version, Viewer viewer) {
        return entries(seen, viewer, version, version).stream().findFirst();
    }

    private List<Entry> entries(Complaint seen, Viewer viewer, int from, int to) {
        boolean staff = isStaff(viewer);
        return db.sql("""
                SELECT h.sequence, h.kind, h.actor_id, u.name, h.old_status, h.new_status, h.comment, h.internal_note, h.details::text, a.name, h.created_at
                FROM complaint_history h JOIN users u ON u.id = h.actor_id LEFT JOIN users a ON a.id = (h.details ->> 'assigned_to')::uuid
                WHERE h.complaint_id = ? AND h.sequence BETWEEN ? AND ? AND (? OR h.kind <> ? OR h.comment IS NOT NULL)
                ORDER BY h.sequence DESC
                """).param(seen.id()).param(from).param(to).param(staff).param(HistoryKind.COMMENT.code()).query((row, _) -> entry(row, staff)).list();
    }

    private static boolean isStaff(Viewer viewer) {
        return viewer.role() != Role.CITIZEN;
    }

    private static Update update(ResultSet row, boolean staff) throws SQLException {
        String comment = row.getString(4);
        return new Update(row.getObject(1, UUID.class), ComplaintStatus.ofCode(row.getInt(2)), ComplaintStatus.ofCode(row.getInt(3)),
                comment == null ? "" : comment, staff ? row.getString(5) : null, row.getObject(6, UUID.class), row.getString(7),
                ComplaintRow.instant(row, 8));
    }

    private static Entry entry(ResultSet row, boolean staff) throws SQLException {
        return new Entry(row.getInt(1), HistoryKind.ofCode(row.getInt(2)), row.getObject(3, UUID.class), row.getString(4), status(row, 5),
                status(row, 6), row.getString(7), staff ? row.getString(8) : null, row.getString(9), row.getString(10), ComplaintRow.instant(row, 11));
    }

    private static ComplaintStatus status(ResultSet row, int column) throws SQLException {
        int code = row.getInt(column);
        return code == 0 ? null : ComplaintStatus.ofCode(code);
    }
}
