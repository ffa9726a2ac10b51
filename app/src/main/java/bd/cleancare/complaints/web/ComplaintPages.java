package bd.cleancare.complaints.web;

import bd.cleancare.complaints.Complaint;
import bd.cleancare.complaints.ComplaintFeedback;
import bd.cleancare.complaints.ComplaintHistory;
import bd.cleancare.complaints.ComplaintOrder;
import bd.cleancare.complaints.ComplaintPhotos;
import bd.cleancare.complaints.ComplaintPhotos.Adding;
import bd.cleancare.complaints.ComplaintQuery;
import bd.cleancare.complaints.ComplaintQueue;
import bd.cleancare.complaints.ComplaintStatus;
import bd.cleancare.complaints.ComplaintWorkflow;
import bd.cleancare.complaints.Complaints;
import bd.cleancare.complaints.Remark;
import bd.cleancare.complaints.WorkPhotos;
import bd.cleancare.media.Upload;
import bd.cleancare.platform.pages.Form;
import bd.cleancare.platform.pages.Page;
import bd.cleancare.platform.security.Access;
import bd.cleancare.platform.web.FieldErrors;
import bd.cleancare.platform.web.PageNumber;
import bd.cleancare.platform.web.Problem;
import bd.cleancare.platform.web.RequestFields;
import bd.cleancare.shared.Ids;
import bd.cleancare.shared.Role;
import bd.cleancare.shared.Viewer;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** A citizen's own complaints: all of them, and one with everything that happened to it. */
@Controller
class ComplaintPages {

    private static final String ONE = "/complaints/{id}/";

    private final Complaints complaints;
    private final ComplaintWorkflow workflow;
    private final ComplaintPhotos photos;
    private final ComplaintFeedback feedback;
    private final Beside beside;

    ComplaintPages(Complaints complaints, ComplaintWorkflow workflow, ComplaintPhotos photos, ComplaintFeedback feedback, Beside beside) {
        this.complaints = complaints;
        this.workflow = workflow;
        this.photos = photos;
        this.feedback = feedback;
        this.beside = beside;
    }

    @Access(Access.Rule.SIGNED_IN)
    @GetMapping("/complaints/")
    Page mine(@RequestParam(required = false) String status, @RequestParam(required = false) String page, Viewer viewer) {
        if (viewer.role() != Role.CITIZEN) {
            return Page.redirect("/console/complaints/");
        }
        ComplaintStatus only = status(status);
        var number = PageNumber.of(page, null);
        var found = complaints.list(new ComplaintQuery(only, null, null, null, List.of(), ComplaintOrder.NEWEST_FIRST, number), viewer);
        return Page.of("complaints/mine").with("complaints", found.complaints()).with("states", beside.queue.states(viewer)).with("page", number.number())
                .with("more", number.offset() + number.size() < found.count()).with("only", only);
    }

    /** In the address a state is a plain word: an unknown one filters nothing. */
    private static ComplaintStatus status(String word) {
        for (ComplaintStatus each : ComplaintStatus.values()) {
            if (each.name().toLowerCase(Locale.ROOT).equals(word)) {
                return each;
            }
        }
        return null;
    }

    @Access(Access.Rule.SIGNED_IN)
    @GetMapping(ONE)
    Page one(@PathVariable String id, Viewer viewer) {
        return page(found(id, viewer), viewer, Form.empty());
    }

    @Access(Access.Rule.SIGNED_IN)
    @PostMapping(ONE + "comments/")
    Page comment(@PathVariable String id, RequestFields fields, Viewer viewer) {
        Complaint seen = found(id, viewer);
        try {
            String comment = fields.text("comment", Remark.LONGEST);
            fields.throwIfBad();
            ComplaintAnswers.changed(workflow.comment(seen, Remark.comment(comment), viewer));
            return back(seen).flash("complaint.commented");
        } catch (Problem refused) {
            return refused(seen, viewer, Form.refused(fields, refused), refused);
        }
    }

    @Access(Access.Rule.SIGNED_IN)
    @PostMapping(ONE + "photos/")
    Page addPhotos(@PathVariable String id, @RequestParam(name = "images", required = false) List<MultipartFile> images, Viewer viewer) {
        Complaint seen = found(id, viewer);
        try {
            switch (photos.add(seen, Upload.chosen(images), viewer)) {
                case Adding.Added _ -> { }
                case Adding.NotOwner _ -> throw Problem.detail(403, "not_your_complaint");
                case Adding.NoneGiven _ -> throw Problem.detail(400, "no_images");
                case Adding.TooMany _ -> throw ComplaintPhotoApi.tooMany();
                case Adding.Refused(var why) -> throw why.problem();
            }
            return back(seen).flash("complaint.photos_added");
        } catch (Problem refused) {
            return refused(seen, viewer, Form.empty().refused(FieldErrors.of("images", "error." + refused.code(), refused.args())), refused);
        }
    }

    @Access(Access.Rule.SIGNED_IN)
    @PostMapping(ONE + "withdraw/")
    Page withdraw(@PathVariable String id, RequestFields fields, Viewer viewer) {
        Complaint seen = found(id, viewer);
        Remark remark = Remark.comment(fields.optionalText("reason", Remark.LONGEST));
        Integer version = fields.optionalInteger("version");
        try {
            fields.throwIfBad();
            ComplaintAnswers.changed(workflow.withdraw(seen, remark, version, viewer));
            return back(seen).flash("complaint.withdrawn");
        } catch (Problem refused) {
            return refused(found(id, viewer), viewer, Form.refused(fields, refused), refused);
        }
    }

    @Access(Access.Rule.SIGNED_IN)
    @PostMapping(ONE + "feedback/")
    Page answer(@PathVariable String id, RequestFields fields, Viewer viewer) {
        Complaint seen = found(id, viewer);
        try {
            var answer = FeedbackFields.ofForm(fields, feedback.asked(seen.id()).orElse(null));
            FeedbackFields.taken(feedback.give(seen, answer, viewer));
            return back(seen).flash(Boolean.FALSE.equals(answer.fixed()) ? "feedback.reopened" : "feedback.thanks");
        } catch (Problem refused) {
            return refused(found(id, viewer), viewer, Form.refused(fields, refused), refused);
        }
    }

    private static Page back(Complaint complaint) {
        return Page.redirect("/complaints/" + complaint.id() + "/");
    }

    private Page refused(Complaint seen, Viewer viewer, Form form, Problem refused) {
        return page(seen, viewer, form).status(refused.status() == 400 ? 422 : refused.status());
    }

    private Page page(Complaint complaint, Viewer viewer, Form form) {
        return Page.of("complaints/one").with("complaint", complaint).with("history", beside.history.everything(complaint, viewer))
                .with("work", beside.workPhotos.of(complaint)).with("own", complaint.user().equals(viewer.id()))
                .with("asked", feedback.asked(complaint.id()).orElse(null)).with("form", form);
    }

    private Complaint found(String id, Viewer viewer) {
        return complaints.find(Ids.parse(id), viewer).orElseThrow(Problem::notFound);
    }

    /** What is shown beside the complaints themselves. */
    @Component
    static class Beside {

        private final ComplaintQueue queue;
        private final ComplaintHistory history;
        private final WorkPhotos workPhotos;

        Beside(ComplaintQueue queue, ComplaintHistory history, WorkPhotos workPhotos) {
            this.queue = queue;
            this.history = history;
            this.workPhotos = workPhotos;
        }
    }
}
