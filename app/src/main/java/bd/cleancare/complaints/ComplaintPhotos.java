package bd.cleancare.complaints;

import bd.cleancare.media.Photos;
import bd.cleancare.media.PreparedPhotos;
import bd.cleancare.media.Upload;
import bd.cleancare.shared.GeoPoint;
import bd.cleancare.shared.Viewer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The photos of a complaint: at most five over all uploads, and of one upload all or none. */
@Component
public class ComplaintPhotos {

    public static final int MOST = 5;

    /** What became of an upload. */
    public sealed interface Adding {

        record Added(List<Image> images) implements Adding {
        }

        record NotOwner() implements Adding {
        }

        record NoneGiven() implements Adding {
        }

        record TooMany() implements Adding {
        }

        record Refused(PreparedPhotos.Refused why) implements Adding {
        }
    }

    /** @param exifPlace where the camera says it was; told to the uploader once and kept nowhere */
    public record Image(UUID id, String name, int fileSize, Instant uploadedAt, Optional<GeoPoint> exifPlace) {
    }

    private final ComplaintStore store;
    private final Photos photos;
    private final TransactionOperations transaction;

    ComplaintPhotos(ComplaintStore store, Photos photos, TransactionOperations transaction) {
        this.store = store;
        this.photos = photos;
        this.transaction = transaction;
    }

    public Adding add(Complaint seen, List<Upload> uploads, Viewer viewer) {
        if (!seen.user().equals(viewer.id())) {
            return new Adding.NotOwner();
        }
        if (uploads.isEmpty()) {
            return new Adding.NoneGiven();
        }
        // Only spares the work of decoding: the update below decides.
        if (uploads.size() > MOST || seen.photos().size() + uploads.size() > MOST) {
            return new Adding.TooMany();
        }
        return switch (prepare(uploads, viewer)) {
            case PreparedPhotos.Refused refused -> new Adding.Refused(refused);
            case PreparedPhotos.Accepted accepted -> attach(seen, accepted, viewer);
        };
    }

    private Adding attach(Complaint seen, PreparedPhotos.Accepted accepted, Viewer viewer) {
        int count = accepted.photos().size();
        var update = new GuardedUpdate().set("image_count", "image_count + :image_count", count)
                .when("image_count + :image_count <= :most", "most", MOST);
        var entry = HistoryEntry.of(HistoryKind.PHOTOS, viewer.id(), Remark.NONE, Map.of("count", count));
        return keepWith(accepted, () -> store.change(seen.id(), update, entry), viewer)
                .<Adding>map(changed -> new Adding.Added(images(accepted, changed.updatedAt())))
                .orElseGet(() -> {
                    photos.discard(accepted.ids());
                    return new Adding.TooMany();
                });
    }

    /** Stores the uploads as nobody's yet; outside any transaction. */
    PreparedPhotos prepare(List<Upload> uploads, Viewer viewer) {
        return uploads.isEmpty() ? new PreparedPhotos.Accepted(List.of()) : photos.prepare(uploads, viewer.id());
    }

    /** Runs a write and, where it took place, makes the photos part of its complaint in the same transaction. */
    Optional<Complaint> keepWith(PreparedPhotos.Accepted accepted, Supplier<Optional<Complaint>> write, Viewer viewer) {
        if (accepted.photos().isEmpty()) {
            return write.get();
        }
        return transaction.execute(_ -> write.get().map(written -> {
            store.addImages(written.id(), images(accepted, written.updatedAt()));
            photos.keep(accepted.ids(), viewer.id());
            return store.find(written.id(), viewer).orElse(written);
        }));
    }

    void discard(PreparedPhotos.Accepted accepted) {
        photos.discard(accepted.ids());
    }

    private static List<Image> images(PreparedPhotos.Accepted accepted, Instant uploadedAt) {
        return accepted.photos().stream().map(photo -> new Image(photo.id(), photo.fileName(), photo.size(), uploadedAt, photo.exifPlace())).toList();
    }
}
