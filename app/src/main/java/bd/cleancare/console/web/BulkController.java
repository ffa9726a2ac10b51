package bd.cleancare.console.web;

import bd.cleancare.complaints.ComplaintQueue;
import bd.cleancare.complaints.ComplaintQueue.Count;
import bd.cleancare.complaints.ComplaintStatus;
import bd.cleancare.complaints.QueueFilter;
import bd.cleancare.complaints.Remark;
import bd.cleancare.console.BulkJobs;
import bd.cleancare.console.BulkJobs.Action;
import bd.cleancare.console.BulkJobs.Progress;
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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One change to everything that matches, or to what was ticked: how many that are, then the change, then how far it has come. */
@Controller
class BulkController {

    private static final String BULK = "/console/bulk/";
    /** More boxes than any page of the list has. */
    private static final int MOST_TICKED = 200;

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
    Page ask(@RequestParam(name = "id", required = false) List<String> ticked, @RequestParam(required = false) String some, HttpServletRequest request,
            Viewer viewer) {
        var view = QueueView.of(request::getParameter);
        if (some != null && ticked == null) {
            return Page.redirect(view.on("/console/")).warning("console.bulk.tick_some");
        }
        return page(view, ids(ticked), Form.empty(), viewer);
    }

    /** @param ticked empty for everything that matches */
    private Page page(QueueView view, List<UUID> ticked, Form form, Viewer viewer) {
        Count count = ticked.isEmpty() ? queue.count(view.filter(viewer), viewer) : new Count(ticked.size(), false);
        return Page.of("console/bulk").with("view", view).with("ticked", ticked).with("form", form).with("count", count).with("staff", users.staff());
    }

    @Access(Access.Rule.ADMINS)
    @PostMapping(BULK)
    Page start(RequestFields fields, Viewer viewer) {
        var view = QueueView.parse(fields.optionalText("view", 2_000));
        List<UUID> ticked = ids(fields.optionalTexts("id", MOST_TICKED));
        try {
            Action action = action(fields);
            Remark remark = Handling.remark(fields);
            fields.throwIfBad();
            UUID job = ticked.isEmpty() ? startAll(view.filter(viewer), action, remark, viewer) : jobs.start(ticked, action, remark, viewer);
            return Page.redirect(BULK + job + "/");
        } catch (Problem refused) {
            return page(view, ticked, Form.refused(fields, refused), viewer).status(422);
        }
    }

    private UUID startAll(QueueFilter filter, Action action, Remark remark, Viewer viewer) {
        if (queue.count(filter, viewer).n() > ComplaintQueue.MOST_AT_ONCE) {
            throw Problem.detail(409, "bulk_too_many", ComplaintQueue.MOST_AT_ONCE);
        }
        return jobs.start(filter, action, remark, viewer);
    }

    /** An id that is none must not be left out: without any, everything that matches would be meant. */
    private static List<UUID> ids(List<String> ticked) {
        return ticked == null ? List.of() : ticked.stream().limit(MOST_TICKED).map(id -> Optional.ofNullable(Ids.parse(id)).orElseThrow(Problem::notFound))
                .distinct().toList();
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
        var progress = found(id, viewer);
        return Page.of("console/bulk-progress").with("job", progress).with("refusals", jobs.refusals(progress.id()));
    }

    @Access(Access.Rule.ADMINS)
    @PostMapping(BULK + "{id}/cancel/")
    Page cancel(@PathVariable String id, Viewer viewer) {
        var progress = found(id, viewer);
        jobs.cancel(progress.id(), viewer);
        return Page.redirect(BULK + progress.id() + "/");
    }

    private Progress found(String id, Viewer viewer) {
        return Optional.ofNullable(Ids.parse(id)).flatMap(job -> jobs.progress(job, viewer)).orElseThrow(Problem::notFound);
    }
}
