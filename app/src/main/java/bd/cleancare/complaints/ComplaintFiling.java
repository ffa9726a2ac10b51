package bd.cleancare.complaints;

import bd.cleancare.media.PreparedPhotos;
import bd.cleancare.media.Upload;
import bd.cleancare.shared.Ids;
import bd.cleancare.shared.Viewer;
import bd.cleancare.wards.Wards;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Files complaints, each exactly once however often a phone without signal repeats the request. */
@Component
public class ComplaintFiling {

    private static final int DRAWS = 5;

    private final ComplaintStore store;
    private final ComplaintPhotos photos;
    private final TrackingNumbers numbers;
    private final ComplaintLimits limits;
    private final Wards wards;

    ComplaintFiling(ComplaintStore store, ComplaintPhotos photos, TrackingNumbers numbers, ComplaintLimits limits, Wards wards) {
        this.store = store;
        this.photos = photos;
        this.numbers = numbers;
        this.limits = limits;
        this.wards = wards;
    }

    /**
     * Files a complaint with its photos, all or nothing.
     *
     * @param idempotencyKey from the client, or null: the same key and the same request are the same complaint
     */
    public Filing file(ComplaintDraft draft, List<Upload> uploads, String idempotencyKey, Viewer viewer) {
        var key = idempotencyKey == null ? ComplaintStore.Key.NONE : new ComplaintStore.Key(idempotencyKey, RequestHash.of(draft, uploads));
        Optional<Filing> earlier = earlier(key, viewer);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        limits.takeFiling(viewer.id());
        return switch (photos.prepare(uploads, viewer)) {
            case PreparedPhotos.Refused refused -> new Filing.PhotosRefused(refused);
            case PreparedPhotos.Accepted accepted -> insert(draft.located(wards), accepted, key, viewer);
        };
    }

    private Optional<Filing> earlier(ComplaintStore.Key key, Viewer viewer) {
        return key.value() == null ? Optional.empty() : store.earlier(viewer.id(), key.value()).map(earlier ->
                RequestHash.same(earlier.requestHash(), key.requestHash())
                        ? store.find(earlier.id(), viewer).<Filing>map(Filing.Replayed::new).orElseGet(Filing.KeyReused::new)
                        : new Filing.KeyReused());
    }

    private Filing insert(ComplaintDraft draft, PreparedPhotos.Accepted accepted, ComplaintStore.Key key, Viewer viewer) {
        for (int i = 0; i < DRAWS; i++) {
            UUID id = Ids.next();
            TrackingNumber number = numbers.draw();
            Optional<Complaint> filed = photos.keepWith(accepted,
                    () -> store.file(id, number, draft, accepted.photos().size(), key, viewer.id()), viewer);
            if (filed.isPresent()) {
                return new Filing.Filed(filed.get());
            }
            // Nothing was inserted: the same request was faster on another thread, or the number is taken.
            Optional<Filing> twin = earlier(key, viewer);
            if (twin.isPresent()) {
                photos.discard(accepted);
                return twin.get();
            }
        }
        throw new IllegalStateException("No free tracking number in " + DRAWS + " draws");
    }
}
