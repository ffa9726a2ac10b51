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
import bd.cleancare.complaints.TrackingNumber;
import bd.cleancare.demo.DemoAccounts.DemoAccount;
import bd.cleancare.media.Upload;
import bd.cleancare.shared.GeoPoint;
import bd.cleancare.shared.Viewer;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
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

    private static final ZoneId DHAKA = ZoneId.of("Asia/Dhaka");

    private final SecureRandom random = new SecureRandom();
    private final ComplaintFiling filing;
    private final ComplaintWorkflow workflow;
    private final DemoAccounts accounts;
    private final DemoFiles files;
    private final JdbcClient db;

    DemoComplaints(ComplaintFiling filing, ComplaintWorkflow workflow, DemoAccounts accounts, DemoFiles files, JdbcClient db) {
        this.filing = filing;
        this.workflow = workflow;
        this.accounts = accounts;
        this.files = files;
        this.db = db;
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
        Filing filed = filing.file(draft(story), photos(story), key, reporter);
        if (filed instanceof Filing.Filed(Complaint complaint)) {
            Complaint last = handle(story, complaint);
            dateBack(last, story);
        }
    }

    private static ComplaintDraft draft(Story story) {
        return new ComplaintDraft(story.title(), story.description(), Category.ofWord(story.category()).orElseThrow(),
                Priority.ofWord(story.priority()).orElseThrow(), story.location(), GeoPoint.of(story.latitude(), story.longitude()), story.wardNumber());
    }

    private List<Upload> photos(Story story) {
        return Stream.concat(story.beforePhotos().stream(), story.afterPhotos().stream())
                .map(name -> name.endsWith(".jpg") ? name : name + ".jpg").map(files::photo).toList();
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
        return complaint;
    }

    private static Complaint done(Change change) {
        if (change instanceof Change.Done(Complaint complaint)) {
            return complaint;
        }
        throw new IllegalStateException("The demo's own data does not follow the workflow: " + change);
    }

    /** The filing lies days back and its number with it, the assignment an hour after it, each step where its story puts it. */
    private void dateBack(Complaint complaint, Story story) {
        Instant filed = complaint.createdAt().minusMillis(Math.round(story.daysAgo() * 86_400_000));
        var hours = new ArrayList<Double>(List.of(0.0));
        if (story.handledBy() != null) {
            hours.add(1.0);
            story.history().forEach(step -> hours.add(step.afterHours()));
        }
        db.sql("""
                WITH dated AS (
                    UPDATE complaint_history h
                    SET created_at = :filed::timestamptz + make_interval(secs => (:hours::float8[])[h2.place] * 3600)
                    FROM (SELECT sequence, row_number() OVER (ORDER BY sequence) AS place FROM complaint_history WHERE complaint_id = :id) AS h2
                    WHERE h.complaint_id = :id AND h.sequence = h2.sequence
                    RETURNING h.created_at, h.new_status
                ), photos AS (
                    UPDATE complaint_images SET uploaded_at = :filed WHERE complaint_id = :id
                )
                UPDATE complaints SET tracking_number = :number, search_text = replace(search_text, lower(tracking_number), lower(:number)),
                    created_at = :filed, updated_at = (SELECT max(created_at) FROM dated),
                    resolved_at = CASE WHEN status = 3 THEN (SELECT max(created_at) FROM dated WHERE new_status = 3) END
                WHERE id = :id""")
                .param("filed", filed.atOffset(ZoneOffset.UTC)).param("hours", hours.toArray(Double[]::new)).param("id", complaint.id())
                .param("number", TrackingNumber.random(LocalDate.ofInstant(filed, DHAKA), random).text()).update();
    }
}
