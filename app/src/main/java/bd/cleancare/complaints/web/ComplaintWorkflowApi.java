package bd.cleancare.complaints.web;

import bd.cleancare.complaints.Change;
import bd.cleancare.complaints.Complaint;
import bd.cleancare.complaints.ComplaintHistory;
import bd.cleancare.complaints.ComplaintStatus;
import bd.cleancare.complaints.ComplaintWorkflow;
import bd.cleancare.complaints.Complaints;
import bd.cleancare.complaints.Remark;
import bd.cleancare.platform.security.Access;
import bd.cleancare.platform.web.Fields;
import bd.cleancare.platform.web.OneOf;
import bd.cleancare.platform.web.Problem;
import bd.cleancare.platform.web.RequestFields;
import bd.cleancare.platform.web.Summary;
import bd.cleancare.shared.Ids;
import bd.cleancare.shared.Viewer;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Moving a complaint along, giving it to somebody, speaking about it, and reading what happened. */
@RestController
@RequestMapping("/api/complaints/{id}")
class ComplaintWorkflowApi {

    record StatusUpdated(String message, Complaint complaint) {
    }

    private final Complaints complaints;
    private final ComplaintWorkflow workflow;
    private final ComplaintHistory history;

    ComplaintWorkflowApi(Complaints complaints, ComplaintWorkflow workflow, ComplaintHistory history) {
        this.complaints = complaints;
        this.workflow = workflow;
        this.history = history;
    }

    /** The contract refuses in this order: not visible, not an admin, no status, no such status, no such step. */
    @Summary("Move a complaint to another status")
    @Access(Access.Rule.SIGNED_IN)
    @PostMapping("/update_status")
    @Fields(required = "new_status", optional = {"comment", "internal_note", "version"})
    @OneOf(field = "new_status", list = ComplaintStatus.class)
    ResponseEntity<StatusUpdated> updateStatus(@PathVariable String id, RequestFields fields,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String ifMatch, Viewer viewer) {
        Complaint seen = found(id, viewer);
        if (!viewer.isAdmin()) {
            throw ComplaintAnswers.adminsOnly();
        }
        var to = fields.optionalChoice("new_status", ComplaintStatus::ofWord);
        Remark remark = ComplaintFields.remark(fields, viewer);
        if (to == null) {
            throw Problem.error(400, "new_status_required", "new_status is required");
        }
        Integer expected = ComplaintAnswers.expectedVersion(ifMatch, fields, seen);
        Complaint now = ComplaintAnswers.changed(workflow.changeStatus(seen, to, remark, expected, viewer));
        return ComplaintAnswers.with(HttpStatus.OK, now).body(new StatusUpdated("Status updated successfully", now));
    }

    @Summary("Assign a complaint")
    @Access(Access.Rule.SIGNED_IN)
    @PostMapping("/assign")
    @Fields(required = "assigned_to", optional = {"comment", "internal_note", "version"})
    ResponseEntity<Complaint> assign(@PathVariable String id, RequestFields fields,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String ifMatch, Viewer viewer) {
        Complaint seen = found(id, viewer);
        if (!viewer.isAdmin()) {
            throw Problem.detail(403, "forbidden");
        }
        if (!fields.has("assigned_to")) {
            fields.errors().add("assigned_to", "field.required");
        }
        UUID assignee = ComplaintFields.account(fields, "assigned_to");
        Remark remark = ComplaintFields.remark(fields, viewer);
        Integer expected = ComplaintAnswers.expectedVersion(ifMatch, fields, seen);
        return ComplaintAnswers.ok(ComplaintAnswers.changed(workflow.assign(seen, assignee, remark, expected, viewer)));
    }

    @Summary("Say that work on a complaint has begun")
    @Access(Access.Rule.SIGNED_IN)
    @PostMapping("/start_work")
    @Fields(optional = {"comment", "internal_note", "version"})
    ResponseEntity<Complaint> startWork(@PathVariable String id, RequestFields fields,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String ifMatch, Viewer viewer) {
        return step(id, fields, ifMatch, viewer, workflow::startWork);
    }

    @Summary("Say that the work is done")
    @Access(Access.Rule.SIGNED_IN)
    @PostMapping("/work_done")
    @Fields(required = "comment", optional = {"internal_note", "version"})
    ResponseEntity<Complaint> workDone(@PathVariable String id, RequestFields fields,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String ifMatch, Viewer viewer) {
        return step(id, fields, ifMatch, viewer, (seen, remark, expected, by) -> {
            fields.text("comment", Remark.LONGEST);
            fields.throwIfBad();
            return workflow.workDone(seen, remark, expected, by);
        });
    }

    @Summary("Withdraw my complaint")
    @Access(Access.Rule.SIGNED_IN)
    @PostMapping("/withdraw")
    @Fields(optional = {"comment", "version"})
    ResponseEntity<Complaint> withdraw(@PathVariable String id, RequestFields fields,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String ifMatch, Viewer viewer) {
        return step(id, fields, ifMatch, viewer, workflow::withdraw);
    }

    private interface Step {
        Change take(Complaint seen, Remark remark, Integer expectedVersion, Viewer viewer);
    }

    private ResponseEntity<Complaint> step(String id, RequestFields fields, String ifMatch, Viewer viewer, Step step) {
        Complaint seen = found(id, viewer);
        Remark remark = ComplaintFields.remark(fields, viewer);
        Integer expected = ComplaintAnswers.expectedVersion(ifMatch, fields, seen);
        return ComplaintAnswers.ok(ComplaintAnswers.changed(step.take(seen, remark, expected, viewer)));
    }

    @Summary("Comment on a complaint")
    @Access(Access.Rule.SIGNED_IN)
    @PostMapping("/comments")
    @Fields(optional = {"comment", "internal_note"})
    ResponseEntity<ComplaintHistory.Entry> comment(@PathVariable String id, RequestFields fields, Viewer viewer) {
        Complaint seen = found(id, viewer);
        Remark remark = ComplaintFields.remark(fields, viewer);
        if (remark.isEmpty()) {
            fields.text("comment", Remark.LONGEST);
            fields.throwIfBad();
        }
        Complaint now = ComplaintAnswers.changed(workflow.comment(seen, remark, viewer));
        return ComplaintAnswers.with(HttpStatus.CREATED, now).body(history.at(now, now.version(), viewer).orElseThrow(Problem::notFound));
    }

    @Summary("List how the status of a complaint changed")
    @Access(Access.Rule.SIGNED_IN)
    @GetMapping("/updates")
    List<ComplaintHistory.Update> updates(@PathVariable String id, Viewer viewer) {
        return history.updates(found(id, viewer), viewer);
    }

    @Summary("List everything that happened to a complaint")
    @Access(Access.Rule.SIGNED_IN)
    @GetMapping("/history")
    List<ComplaintHistory.Entry> history(@PathVariable String id, Viewer viewer) {
        return history.everything(found(id, viewer), viewer);
    }

    private Complaint found(String id, Viewer viewer) {
        return complaints.find(Ids.parse(id), viewer).orElseThrow(Problem::notFound);
    }
}
