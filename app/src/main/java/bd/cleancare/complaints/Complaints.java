package bd.cleancare.complaints;

import bd.cleancare.media.Photos;
import bd.cleancare.shared.Viewer;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
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
    private final ApplicationEventPublisher events;

    Complaints(ComplaintStore store, ComplaintLists lists, Photos photos, TransactionOperations transaction, ApplicationEventPublisher events) {
        this.store = store;
        this.lists = lists;
        this.photos = photos;
        this.transaction = transaction;
        this.events = events;
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
            boolean untouched = store.lockUntouched(seen.id(), viewer.id());
            if (untouched) {
                photos.discard(store.imageIds(seen.id()));
                events.publishEvent(new ComplaintDeleted(seen.id()));
                store.delete(seen.id());
            }
            return untouched;
        }));
        return deleted ? Deletion.DELETED : Deletion.ALREADY_HANDLED;
    }

    /** The staff did something about a complaint that is no change of it, such as answering its owner: from now on it cannot be deleted. */
    public void handledByStaff(UUID id) {
        store.markHandled(id);
    }
}
