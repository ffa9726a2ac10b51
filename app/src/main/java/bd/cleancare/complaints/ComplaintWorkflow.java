package bd.cleancare.complaints;

import bd.cleancare.complaints.Change.Forbidden.Reason;
import bd.cleancare.shared.Role;
import bd.cleancare.shared.Viewer;
import bd.cleancare.users.Users;
import java.util.Collections;
import java.util.HashMap;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Moves complaints along {@link ComplaintStatus}, gives them to people and lets people speak about them. */
@Component
public class ComplaintWorkflow {

    private final ComplaintStore store;
    private final ComplaintLimits limits;
    private final Users users;
    private final FormerStaff formerStaff;
    private final TransactionOperations transaction;

    ComplaintWorkflow(ComplaintStore store, ComplaintLimits limits, Users users, FormerStaff formerStaff, TransactionOperations transaction) {
        this.store = store;
        this.limits = limits;
        this.users = users;
        this.formerStaff = formerStaff;
        this.transaction = transaction;
    }

    /** An admin decides where the complaint stands. */
    public Change changeStatus(Complaint seen, ComplaintStatus to, Remark remark, Integer expectedVersion, Viewer viewer) {
        return viewer.isAdmin() ? move(HistoryKind.STATUS, seen, to, remark, expectedVersion, viewer) : new Change.Forbidden(Reason.ADMINS_ONLY);
    }

    /** The one it is assigned to begins. */
    public Change startWork(Complaint seen, Remark remark, Integer expectedVersion, Viewer viewer) {
        return moveAsAssignee(seen, ComplaintStatus.SUBMITTED, ComplaintStatus.IN_PROGRESS, remark, expectedVersion, viewer);
    }

    /** The one it is assigned to reports that it is done. */
    public Change workDone(Complaint seen, Remark remark, Integer expectedVersion, Viewer viewer) {
        return moveAsAssignee(seen, ComplaintStatus.IN_PROGRESS, ComplaintStatus.RESOLVED, remark, expectedVersion, viewer);
    }

    /** The owner no longer wants it followed up. */
    public Change withdraw(Complaint seen, Remark remark, Integer expectedVersion, Viewer viewer) {
        return seen.user().equals(viewer.id())
                ? move(HistoryKind.WITHDRAWN, seen, ComplaintStatus.CANCELLED, remark, expectedVersion, viewer)
                : new Change.Forbidden(Reason.OWNER_ONLY);
    }

    /** @param assignee an active admin or service provider; null takes it from whoever has it */
    public Change assign(Complaint seen, UUID assignee, Remark remark, Integer expectedVersion, Viewer viewer) {
        if (!viewer.isAdmin()) {
            return new Change.Forbidden(Reason.ADMINS_ONLY);
        }
        var update = new GuardedUpdate().set("assigned_to", ":assigned_to::uuid", assignee).whenVersion(expectedVersion)
                .when("status <> :cancelled", "cancelled", ComplaintStatus.CANCELLED.code());
        if (assignee != null) {
            if (users.byId(assignee).filter(account -> account.active() && account.role() != Role.CITIZEN).isEmpty()) {
                return new Change.NotStaff();
            }
            update.when("EXISTS (SELECT FROM users WHERE id = :assigned_to AND is_active AND role <> :citizen FOR SHARE)", "citizen", Role.CITIZEN.word());
        }
        var details = new HashMap<String, Object>(Collections.singletonMap("assigned_to", assignee));
        return apply(seen, update, HistoryEntry.of(HistoryKind.ASSIGNED, viewer.id(), remark, details), expectedVersion, viewer, seen.status());
    }

    /** Anybody who may see the complaint may comment; internal notes are staff's, the edge sees to that. */
    public Change comment(Complaint seen, Remark remark, Viewer viewer) {
        limits.takeComment(viewer.id());
        return apply(seen, new GuardedUpdate(), HistoryEntry.of(HistoryKind.COMMENT, viewer.id(), remark, null), null, viewer, seen.status());
    }

    private Change moveAsAssignee(Complaint seen, ComplaintStatus from, ComplaintStatus to, Remark remark, Integer expectedVersion, Viewer viewer) {
        if (!viewer.id().equals(seen.assignedTo())) {
            return new Change.Forbidden(Reason.ASSIGNEE_ONLY);
        }
        return seen.status() == from ? move(HistoryKind.STATUS, seen, to, remark, expectedVersion, viewer) : new Change.NoSuchStep(seen, to);
    }

    private Change move(HistoryKind kind, Complaint seen, ComplaintStatus to, Remark remark, Integer expectedVersion, Viewer viewer) {
        ComplaintStatus from = seen.status();
        if (!from.mayBecome(to)) {
            return new Change.NoSuchStep(seen, to);
        }
        var update = new GuardedUpdate()
                .set("status", to.code())
                .set("resolved_at", "CASE WHEN :resolved_at THEN now() END", to == ComplaintStatus.RESOLVED)
                .set("resolutions", "resolutions + :resolutions", to == ComplaintStatus.RESOLVED ? 1 : 0)
                .when("status = :seen_status", "seen_status", from.code())
                .whenVersion(expectedVersion);
        if (!viewer.isAdmin() && kind == HistoryKind.STATUS) {
            update.when("assigned_to = :actor", "actor", viewer.id());
        }
        var entry = HistoryEntry.statusMove(kind, viewer.id(), from, to, remark);
        return from == ComplaintStatus.RESOLVED ? transaction.execute(_ -> reopened(apply(seen, update, entry, expectedVersion, viewer, to), viewer))
                : apply(seen, update, entry, expectedVersion, viewer, to);
    }

    private Change reopened(Change change, Viewer viewer) {
        return change instanceof Change.Done(Complaint now) && formerStaff.release(now)
                ? store.find(now.id(), viewer).<Change>map(Change.Done::new).orElseGet(Change.Gone::new) : change;
    }

    private Change apply(Complaint seen, GuardedUpdate update, HistoryEntry entry, Integer expectedVersion, Viewer viewer, ComplaintStatus to) {
        if (expectedVersion != null && expectedVersion != seen.version()) {
            return new Change.Stale(seen);
        }
        return store.change(seen.id(), update, entry).<Change>map(Change.Done::new).orElseGet(() -> lost(seen, expectedVersion, to, viewer));
    }

    /** The guard did not hold: says what the complaint has become meanwhile. */
    private Change lost(Complaint seen, Integer expectedVersion, ComplaintStatus to, Viewer viewer) {
        Optional<Complaint> current = store.find(seen.id(), viewer);
        if (current.isEmpty()) {
            return new Change.Gone();
        }
        return expectedVersion != null && expectedVersion != current.get().version()
                ? new Change.Stale(current.get()) : new Change.NoSuchStep(current.get(), to);
    }
}
