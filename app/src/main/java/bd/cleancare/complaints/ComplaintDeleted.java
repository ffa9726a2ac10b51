package bd.cleancare.complaints;

import java.util.UUID;

/**
 * A complaint is about to be gone. Published inside the transaction, with the complaint locked and still there: who keeps something about
 * it gives that up there.
 */
public record ComplaintDeleted(UUID complaintId) {
}
