package bd.cleancare.complaints;

import bd.cleancare.shared.Viewer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Two reports of one thing: the later one points at the one that is followed up, and is closed where it was open. */
@Component
public class ComplaintDuplicates {

    /** A complaint at the other end of the link. */
    public record Linked(UUID id, String trackingNumber) {
    }

    /** What became of the wish to link two complaints. */
    public sealed interface Marking {

        record Changed(Change change) implements Marking {
        }

        /** The number leads to no complaint the viewer may see, or to this one. */
        record NoSuchComplaint() implements Marking {
        }

        /** One of the two already is such a copy, or has copies: links are one step long. */
        record WouldChain() implements Marking {
        }
    }

    private final JdbcClient db;
    private final ComplaintStore store;
    private final TransactionOperations transaction;

    ComplaintDuplicates(JdbcClient db, ComplaintStore store, TransactionOperations transaction) {
        this.db = db;
        this.store = store;
        this.transaction = transaction;
    }

    public Marking mark(Complaint seen, TrackingNumber original, Remark remark, Integer expectedVersion, Viewer viewer) {
        if (!viewer.isAdmin()) {
            return new Marking.Changed(new Change.Forbidden(Change.Forbidden.Reason.ADMINS_ONLY));
        }
        if (expectedVersion != null && expectedVersion != seen.version()) {
            return new Marking.Changed(new Change.Stale(seen));
        }
        Optional<Complaint> other = byNumber(original, viewer).filter(found -> !found.id().equals(seen.id()));
        return other.isEmpty() ? new Marking.NoSuchComplaint()
                : transaction.execute(_ -> link(seen, other.get(), remark, viewer));
    }

    /** The one this is a copy of. */
    public Optional<Linked> originalOf(Complaint seen) {
        return db.sql("SELECT o.id, o.tracking_number FROM complaints c JOIN complaints o ON o.id = c.duplicate_of WHERE c.id = ?").param(seen.id())
                .query((row, _) -> new Linked(row.getObject(1, UUID.class), row.getString(2))).optional();
    }

    public List<Linked> copiesOf(Complaint seen) {
        return db.sql("SELECT id, tracking_number FROM complaints WHERE duplicate_of = ? ORDER BY created_at, id LIMIT 50").param(seen.id())
                .query((row, _) -> new Linked(row.getObject(1, UUID.class), row.getString(2))).list();
    }

    /** Both rows are locked in one order, so that two people cannot make each the copy of the other. */
    private Marking link(Complaint seen, Complaint original, Remark remark, Viewer viewer) {
        db.sql("SELECT id FROM complaints WHERE id IN (:ids) ORDER BY id FOR UPDATE").param("ids", List.of(seen.id(), original.id())).query(UUID.class).list();
        boolean chained = db.sql("SELECT EXISTS (SELECT FROM complaints WHERE id = :original AND duplicate_of IS NOT NULL OR id = :copy AND duplicate_of IS NOT NULL "
                + "OR duplicate_of = :copy)").param("original", original.id()).param("copy", seen.id()).query(Boolean.class).single();
        if (chained) {
            return new Marking.WouldChain();
        }
        boolean closes = seen.status().mayBecome(ComplaintStatus.CANCELLED);
        var update = new GuardedUpdate().set("duplicate_of", original.id()).whenVersion(seen.version());
        if (closes) {
            update.set("status", ComplaintStatus.CANCELLED.code());
        }
        var entry = new HistoryEntry(HistoryKind.DUPLICATE, viewer.id(), closes ? seen.status() : null, closes ? ComplaintStatus.CANCELLED : null, remark,
                Map.of("duplicate_of", original.trackingNumber()));
        return new Marking.Changed(store.change(seen.id(), update, entry).<Change>map(Change.Done::new)
                .orElseGet(() -> store.find(seen.id(), viewer).<Change>map(Change.Stale::new).orElseGet(Change.Gone::new)));
    }

    private Optional<Complaint> byNumber(TrackingNumber number, Viewer viewer) {
        return db.sql("SELECT id FROM complaints WHERE tracking_number = ?").param(number.text()).query(UUID.class).optional()
                .flatMap(id -> store.find(id, viewer));
    }
}
