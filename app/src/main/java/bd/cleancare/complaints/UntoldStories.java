package bd.cleancare.complaints;

import bd.cleancare.platform.i18n.Language;
import bd.cleancare.platform.i18n.Messages;
import bd.cleancare.platform.web.PublicUrl;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What stands in the history and has not been told, with all that texts about it may say. */
@Component
class UntoldStories {

    private final JdbcClient db;
    private final Messages messages;
    private final RatingLinks ratingLinks;
    private final PublicUrl publicUrl;

    UntoldStories(JdbcClient db, Messages messages, RatingLinks ratingLinks, PublicUrl publicUrl) {
        this.db = db;
        this.messages = messages;
        this.ratingLinks = ratingLinks;
        this.publicUrl = publicUrl;
    }

    /** Part of a transaction, which holds them. */
    List<ComplaintStory> claim(int most) {
        return db.sql("""
                SELECT h.complaint_id, h.sequence, h.kind, h.actor_id, h.old_status, h.new_status, h.comment, (h.details ->> 'assigned_to')::uuid AS given_to,
                    c.user_id, c.assigned_to, c.title, c.tracking_number, c.location
                FROM complaint_history h JOIN complaints c ON c.id = h.complaint_id
                WHERE h.untold ORDER BY h.id LIMIT ? FOR UPDATE OF h SKIP LOCKED
                """).param(most).query(this::read).list();
    }

    void told(List<ComplaintStory> stories) {
        db.sql("""
                UPDATE complaint_history h SET untold = false FROM unnest(?::uuid[], ?::integer[]) AS told (complaint_id, sequence)
                WHERE h.complaint_id = told.complaint_id AND h.sequence = told.sequence
                """).param(stories.stream().map(ComplaintStory::complaint).toArray(UUID[]::new))
                .param(stories.stream().map(ComplaintStory::sequence).toArray(Integer[]::new)).update();
    }

    private ComplaintStory read(ResultSet row, int number) throws SQLException {
        ComplaintStatus to = status(row, "new_status");
        var values = new HashMap<String, String>();
        values.put("tracking_number", row.getString("tracking_number"));
        values.put("title", row.getString("title"));
        values.put("location", row.getString("location"));
        values.put("comment", Objects.requireNonNullElse(row.getString("comment"), ""));
        if (to == ComplaintStatus.RESOLVED) {
            values.put("rating_link", publicUrl.to(ratingLinks.path(row.getObject("complaint_id", UUID.class))));
        }
        if (to != null) {
            values.put("status_bn", messages.get(Language.BANGLA, "complaint.status." + to));
            values.put("status_en", messages.get(Language.ENGLISH, "complaint.status." + to));
        }
        return new ComplaintStory(row.getObject("complaint_id", UUID.class), row.getInt("sequence"), HistoryKind.ofCode(row.getInt("kind")),
                row.getObject("actor_id", UUID.class), status(row, "old_status"), to, row.getString("comment") != null,
                row.getObject("given_to", UUID.class), row.getObject("user_id", UUID.class), row.getObject("assigned_to", UUID.class), values);
    }

    private static ComplaintStatus status(ResultSet row, String column) throws SQLException {
        int code = row.getInt(column);
        return row.wasNull() ? null : ComplaintStatus.ofCode(code);
    }
}
