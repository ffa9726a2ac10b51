package bd.cleancare.complaints;

import bd.cleancare.media.Photos;
import bd.cleancare.shared.Viewer;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The front door to complaints. A {@link Complaint} can only be had through its viewer, and the doors that change one
 * ({@link ComplaintEditing}, {@link ComplaintWorkflow}, {@link ComplaintPhotos}) take what was found here.
 */
@Component
public class Complaints {

    /** What became of a wish to delete. */
    public enum Deletion { DELETED, NOT_OWNER, ALREADY_HANDLED }

    private final ComplaintStore store;
    private final ComplaintLists lists;
    private final Photos photos;
    private final TransactionOperations transaction;

    Complaints(ComplaintStore store, ComplaintLists lists, Photos photos, TransactionOperations transaction) {
        this.store = store;
        this.lists = lists;
        this.photos = photos;
        this.transaction = transaction;
    }

    /** Empty when there is none or the viewer may not know of it. */
    public Optional<Complaint> find(UUID id, Viewer viewer) {
        return id == null ? Optional.empty() : store.find(id, viewer);
    }

    /** What the viewer may see of what the query asks for. */
    public ComplaintPage list(ComplaintQuery query, Viewer viewer) {
        return lists.list(query, viewer);
    }

    /** Which of some complaints the viewer may see. */
    public Set<UUID> visibleAmong(Collection<UUID> ids, Viewer viewer) {
        return ids.isEmpty() ? Set.of() : store.visibleAmong(ids, viewer);
    }

    /** Whether the viewer may see the complaint a photo belongs to. */
    public boolean mayFetch(UUID image, Viewer viewer) {
        return image != null && store.imageVisibleTo(image, viewer);
    }

    /** Only its owner may take a complaint back as if it had never been, and only while nobody has handled it. */
    public Deletion delete(Complaint seen, Viewer viewer) {
        if (!seen.user().equals(viewer.id())) {
            return Deletion.NOT_OWNER;
        }
        boolean deleted = Boolean.TRUE.equals(transaction.execute(_ -> {
            List<UUID> images = store.imageIds(seen.id());
            boolean done = store.deleteUntouched(seen.id(), viewer.id());
            if (done) {
                photos.discard(images);
            }
            return done;
        }));
        return deleted ? Deletion.DELETED : Deletion.ALREADY_HANDLED;
    }
}
