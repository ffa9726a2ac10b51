package bd.cleancare.console;

import bd.cleancare.complaints.ComplaintQueue;
import bd.cleancare.complaints.ComplaintStatus;
import bd.cleancare.complaints.QueueFilter;
import bd.cleancare.complaints.Remark;
import bd.cleancare.shared.Ids;
import bd.cleancare.shared.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One change to everything that matches. It is written down here and carried out by {@link BulkWorker}. */
@Component
public class BulkJobs {

    private static final int REFUSALS_SHOWN = 200;

    /** What is to be done with each complaint. */
    public sealed interface Action {

        /** @param to null takes it from whoever has it */
        record Assign(UUID to) implements Action {
        }

        record Move(ComplaintStatus to) implements Action {
        }
    }

    /**
     * @param finished whether nothing more will be changed
     * @param cancelled whether that is because it was ended before its time
     */
    public record Progress(UUID id, Action action, int total, int done, int refused, boolean finished, boolean cancelled) {

        public int handled() {
            return done + refused;
        }
    }

    /** @param trackingNumber null where the complaint is gone */
    public record Refusal(UUID complaint, String trackingNumber, String reason) {
    }

    record Job(UUID id, UUID startedBy, Action action, Remark remark) {
    }

    private final JdbcClient db;
    private final ComplaintQueue queue;

    BulkJobs(JdbcClient db, ComplaintQueue queue) {
        this.db = db;
        this.queue = queue;
    }

    /** Takes down what matches at this moment; what comes to match later is not part of it. */
    @Transactional
    public UUID start(QueueFilter filter, Action action, Remark remark, Viewer viewer) {
        return start(queue.ids(filter, viewer), action, remark, viewer);
    }

    /** Just these; what the viewer may not see is refused when its turn comes. */
    @Transactional
    public UUID start(List<UUID> complaints, Action action, Remark remark, Viewer viewer) {
        UUID id = Ids.next();
        UUID assignee = action instanceof Action.Assign(UUID to) ? to : null;
        Short status = action instanceof Action.Move(ComplaintStatus to) ? to.code() : null;
        db.sql("INSERT INTO bulk_jobs (id, started_by, assigns, assignee, status, comment, internal_note) VALUES (?, ?, ?, ?, ?, ?, ?)")
                .params(id, viewer.id(), action instanceof Action.Assign, assignee, status, remark.comment(), remark.internalNote()).update();
        db.sql("INSERT INTO bulk_items (job_id, place, complaint_id) SELECT ?, place, complaint FROM unnest(?) WITH ORDINALITY AS all_of (complaint, place)")
                .param(id).param(complaints.toArray(UUID[]::new)).update();
        return id;
    }

    /** For the one who started it. */
    public Optional<Progress> progress(UUID id, Viewer viewer) {
        return db.sql("""
                SELECT j.assigns, j.assignee, j.status, count(i.job_id), count(*) FILTER (WHERE i.outcome = 1), count(*) FILTER (WHERE i.outcome = 2),
                    j.finished_at IS NOT NULL, j.cancelled_at IS NOT NULL
                FROM bulk_jobs j LEFT JOIN bulk_items i ON i.job_id = j.id WHERE j.id = ? AND j.started_by = ? GROUP BY j.id
                """).param(id).param(viewer.id())
                .query((row, _) -> new Progress(id, action(row, 1), row.getInt(4), row.getInt(5), row.getInt(6), row.getBoolean(7),
                        row.getBoolean(8))).optional();
    }

    /** Ends what is not finished: nothing more is changed from here on. */
    public void cancel(UUID id, Viewer viewer) {
        db.sql("UPDATE bulk_jobs SET cancelled_at = now(), finished_at = now() WHERE id = ? AND started_by = ? AND finished_at IS NULL").params(id, viewer.id()).update();
    }

    public List<Refusal> refusals(UUID id) {
        return db.sql("""
                SELECT i.complaint_id, c.tracking_number, i.reason FROM bulk_items i LEFT JOIN complaints c ON c.id = i.complaint_id
                WHERE i.job_id = ? AND i.outcome = 2 ORDER BY i.place LIMIT ?
                """).param(id).param(REFUSALS_SHOWN).query((row, _) -> new Refusal(row.getObject(1, UUID.class), row.getString(2), row.getString(3))).list();
    }

    List<Job> unfinished() {
        return db.sql("SELECT assigns, assignee, status, id, started_by, comment, internal_note FROM bulk_jobs WHERE finished_at IS NULL ORDER BY created_at, id")
                .query((row, _) -> new Job(row.getObject(4, UUID.class), row.getObject(5, UUID.class), action(row, 1),
                        new Remark(row.getString(6), row.getString(7)))).list();
    }

    record Item(int place, UUID complaint) {
    }

    List<Item> waiting(UUID job, int most) {
        return db.sql("""
                SELECT i.place, i.complaint_id FROM bulk_items i JOIN bulk_jobs j ON j.id = i.job_id AND j.finished_at IS NULL
                WHERE i.job_id = ? AND i.outcome = 0 ORDER BY i.place LIMIT ?
                """).param(job).param(most)
                .query((row, _) -> new Item(row.getInt(1), row.getObject(2, UUID.class))).list();
    }

    /**
     * Whether the caller is the one who handles it; whoever comes second waits for the first and then finds it taken. A job is ended
     * between two of its complaints, never during one: the lock makes {@link #cancel} wait, and the next one finds it ended.
     */
    boolean take(UUID job, Item item) {
        return db.sql("""
                WITH going AS (SELECT id FROM bulk_jobs WHERE id = ? AND finished_at IS NULL FOR SHARE)
                UPDATE bulk_items SET outcome = 1 FROM going WHERE job_id = going.id AND place = ? AND outcome = 0
                """).params(job, item.place()).update() == 1;
    }

    void refuse(UUID job, Item item, String reason) {
        db.sql("UPDATE bulk_items SET outcome = 2, reason = ? WHERE job_id = ? AND place = ?").param(reason).param(job).param(item.place()).update();
    }

    void finish(UUID job) {
        db.sql("UPDATE bulk_jobs SET finished_at = now() WHERE id = ? AND NOT EXISTS (SELECT FROM bulk_items WHERE job_id = bulk_jobs.id AND outcome = 0)")
                .param(job).update();
    }

    private static Action action(ResultSet row, int first) throws SQLException {
        return row.getBoolean(first) ? new Action.Assign(row.getObject(first + 1, UUID.class))
                : new Action.Move(ComplaintStatus.ofCode(row.getInt(first + 2)));
    }
}
