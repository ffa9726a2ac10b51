package bd.cleancare.console.web;

import bd.cleancare.complaints.Change;
import bd.cleancare.complaints.Complaint;
import bd.cleancare.complaints.ComplaintStatus;
import bd.cleancare.complaints.ComplaintWorkflow;
import bd.cleancare.complaints.Remark;
import bd.cleancare.console.Labels;
import bd.cleancare.platform.pages.Form;
import bd.cleancare.platform.pages.Page;
import bd.cleancare.platform.security.Access;
import bd.cleancare.platform.web.Problem;
import bd.cleancare.platform.web.RequestFields;
import bd.cleancare.shared.Ids;
import bd.cleancare.shared.Viewer;
import bd.cleancare.users.Account;
import bd.cleancare.users.Users;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The forms by which staff move a complaint along, give it to somebody and speak about it. */
@Controller
@RequestMapping("/console/complaints/{id}")
class HandlingController {

    private final Handling handling;
    private final ComplaintWorkflow workflow;
    private final ComplaintController pages;
    private final Conflict conflict;
    private final Users users;

    HandlingController(Handling handling, ComplaintWorkflow workflow, ComplaintController pages, Conflict conflict, Users users) {
        this.handling = handling;
        this.workflow = workflow;
        this.pages = pages;
        this.conflict = conflict;
        this.users = users;
    }

    @Access(Access.Rule.ADMINS)
    @PostMapping("/status/")
    Page status(@PathVariable String id, RequestFields fields, Viewer viewer) {
        Complaint seen = handling.found(id, viewer);
        try {
            ComplaintStatus to = fields.choice("status", word -> Labels.find(ComplaintStatus.class, word));
            Remark remark = Handling.remark(fields);
            Change change = workflow.changeStatus(seen, to, remark, Handling.version(fields), viewer);
            if (change instanceof Change.Stale(Complaint current)) {
                return conflict.page(current, fields, "status/", remarkAnd(fields, Conflict.choice("status", Labels.key(current.status()), fields, Labels.key(to))), viewer);
            }
            Handling.refuse(change);
            return Page.redirect(Handling.path(seen)).flash("console.done.status");
        } catch (Problem refused) {
            return again(seen, fields, refused, viewer);
        }
    }

    @Access(Access.Rule.ADMINS)
    @PostMapping("/assign/")
    Page assign(@PathVariable String id, RequestFields fields, Viewer viewer) {
        Complaint seen = handling.found(id, viewer);
        try {
            UUID to = Ids.parse(fields.optionalText("assignee", 40));
            Change change = workflow.assign(seen, to, Handling.remark(fields), Handling.version(fields), viewer);
            if (change instanceof Change.Stale(Complaint current)) {
                String name = to == null ? "" : users.byId(to).map(Account::name).orElse("");
                var chosen = new Conflict.Row("assignee", "console.field.assignee", current.assignedToName(), fields.typed().getOrDefault("assignee", ""), "=" + name);
                return conflict.page(current, fields, "assign/", remarkAnd(fields, chosen), viewer);
            }
            Handling.refuse(change);
            return Page.redirect(Handling.path(seen)).flash(to == null ? "console.done.unassigned" : "console.done.assigned");
        } catch (Problem refused) {
            return again(seen, fields, refused, viewer);
        }
    }

    private static List<Conflict.Row> remarkAnd(RequestFields fields, Conflict.Row chosen) {
        var rows = new ArrayList<>(List.of(chosen));
        for (String name : List.of("comment", "internal_note")) {
            if (!fields.typed().getOrDefault(name, "").isBlank()) {
                rows.add(Conflict.text(name, null, fields));
            }
        }
        return rows;
    }

    @Access(Access.Rule.STAFF)
    @PostMapping("/comment/")
    Page comment(@PathVariable String id, RequestFields fields, Viewer viewer) {
        Complaint seen = handling.found(id, viewer);
        try {
            Remark remark = Handling.remark(fields);
            if (remark.isEmpty()) {
                fields.text("comment", Remark.LONGEST);
            }
            fields.throwIfBad();
            Handling.refuse(workflow.comment(seen, remark, viewer));
            return Page.redirect(Handling.path(seen)).flash("console.done.comment");
        } catch (Problem refused) {
            return again(seen, fields, refused, viewer);
        }
    }

    private Page again(Complaint seen, RequestFields fields, Problem refused, Viewer viewer) {
        if (refused.status() == 404 || refused.status() == 403) {
            throw refused;
        }
        return pages.page(seen, Form.refused(fields, refused), null, viewer).status(422);
    }
}
