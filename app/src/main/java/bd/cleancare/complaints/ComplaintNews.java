package bd.cleancare.complaints;

import bd.cleancare.notifications.Fact;
import bd.cleancare.notifications.Notifications;
import bd.cleancare.platform.i18n.Language;
import bd.cleancare.platform.i18n.Messages;
import bd.cleancare.platform.jobs.WorkLoop;
import bd.cleancare.platform.jobs.Worker;
import bd.cleancare.platform.web.PublicUrl;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells what stands in the history and has not been told. The history row commits with the change; telling it and marking it told share
 * a transaction. So nothing is lost between the two, and filing pays for none of it.
 */
@Component
class ComplaintNews extends Worker {

    /** The history has grown. */
    enum Waiting {
        NOW
    }

    private static final Duration EVERY = Duration.ofMillis(500);
    private static final int AT_ONCE = 100;

    private final JdbcClient db;
    private final Notifications notifications;
    private final Messages messages;
    private final RatingLinks ratingLinks;
    private final PublicUrl publicUrl;
    private final TransactionTemplate transaction;
    private final WorkLoop loop = new WorkLoop("complaint-news", EVERY, this::round);

    ComplaintNews(JdbcClient db, Notifications notifications, Messages messages, RatingLinks ratingLinks, PublicUrl publicUrl,
            TransactionTemplate transaction) {
        this.db = db;
        this.notifications = notifications;
        this.messages = messages;
        this.ratingLinks = ratingLinks;
        this.publicUrl = publicUrl;
        this.transaction = transaction;
    }

    /** There is something new, or there will be once the transaction around it commits. */
    @EventListener
    public void on(Waiting waiting) {
        loop.wake();
    }

    private boolean round() {
        return transaction.execute(_ -> tell(claim())) == AT_ONCE;
    }

    private List<ComplaintStory> claim() {
        return db.sql("""
                SELECT h.complaint_id, h.sequence, h.kind, h.actor_id, h.old_status, h.new_status, h.comment, (h.details ->> 'assigned_to')::uuid AS given_to,
                    c.user_id, c.assigned_to, c.title, c.tracking_number, c.location
                FROM complaint_history h JOIN complaints c ON c.id = h.complaint_id
                WHERE h.untold ORDER BY h.id LIMIT ? FOR UPDATE OF h SKIP LOCKED
                """).param(AT_ONCE).query(this::read).list();
    }

    private int tell(List<ComplaintStory> stories) {
        if (stories.isEmpty()) {
            return 0;
        }
        List<Fact> facts = stories.stream().flatMap(story -> story.facts().stream()).toList();
        if (!facts.isEmpty()) {
            notifications.tellAll(facts);
        }
        db.sql("""
                UPDATE complaint_history h SET untold = false FROM unnest(?::uuid[], ?::integer[]) AS told (complaint_id, sequence)
                WHERE h.complaint_id = told.complaint_id AND h.sequence = told.sequence
                """).param(stories.stream().map(ComplaintStory::complaint).toArray(UUID[]::new))
                .param(stories.stream().map(ComplaintStory::sequence).toArray(Integer[]::new)).update();
        return stories.size();
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

    @Override
    protected WorkLoop loop() {
        return loop;
    }
}
