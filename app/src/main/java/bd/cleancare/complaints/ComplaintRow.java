package bd.cleancare.complaints;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

/** The columns of a complaint and how they are read: by position, because lists read a great many of them. */
final class ComplaintRow {

    /**
     * Over {@code complaints c}; names and photos come with it, so that no list asks again for each of its rows. A photo is written to the
     * letter as Jackson writes one, whose times have no decimals, three or six.
     */
    static final String COLUMNS = """
            c.id, c.tracking_number, c.user_id, (SELECT u.name FROM users u WHERE u.id = c.user_id), c.title, c.description,
            c.category, c.priority, c.status, c.location, c.latitude::text, c.longitude::text, c.ward_number, c.assigned_to,
            (SELECT u.name FROM users u WHERE u.id = c.assigned_to), c.created_at, c.updated_at, c.resolved_at,
            CASE WHEN c.image_count = 0 THEN '[]' ELSE (
                SELECT '[' || string_agg(row_to_json(p)::text, ',' ORDER BY p.id) || ']' FROM (
                    SELECT i.id, '/media/complaints/' || i.id || '/' AS image_url, '/media/complaints/' || i.id || '/thumbnail/' AS thumbnail_url,
                        i.name AS image_name, i.file_size,
                        regexp_replace(to_char(i.uploaded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), '(\\.000000|000)Z$', 'Z') AS uploaded_at
                    FROM complaint_images i WHERE i.complaint_id = c.id) p) END,
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
