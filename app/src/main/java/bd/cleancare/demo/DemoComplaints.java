package bd.cleancare.demo;

import bd.cleancare.complaints.Complaint;
import bd.cleancare.complaints.ComplaintFiling;
import bd.cleancare.complaints.Filing;
import bd.cleancare.media.PreparedPhotos;
import bd.cleancare.shared.Viewer;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/**
 * The demo's complaints, filed and moved through the same front doors as anybody's. A story happens as a whole or not at all and has a key of
 * its own, so an interrupted first start goes on where it stopped.
 */
@Component
@Profile("demo")
class DemoComplaints {

    /** The account to try has a few of its own; the others take turns, so that nobody meets the limit on filing. */
    private static final List<Integer> OF_THE_CITIZEN_TO_TRY = List.of(0, 15);

    private final DemoFiles files;
    private final DemoAccounts accounts;
    private final ComplaintFiling filing;
    private final DemoPast past;
    private final DemoAftermath aftermath;

    DemoComplaints(DemoFiles files, DemoAccounts accounts, ComplaintFiling filing, DemoPast past, DemoAftermath aftermath) {
        this.files = files;
        this.accounts = accounts;
        this.filing = filing;
        this.past = past;
        this.aftermath = aftermath;
    }

    void create() {
        List<DemoStory> stories = files.json("complaints.json", new TypeReference<>() {
        });
        List<Viewer> citizens = accounts.citizens().stream().map(accounts::viewer).toList();
        Viewer citizenToTry = accounts.viewer(DemoAccounts.CITIZEN);
        int turn = 0;
        RuntimeException failure = null;
        for (int i = 0; i < stories.size(); i++) {
            Viewer reporter = OF_THE_CITIZEN_TO_TRY.contains(i) ? citizenToTry : citizens.get(turn++ % citizens.size());
            try {
                tellOnce(stories.get(i), i, reporter);
            } catch (RuntimeException e) {
                // A photo that a slow machine did not get ready in time, say: the others are told, and the next start tells this one.
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private void tellOnce(DemoStory story, int place, Viewer reporter) {
        if (filing.filedUnder(key(place), reporter).isEmpty()) {
            tell(story, place, reporter);
        }
    }

    private static String key(int place) {
        return "demo-" + place;
    }

    /** Photos take seconds and come first, the rest is one moment. */
    private void tell(DemoStory story, int place, Viewer reporter) {
        PreparedPhotos.Accepted before = files.photos(story.beforePhotos(), reporter);
        PreparedPhotos.Accepted after = files.photos(story.afterPhotos(), accounts.viewer(DemoAccounts.ADMIN));
        past.happens(() -> {
            Filing filed = filing.filePrepared(story.draft(), before.photos(), key(place), reporter);
            if (filed instanceof Filing.Filed(Complaint complaint)) {
                aftermath.of(story, place, complaint, after);
            }
        });
    }
}
