package bd.cleancare.complaints;

import bd.cleancare.media.Photos;
import bd.cleancare.media.PreparedPhotos;
import bd.cleancare.media.Upload;
import bd.cleancare.shared.GeoPoint;
import bd.cleancare.shared.Viewer;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Reports that are written page by page, until they are filed: what was typed and the photos sent so far, one draft per person. */
@Component
public class ReportDrafts {

    /** What became of a photo. */
    public sealed interface Adding {

        /** @param place where the camera says it was */
        record Added(ReportDraft.Photo photo, Optional<GeoPoint> place) implements Adding {
        }

        record TooMany() implements Adding {
        }

        record Refused(PreparedPhotos.Refused why) implements Adding {
        }
    }

    private final ReportDraftStore store;
    private final Photos photos;
    private final ComplaintFiling filing;
    private final TransactionOperations transaction;

    ReportDrafts(ReportDraftStore store, Photos photos, ComplaintFiling filing, TransactionOperations transaction) {
        this.store = store;
        this.photos = photos;
        this.filing = filing;
        this.transaction = transaction;
    }

    public ReportDraft of(Viewer viewer) {
        return store.of(viewer.id()).orElse(ReportDraft.EMPTY);
    }

    public void save(Viewer viewer, Map<String, String> fields) {
        store.save(viewer.id(), fields);
    }

    /** @param clientKey the same for every repetition of one upload */
    public Adding addPhoto(Viewer viewer, Upload upload, String clientKey) {
        UUID draft = store.save(viewer.id(), Map.of());
        Optional<ReportDraft.Photo> before = store.photo(draft, clientKey);
        if (before.isPresent()) {
            return new Adding.Added(before.get(), Optional.empty());
        }
        if (of(viewer).photos().size() >= ComplaintPhotos.MOST) {
            return new Adding.TooMany();
        }
        return switch (photos.prepare(List.of(upload), viewer.id())) {
            case PreparedPhotos.Refused refused -> new Adding.Refused(refused);
            case PreparedPhotos.Accepted accepted -> attach(draft, accepted.photos().getFirst(), clientKey);
        };
    }

    private Adding attach(UUID draft, PreparedPhotos.Photo prepared, String clientKey) {
        var photo = new ReportDraft.Photo(prepared.id(), prepared.fileName(), prepared.size());
        boolean added = Boolean.TRUE.equals(transaction.execute(_ ->
                store.lockAndCountPhotos(draft) < ComplaintPhotos.MOST && store.addPhoto(draft, photo, clientKey)));
        if (!added) {
            photos.discard(List.of(prepared.id()));
            return store.photo(draft, clientKey).<Adding>map(twin -> new Adding.Added(twin, Optional.empty())).orElseGet(Adding.TooMany::new);
        }
        prepared.exifPlace().ifPresent(place -> suggestPlace(draft, place));
        return new Adding.Added(photo, prepared.exifPlace());
    }

    /** What a photo says about where it was taken; counts only where the person has not said a place. */
    public void suggestPlace(Viewer viewer, GeoPoint place) {
        suggestPlace(store.save(viewer.id(), Map.of()), place);
    }

    private void suggestPlace(UUID draft, GeoPoint place) {
        store.suggestPlace(draft, Map.of("latitude", place.latitude().toPlainString(), "longitude", place.longitude().toPlainString(), "place_from", "photo"));
    }

    public void removePhoto(Viewer viewer, UUID photo) {
        if (store.removePhoto(viewer.id(), photo)) {
            photos.discard(List.of(photo));
        }
    }

    /** Takes out photos that waited so long that they were swept. @return how many */
    public int dropLostPhotos(Viewer viewer) {
        var all = of(viewer).photos().stream().map(ReportDraft.Photo::id).toList();
        var there = new HashSet<>(photos.stillPending(all, viewer.id()));
        var lost = all.stream().filter(id -> !there.contains(id)).toList();
        lost.forEach(id -> store.removePhoto(viewer.id(), id));
        return lost.size();
    }

    /** Begins again from nothing. */
    public void discard(Viewer viewer) {
        var all = of(viewer).photos().stream().map(ReportDraft.Photo::id).toList();
        store.delete(viewer.id());
        photos.discard(all);
    }

    /**
     * Files what was written. However often it is sent, one draft is one complaint.
     *
     * @param draftId of the draft as the person saw it
     * @param complaint what its fields say
     * @return empty when that draft is gone and was not filed
     */
    public Optional<Filing> file(Viewer viewer, UUID draftId, ComplaintDraft complaint) {
        ReportDraft draft = of(viewer);
        if (!draftId.equals(draft.id())) {
            return filed(viewer, draftId).map(Filing.Replayed::new);
        }
        var prepared = draft.photos().stream().map(photo -> new PreparedPhotos.Photo(photo.id(), photo.name(), photo.size(), 0, 0, Optional.empty())).toList();
        Filing done = filing.filePrepared(complaint, prepared, draftId.toString(), viewer);
        store.delete(viewer.id(), draftId);
        return done instanceof Filing.KeyReused ? filed(viewer, draftId).map(Filing.Replayed::new) : Optional.of(done);
    }

    /** The complaint a draft has become. */
    public Optional<Complaint> filed(Viewer viewer, UUID draftId) {
        return filing.filedUnder(draftId.toString(), viewer);
    }
}
