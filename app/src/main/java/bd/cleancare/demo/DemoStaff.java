package bd.cleancare.demo;

import bd.cleancare.complaints.Change;
import bd.cleancare.complaints.Complaint;
import bd.cleancare.complaints.ComplaintStatus;
import bd.cleancare.complaints.ComplaintWorkflow;
import bd.cleancare.complaints.Remark;
import bd.cleancare.complaints.WorkPhotos;
import bd.cleancare.demo.DemoAccounts.DemoAccount;
import bd.cleancare.media.PreparedPhotos;
import bd.cleancare.shared.Viewer;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The staff of the demo at work. */
@Component
@Profile("demo")
class DemoStaff {

    private final ComplaintWorkflow workflow;
    private final WorkPhotos workPhotos;
    private final DemoAccounts accounts;

    DemoStaff(ComplaintWorkflow workflow, WorkPhotos workPhotos, DemoAccounts accounts) {
        this.workflow = workflow;
        this.workPhotos = workPhotos;
        this.accounts = accounts;
    }

    Complaint handle(DemoStory story, Complaint filed, PreparedPhotos.Accepted after) {
        if (story.handledBy() == null) {
            return filed;
        }
        Viewer admin = accounts.viewer(DemoAccounts.ADMIN);
        DemoAccount assignee = story.handledBy().equals("provider") ? DemoAccounts.PROVIDER : DemoAccounts.ADMIN;
        Complaint complaint = done(workflow.assign(filed, accounts.viewer(assignee).id(), Remark.NONE, null, admin));
        for (DemoStory.Step step : story.history()) {
            complaint = done(workflow.changeStatus(complaint, ComplaintStatus.ofWord(step.to()).orElseThrow(), Remark.comment(step.comment()), null, admin));
        }
        return after.photos().isEmpty() ? complaint : withWork(complaint, after, admin);
    }

    private Complaint withWork(Complaint complaint, PreparedPhotos.Accepted after, Viewer admin) {
        if (workPhotos.attach(complaint, after, admin) instanceof WorkPhotos.Adding.Added(Complaint changed)) {
            return changed;
        }
        throw new IllegalStateException("The demo's own photos are too many");
    }

    private static Complaint done(Change change) {
        if (change instanceof Change.Done(Complaint complaint)) {
            return complaint;
        }
        throw new IllegalStateException("The demo's own data does not follow the workflow: " + change);
    }
}
