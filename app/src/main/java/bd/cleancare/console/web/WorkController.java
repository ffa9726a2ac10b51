package bd.cleancare.console.web;

import bd.cleancare.complaints.Change;
import bd.cleancare.complaints.Complaint;
import bd.cleancare.complaints.ComplaintQueue;
import bd.cleancare.complaints.ComplaintStatus;
import bd.cleancare.complaints.ComplaintWorkflow;
import bd.cleancare.complaints.QueueFilter;
import bd.cleancare.complaints.QueueOrder;
import bd.cleancare.complaints.Remark;
import bd.cleancare.complaints.WorkPhotos;
import bd.cleancare.complaints.WorkPhotos.Adding;
import bd.cleancare.media.Upload;
import bd.cleancare.media.PreparedPhotos;
import bd.cleancare.platform.pages.LocalPath;
import bd.cleancare.platform.pages.Page;
import bd.cleancare.platform.security.Access;
import bd.cleancare.platform.web.Problem;
import bd.cleancare.platform.web.RequestFields;
import bd.cleancare.shared.Viewer;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The day of whoever does the work: what there is to do, how to get there, begun, photographed, done. */
@Controller
class WorkController {

    static final String TODAY = "/today/";
    private static final int MOST = 100;
    private static final int DONE_SHOWN = 10;

    private final Handling handling;
    private final ComplaintQueue queue;
    private final ComplaintWorkflow workflow;
    private final WorkPhotos photos;

    WorkController(Handling handling, ComplaintQueue queue, ComplaintWorkflow workflow, WorkPhotos photos) {
        this.handling = handling;
        this.queue = queue;
        this.workflow = workflow;
        this.photos = photos;
    }

    @Access(Access.Rule.STAFF)
    @GetMapping(TODAY)
    Page today(Viewer viewer) {
        return Page.of("console/today").with("begun", mine(ComplaintStatus.IN_PROGRESS, QueueOrder.URGENT, MOST, viewer))
                .with("waiting", mine(ComplaintStatus.SUBMITTED, QueueOrder.URGENT, MOST, viewer))
                .with("done", mine(ComplaintStatus.RESOLVED, QueueOrder.NEWEST, DONE_SHOWN, viewer));
    }

    private List<Complaint> mine(ComplaintStatus status, QueueOrder order, int most, Viewer viewer) {
        var filter = new QueueFilter(status, null, null, null, new QueueFilter.Assignee(viewer.id()), null, List.of());
        return queue.after(null, filter, order, most, viewer).complaints();
    }

    @Access(Access.Rule.STAFF)
    @PostMapping("/console/complaints/{id}/start/")
    Page start(@PathVariable String id, RequestFields fields, Viewer viewer) {
        Complaint seen = handling.found(id, viewer);
        return after(workflow.startWork(seen, Remark.NONE, null, viewer), "console.done.started", back(seen, fields));
    }

    /** A comment is asked for, as on the API; photos of the result may come with it. */
    @Access(Access.Rule.STAFF)
    @PostMapping("/console/complaints/{id}/done/")
    Page done(@PathVariable String id, RequestFields fields, @RequestParam(name = "images", required = false) List<MultipartFile> images, Viewer viewer) {
        Complaint seen = handling.found(id, viewer);
        String comment = fields.optionalText("comment", Remark.LONGEST);
        if (comment == null) {
            return Page.redirect(back(seen, fields)).warning("console.done.comment_missing");
        }
        List<Upload> uploads = Upload.chosen(images);
        if (!uploads.isEmpty() && added(seen, uploads, viewer) instanceof String refused) {
            return Page.redirect(back(seen, fields)).warning(refused);
        }
        return after(workflow.workDone(handling.found(id, viewer), Remark.comment(comment), null, viewer), "console.done.finished", back(seen, fields));
    }

    @Access(Access.Rule.STAFF)
    @PostMapping("/console/complaints/{id}/photos/")
    Page photos(@PathVariable String id, RequestFields fields, @RequestParam(name = "images", required = false) List<MultipartFile> images, Viewer viewer) {
        Complaint seen = handling.found(id, viewer);
        String refused = added(seen, Upload.chosen(images), viewer);
        var page = Page.redirect(back(seen, fields));
        return refused == null ? page.flash("console.done.photos") : page.warning(refused);
    }

    /** The key of why the photos were not taken; null where they were. */
    private String added(Complaint seen, List<Upload> uploads, Viewer viewer) {
        return switch (photos.add(seen, uploads, viewer)) {
            case Adding.Added _ -> null;
            case Adding.NotYours _ -> "error.not_assigned_to_you";
            case Adding.NoneGiven _ -> "error.no_images";
            case Adding.TooMany _ -> "console.photos.too_many";
            case Adding.Refused(PreparedPhotos.Refused why) -> throw why.problem();
        };
    }

    private static String back(Complaint seen, RequestFields fields) {
        return LocalPath.orElse(fields.optionalText("back", 200), Handling.path(seen));
    }

    private static Page after(Change change, String flash, String back) {
        return switch (change) {
            case Change.Done _ -> Page.redirect(back).flash(flash);
            case Change.Forbidden _ -> Page.redirect(back).warning("error.not_assigned_to_you");
            case Change.Gone _ -> throw Problem.notFound();
            case Change.NoSuchStep _, Change.Stale _, Change.NotStaff _ -> Page.redirect(back).warning("error.version_conflict");
        };
    }
}
