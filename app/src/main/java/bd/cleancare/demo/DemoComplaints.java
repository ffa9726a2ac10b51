package bd.cleancare.demo;

import bd.cleancare.complaints.Category;
import bd.cleancare.complaints.Change;
import bd.cleancare.complaints.Complaint;
import bd.cleancare.complaints.ComplaintDraft;
import bd.cleancare.complaints.ComplaintFiling;
import bd.cleancare.complaints.ComplaintStatus;
import bd.cleancare.complaints.ComplaintWorkflow;
import bd.cleancare.complaints.Filing;
import bd.cleancare.complaints.Priority;
import bd.cleancare.complaints.Remark;
import bd.cleancare.complaints.WorkPhotos;
import bd.cleancare.demo.DemoAccounts.DemoAccount;
import bd.cleancare.media.Upload;
import bd.cleancare.shared.GeoPoint;
import bd.cleancare.shared.Viewer;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/**
 * The demo's complaints, filed and moved through the same front doors as anybody's, then dated back. Each has a key of its own, so an
 * interrupted first start goes on where it stopped.
 */
@Component
@Profile("demo")
class DemoComplaints {

    private record Step(double afterHours, String to, String comment) {
    }

    private record Story(String title, String description, String category, String priority, String location, double latitude, double longitude,
            String wardNumber, double daysAgo, String status, String handledBy, List<Step> history, List<String> beforePhotos, List<String> afterPhotos) {
    }

    /** The account to try has a few of its own; the others take turns, so that nobody meets the limit on filing. */
    private static final List<Integer> OF_THE_CITIZEN_TO_TRY = List.of(0, 15);

    private final ComplaintFiling filing;
    private final ComplaintWorkflow workflow;
    private final DemoAccounts accounts;
    private final DemoFiles files;
    private final WorkPhotos workPhotos;
    private final DemoPast past;

    DemoComplaints(ComplaintFiling filing, ComplaintWorkflow workflow, DemoAccounts accounts, DemoFiles files, WorkPhotos workPhotos, DemoPast past) {
        this.filing = filing;
        this.workflow = workflow;
        this.accounts = accounts;
        this.files = files;
        this.workPhotos = workPhotos;
        this.past = past;
    }

    void create() {
        List<Story> stories = files.json("complaints.json", new TypeReference<>() {
        });
        List<Viewer> citizens = accounts.citizens().stream().map(accounts::viewer).toList();
        Viewer citizenToTry = accounts.viewer(DemoAccounts.CITIZEN);
        int turn = 0;
        for (int i = 0; i < stories.size(); i++) {
            Viewer reporter = OF_THE_CITIZEN_TO_TRY.contains(i) ? citizenToTry : citizens.get(turn++ % citizens.size());
            tell(stories.get(i), "demo-" + i, reporter);
        }
    }

    private void tell(Story story, String key, Viewer reporter) {
        Filing filed = filing.file(draft(story), photos(story.beforePhotos()), key, reporter);
        if (filed instanceof Filing.Filed(Complaint complaint)) {
            Complaint last = handle(story, complaint);
            past.move(last, story.daysAgo(), hours(story));
        }
    }

    private static ComplaintDraft draft(Story story) {
        return new ComplaintDraft(story.title(), story.description(), Category.ofWord(story.category()).orElseThrow(),
                Priority.ofWord(story.priority()).orElseThrow(), story.location(), GeoPoint.of(story.latitude(), story.longitude()), story.wardNumber());
    }

    private List<Upload> photos(List<String> names) {
        return names.stream().map(name -> name.endsWith(".jpg") ? name : name + ".jpg").map(files::photo).toList();
    }

    private Complaint handle(Story story, Complaint filed) {
        if (story.handledBy() == null) {
            return filed;
        }
        Viewer admin = accounts.viewer(DemoAccounts.ADMIN);
        DemoAccount assignee = story.handledBy().equals("provider") ? DemoAccounts.PROVIDER : DemoAccounts.ADMIN;
        Complaint complaint = done(workflow.assign(filed, accounts.viewer(assignee).id(), Remark.NONE, null, admin));
        for (Step step : story.history()) {
            complaint = done(workflow.changeStatus(complaint, ComplaintStatus.ofWord(step.to()).orElseThrow(), Remark.comment(step.comment()), null, admin));
        }
        return story.afterPhotos().isEmpty() ? complaint : withWork(complaint, photos(story.afterPhotos()), admin);
    }

    private Complaint withWork(Complaint complaint, List<Upload> after, Viewer admin) {
        if (workPhotos.add(complaint, after, admin) instanceof WorkPhotos.Adding.Added(Complaint changed)) {
            return changed;
        }
        throw new IllegalStateException("The demo's own photos are refused");
    }

    private static Complaint done(Change change) {
        if (change instanceof Change.Done(Complaint complaint)) {
            return complaint;
        }
        throw new IllegalStateException("The demo's own data does not follow the workflow: " + change);
    }

    /** The assignment an hour after the filing, each step where its story puts it, the photos of the work with the last. */
    private static List<Double> hours(Story story) {
        var hours = new ArrayList<Double>(List.of(0.0));
        if (story.handledBy() != null) {
            hours.add(1.0);
            story.history().forEach(step -> hours.add(step.afterHours()));
            if (!story.afterPhotos().isEmpty()) {
                hours.add(hours.getLast());
            }
        }
        return hours;
    }
}
