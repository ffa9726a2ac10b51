package bd.cleancare.complaints;

import bd.cleancare.shared.Text;
import bd.cleancare.shared.Viewer;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One complaint at a time: reading it, filing it, and changing it together with its history. */
@Component
class ComplaintStore {

    private static final String BY_ID = "SELECT " + ComplaintRow.COLUMNS + " FROM complaints c WHERE c.id = ? AND ";

    private static final String FILE = """
            WITH filed AS (
                INSERT INTO complaints (id, tracking_number, user_id, title, description, category, priority, location, latitude, longitude,
                                        ward_number, image_count, idempotency_key, request_hash, search_text)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT DO NOTHING
                RETURNING *
            ), logged AS (
                INSERT INTO complaint_history (complaint_id, sequence, kind, actor_id, new_status) SELECT id, version, 1, user_id, status FROM filed
            )
            SELECT\s""" + ComplaintRow.COLUMNS + " FROM filed c";

    /** A request that carries an Idempotency-Key, and the fingerprint of what it asks. */
    record Key(String value, byte[] requestHash) {

        static final Key NONE = new Key(null, null);
    }

    /** A complaint filed earlier under a key. */
    record Earlier(UUID id, byte[] requestHash) {
    }

    private final JdbcClient db;
    private final ApplicationEventPublisher events;

    ComplaintStore(JdbcClient db, ApplicationEventPublisher events) {
        this.db = db;
        this.events = events;
    }

    Optional<Complaint> find(UUID id, Viewer viewer) {
        Condition visible = Condition.visibleTo(viewer);
        return db.sql(BY_ID + visible.sql()).param(id).params(visible.params()).query(ComplaintRow::read).optional();
    }

    Set<UUID> visibleAmong(Collection<UUID> ids, Viewer viewer) {
        Condition visible = Condition.visibleTo(viewer);
        return Set.copyOf(db.sql("SELECT c.id FROM complaints c WHERE c.id = ANY(?) AND " + visible.sql()).param(ids.toArray(UUID[]::new))
                .params(visible.params()).query(UUID.class).list());
    }

    /**
     * The complaint and the first row of its history in one statement; empty when the tracking number or the key is taken, which
     * only the insert itself can know.
     */
    Optional<Complaint> file(UUID id, TrackingNumber number, ComplaintDraft draft, int images, Key key, UUID owner) {
        return told(db.sql(FILE)
                .param(id).param(number.text()).param(owner).param(draft.title()).param(draft.description())
                .param(draft.category().code()).param(draft.priority().code()).param(draft.location())
                .param(draft.place() == null ? null : draft.place().latitude()).param(draft.place() == null ? null : draft.place().longitude())
                .param(draft.wardNumber()).param(images).param(key.value()).param(key.requestHash()).param(searchText(draft, number.text()))
                .query(ComplaintRow::read).optional());
    }

    Optional<Earlier> earlier(UUID owner, String key) {
        return db.sql("SELECT id, request_hash FROM complaints WHERE user_id = ? AND idempotency_key = ?").param(owner).param(key)
                .query((row, _) -> new Earlier(row.getObject(1, UUID.class), row.getBytes(2))).optional();
    }

    /**
     * Makes a change and writes its history in one statement: neither is there without the other. The actor's account is held first and
     * the complaint after it, the order in which an account is closed and gives its complaints back.
     *
     * @return the complaint as it is now; empty when the guard did not hold
     */
    Optional<Complaint> change(UUID id, GuardedUpdate update, HistoryEntry entry) {
        return told(db.sql("""
                WITH changed AS (
                    UPDATE complaints SET %s version = version + 1, updated_at = now(), staff_handled = staff_handled OR user_id <> :actor
                    WHERE id = :id AND EXISTS (SELECT FROM users WHERE id = :actor FOR KEY SHARE) AND %s
                    RETURNING *
                ), logged AS (
                    INSERT INTO complaint_history (complaint_id, sequence, kind, actor_id, old_status, new_status, comment, internal_note, details)
                    SELECT id, version, :kind, :actor, :old_status::smallint, :new_status::smallint, :comment, :internal_note, :details::jsonb FROM changed
                )
                SELECT %s FROM changed c
                """.formatted(update.assignments(), update.guard(), ComplaintRow.COLUMNS))
                .param("id", id).params(entry.params()).params(update.params())
                .query(ComplaintRow::read).optional());
    }

    private Optional<Complaint> told(Optional<Complaint> changed) {
        if (changed.isPresent()) {
            events.publishEvent(ComplaintNews.Waiting.NOW);
        }
        return changed;
    }

    /** Guarded by everything that makes a complaint somebody else's business too; until the commit it cannot become that. */
    boolean lockUntouched(UUID id, UUID owner) {
        return db.sql("SELECT id FROM complaints WHERE id = ? AND user_id = ? AND status = 1 AND assigned_to IS NULL AND NOT staff_handled FOR UPDATE")
                .param(id).param(owner).query(UUID.class).optional().isPresent();
    }

    /** The history goes with it. */
    void delete(UUID id) {
        db.sql("DELETE FROM complaints WHERE id = ?").param(id).update();
    }

    void markHandled(UUID id) {
        db.sql("UPDATE complaints SET staff_handled = true WHERE id = ? AND NOT staff_handled").param(id).update();
    }

    void addImages(UUID complaint, List<ComplaintPhotos.Image> images) {
        for (ComplaintPhotos.Image image : images) {
            db.sql("INSERT INTO complaint_images (id, complaint_id, name, file_size) VALUES (?, ?, ?, ?)")
                    .param(image.id()).param(complaint).param(image.name()).param(image.fileSize()).update();
        }
    }

    List<UUID> imageIds(UUID complaint) {
        return db.sql("SELECT id FROM complaint_images WHERE complaint_id = ?").param(complaint).query(UUID.class).list();
    }

    boolean imageVisibleTo(UUID image, Viewer viewer) {
        Condition visible = Condition.visibleTo(viewer);
        return db.sql("""
                SELECT EXISTS (SELECT FROM complaints c WHERE c.id = (
                    SELECT complaint_id FROM complaint_images WHERE id = ? UNION ALL SELECT complaint_id FROM complaint_work_photos WHERE id = ?) AND\s""" + visible.sql() + ")")
                .param(image).param(image).params(visible.params()).query(Boolean.class).single();
    }

    static String searchText(ComplaintDraft draft, String trackingNumber) {
        return Text.fold(draft.title() + " " + draft.description() + " " + trackingNumber);
    }
}
