package bd.cleancare.complaints;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

/** The columns of a complaint and how they are read: by position, because lists read a great many of them. */
final class ComplaintRow {

    /** Over {@code complaints c}; names and photos come with it, so that no list asks again for each of its rows. */
    static final String COLUMNS = """
            c.id, c.tracking_number, c.user_id, (SELECT u.name FROM users u WHERE u.id = c.user_id), c.title, c.description,
            c.category, c.priority, c.status, c.location, c.latitude::text, c.longitude::text, c.ward_number, c.assigned_to,
            (SELECT u.name FROM users u WHERE u.id = c.assigned_to), c.created_at, c.updated_at, c.resolved_at,
            CASE WHEN c.image_count = 0 THEN '[]' ELSE (
                SELECT json_agg(json_build_object('id', i.id, 'image_url', '/media/complaints/' || i.id || '/',
                    'thumbnail_url', '/media/complaints/' || i.id || '/thumbnail/', 'image_name', i.name, 'file_size', i.file_size,
                    'uploaded_at', i.uploaded_at) ORDER BY i.id)::text
                FROM complaint_images i WHERE i.complaint_id = c.id) END,
            c.version""";

    private ComplaintRow() {
    }

    static Complaint read(ResultSet row, int number) throws SQLException {
        return current(row);
    }

    static Complaint current(ResultSet row) throws SQLException {
        return new Complaint(row.getObject(1, UUID.class), row.getString(2), row.getObject(3, UUID.class), row.getString(4),
                row.getString(5), row.getString(6), Category.ofCode(row.getInt(7)), Priority.ofCode(row.getInt(8)),
                ComplaintStatus.ofCode(row.getInt(9)), row.getString(10), row.getString(11), row.getString(12), row.getString(13),
                row.getObject(14, UUID.class), row.getString(15), instant(row, 16), instant(row, 17), instant(row, 18),
                row.getString(19), row.getInt(20));
    }

    static Instant instant(ResultSet row, int column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
