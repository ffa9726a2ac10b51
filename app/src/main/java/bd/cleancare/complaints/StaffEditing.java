package bd.cleancare.complaints;

import bd.cleancare.shared.Viewer;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** An admin changes text, assignment and status in one go: all of it or none, each with its own row in the history. */
@Component
public class StaffEditing {

    /**
     * @param assignment null where it is not to change; holds nothing where the complaint is to be nobody's
     * @param status null where it is not to change
     */
    public record StaffEdit(UnaryOperator<ComplaintDraft> text, Assignment assignment, ComplaintStatus status) {
    }

    public record Assignment(UUID to) {
    }

    private final ComplaintEditing editing;
    private final ComplaintWorkflow workflow;
    private final TransactionOperations transaction;

    StaffEditing(ComplaintEditing editing, ComplaintWorkflow workflow, TransactionOperations transaction) {
        this.editing = editing;
        this.workflow = workflow;
        this.transaction = transaction;
    }

    public Change edit(Complaint seen, StaffEdit edit, Integer expectedVersion, Viewer viewer) {
        return transaction.execute(status -> {
            Change change = editing.edit(seen, edit.text(), expectedVersion, viewer);
            change = then(change, now -> assign(now, edit.assignment(), viewer));
            change = then(change, now -> move(now, edit.status(), viewer));
            if (!(change instanceof Change.Done)) {
                status.setRollbackOnly();
            }
            return change;
        });
    }

    private static Change then(Change change, Function<Complaint, Optional<Change>> step) {
        return change instanceof Change.Done(Complaint now) ? step.apply(now).orElse(change) : change;
    }

    private Optional<Change> assign(Complaint now, Assignment assignment, Viewer viewer) {
        return assignment == null || Objects.equals(assignment.to(), now.assignedTo()) ? Optional.empty()
                : Optional.of(workflow.assign(now, assignment.to(), Remark.NONE, null, viewer));
    }

    private Optional<Change> move(Complaint now, ComplaintStatus status, Viewer viewer) {
        return status == null || status == now.status() ? Optional.empty()
                : Optional.of(workflow.changeStatus(now, status, Remark.NONE, null, viewer));
    }
}
