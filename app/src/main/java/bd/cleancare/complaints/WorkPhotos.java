package bd.cleancare.complaints;

import bd.cleancare.media.Photos;
import bd.cleancare.media.PreparedPhotos;
import bd.cleancare.media.Upload;
import bd.cleancare.shared.Viewer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Photos by those who do the work, kept apart from the reporter's own: at most five, and not part of the {@code images} of the contract. */
@Component
public class WorkPhotos {

    public static final int MOST = 5;

    /** What became of an upload. */
    public sealed interface Adding {

        record Added(Complaint complaint) implements Adding {
        }

        record NotYours() implements Adding {
        }

        record NoneGiven() implements Adding {
        }

        record TooMany() implements Adding {
        }

        record Refused(PreparedPhotos.Refused why) implements Adding {
        }
    }

    private final JdbcClient db;
    private final ComplaintStore store;
    private final Photos photos;
    private final TransactionOperations transaction;

    WorkPhotos(JdbcClient db, ComplaintStore store, Photos photos, TransactionOperations transaction) {
        this.db = db;
        this.store = store;
        this.photos = photos;
        this.transaction = transaction;
    }

    public List<Complaint.Image> of(Complaint seen) {
        return db.sql("SELECT id, name, file_size, uploaded_at FROM complaint_work_photos WHERE complaint_id = ? ORDER BY id").param(seen.id())
                .query((row, _) -> {
                    String url = "/media/complaints/" + row.getString(1) + "/";
                    return new Complaint.Image(row.getObject(1, UUID.class), url, url + "thumbnail/", row.getString(2), row.getInt(3), ComplaintRow.instant(row, 4));
                }).list();
    }

    /** Admins and whoever the complaint is assigned to may add some. */
    public Adding add(Complaint seen, List<Upload> uploads, Viewer viewer) {
        if (!viewer.isAdmin() && !viewer.id().equals(seen.assignedTo())) {
            return new Adding.NotYours();
        }
        if (uploads.isEmpty()) {
            return new Adding.NoneGiven();
        }
        // Only spares the work of decoding: the update below decides.
        if (uploads.size() > MOST) {
            return new Adding.TooMany();
        }
        return switch (photos.prepare(uploads, viewer.id())) {
            case PreparedPhotos.Refused refused -> new Adding.Refused(refused);
            case PreparedPhotos.Accepted accepted -> attach(seen, accepted, viewer);
        };
    }

    /** Photos that were prepared before, by an admin or whoever the complaint is assigned to. */
    public Adding attach(Complaint seen, PreparedPhotos.Accepted accepted, Viewer viewer) {
        int count = accepted.photos().size();
        var update = new GuardedUpdate().set("work_photo_count", "work_photo_count + :work_photo_count", count)
                .when("work_photo_count + :work_photo_count <= :most", "most", MOST);
        if (!viewer.isAdmin()) {
            update.when("assigned_to = :actor", "actor", viewer.id());
        }
        var entry = HistoryEntry.of(HistoryKind.PHOTOS, viewer.id(), Remark.NONE, Map.of("count", count, "work", true));
        Optional<Complaint> changed = transaction.execute(_ -> {
            Optional<Complaint> written = store.change(seen.id(), update, entry);
            written.ifPresent(complaint -> keep(complaint, accepted, viewer));
            return written;
        });
        if (changed.isEmpty()) {
            photos.discard(accepted.ids());
            return new Adding.TooMany();
        }
        return new Adding.Added(changed.get());
    }

    private void keep(Complaint complaint, PreparedPhotos.Accepted accepted, Viewer viewer) {
        for (PreparedPhotos.Photo photo : accepted.photos()) {
            db.sql("INSERT INTO complaint_work_photos (id, complaint_id, name, file_size, uploaded_by) VALUES (?, ?, ?, ?, ?)")
                    .params(photo.id(), complaint.id(), photo.fileName(), photo.size(), viewer.id()).update();
        }
        photos.keep(accepted.ids(), viewer.id());
    }
}
