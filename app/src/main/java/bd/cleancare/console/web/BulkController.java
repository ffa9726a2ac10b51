package bd.cleancare.console.web;

import bd.cleancare.complaints.ComplaintQueue;
import bd.cleancare.complaints.ComplaintStatus;
import bd.cleancare.complaints.Remark;
import bd.cleancare.console.BulkJobs;
import bd.cleancare.console.BulkJobs.Action;
import bd.cleancare.console.Labels;
import bd.cleancare.console.QueueView;
import bd.cleancare.platform.pages.Form;
import bd.cleancare.platform.pages.Page;
import bd.cleancare.platform.security.Access;
import bd.cleancare.platform.web.Problem;
import bd.cleancare.platform.web.RequestFields;
import bd.cleancare.shared.Ids;
import bd.cleancare.shared.Viewer;
import bd.cleancare.users.Users;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** One change to everything that matches: how many that are, then the change, then how far it has come. */
@Controller
class BulkController {

    private static final String BULK = "/console/bulk/";

    private final BulkJobs jobs;
    private final ComplaintQueue queue;
    private final Users users;

    BulkController(BulkJobs jobs, ComplaintQueue queue, Users users) {
        this.jobs = jobs;
        this.queue = queue;
        this.users = users;
    }

    @Access(Access.Rule.ADMINS)
    @GetMapping(BULK)
    Page ask(HttpServletRequest request, Viewer viewer) {
        return page(QueueView.of(request::getParameter), Form.empty(), viewer);
    }

    private Page page(QueueView view, Form form, Viewer viewer) {
        return Page.of("console/bulk").with("view", view).with("form", form).with("count", queue.count(view.filter(viewer), viewer)).with("staff", users.staff());
    }

    @Access(Access.Rule.ADMINS)
    @PostMapping(BULK)
    Page start(RequestFields fields, Viewer viewer) {
        var view = QueueView.parse(fields.optionalText("view", 2_000));
        try {
            Action action = action(fields);
            Remark remark = Handling.remark(fields);
            fields.throwIfBad();
            if (queue.count(view.filter(viewer), viewer).n() > ComplaintQueue.MOST_AT_ONCE) {
                throw Problem.detail(409, "bulk_too_many", ComplaintQueue.MOST_AT_ONCE);
            }
            return Page.redirect(BULK + jobs.start(view.filter(viewer), action, remark, viewer) + "/");
        } catch (Problem refused) {
            return page(view, Form.refused(fields, refused), viewer).status(422);
        }
    }

    private static Action action(RequestFields fields) {
        String what = fields.text("what", 20);
        if ("assign".equals(what)) {
            String to = fields.text("assignee", 40);
            UUID account = QueueView.NOBODY.equals(to) ? null : Ids.parse(to);
            if (account == null && !QueueView.NOBODY.equals(to) && !fields.errors().has("assignee")) {
                fields.errors().add("assignee", "field.invalid_choice", to);
            }
            fields.throwIfBad();
            return new Action.Assign(account);
        }
        ComplaintStatus status = fields.choice("status", word -> Labels.find(ComplaintStatus.class, word));
        fields.throwIfBad();
        return new Action.Move(status);
    }

    @Access(Access.Rule.ADMINS)
    @GetMapping(BULK + "{id}/")
    Page progress(@PathVariable String id, Viewer viewer) {
        UUID job = Ids.parse(id);
        var progress = job == null ? null : jobs.progress(job, viewer).orElse(null);
        if (progress == null) {
            throw Problem.notFound();
        }
        return Page.of("console/bulk-progress").with("job", progress).with("refusals", jobs.refusals(job));
    }
}
