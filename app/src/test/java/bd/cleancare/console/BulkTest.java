package bd.cleancare.console;

import static org.assertj.core.api.Assertions.assertThat;

import bd.cleancare.complaints.ComplaintStatus;
import bd.cleancare.complaints.Remark;
import bd.cleancare.console.BulkJobs.Action;
import bd.cleancare.testing.Api;
import bd.cleancare.testing.AppTest;
import bd.cleancare.testing.Browser;
import bd.cleancare.testing.Browsers;
import bd.cleancare.testing.PageChecks;
import bd.cleancare.testing.People;
import bd.cleancare.testing.People.Person;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One change to many complaints. */
@AppTest
class BulkTest {

    @Autowired Api api;
    @Autowired People people;
    @Autowired Browsers browsers;
    @Autowired JdbcClient db;
    @Autowired BulkJobs jobs;
    @Autowired BulkWorker worker;

    @Test
    void moreThanAPageIsMovedTogetherAndWhatCannotMoveIsNamed() {
        String word = Stack.word();
        List<UUID> complaints = Stack.of(520, word, people.citizen(), db);
        db.sql("UPDATE complaints SET status = 4 WHERE id = ?").param(complaints.getFirst()).update();
        try (Browser browser = browsers.desk(people.admin()).english().open()) {
            Page page = browser.open("/console/?q=" + word);
            page.locator(".bulk a").first().click();
            PlaywrightAssertions.assertThat(page.locator("#count")).hasText("520 complaints match.");
            page.locator("input[value=status]").check();
            page.locator("#status").selectOption("in_progress");
            page.locator("main form .actions button").click();
            PlaywrightAssertions.assertThat(page.locator("#progress[data-finished]")).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(60_000));
            PlaywrightAssertions.assertThat(page.locator("#progress .facts")).containsText("519");
            PlaywrightAssertions.assertThat(page.locator("#progress section li")).hasCount(1);
        }
        assertThat(db.sql("SELECT count(*) FROM complaints WHERE user_id = (SELECT user_id FROM complaints WHERE id = ?) AND status = 2").param(complaints.getFirst())
                .query(Integer.class).single()).isEqualTo(519);
    }

    @Test
    void whatIsTickedIsChangedAndTheRestIsNot() {
        String word = Stack.word();
        List<UUID> complaints = Stack.of(3, word, people.citizen(), db);
        try (Browser browser = browsers.desk(people.admin()).open()) {
            Page page = browser.open("/console/?q=" + word);
            page.locator("#results[data-started]").waitFor();
            PlaywrightAssertions.assertThat(page.locator("[data-needs-ticks]")).isDisabled();
            page.keyboard().press("j");
            page.keyboard().press("x");
            page.locator("[name=id]").nth(2).check();
            PlaywrightAssertions.assertThat(page.locator("[data-ticked]")).hasText("২টি বেছে নেওয়া হয়েছে");
            PageChecks.assertGood(page);
            page.locator("[data-needs-ticks]").click();
            PlaywrightAssertions.assertThat(page.locator("#count")).hasText("২টি অভিযোগ বেছে নেওয়া হয়েছে।");
            page.locator("input[value=status]").check();
            page.locator("#status").selectOption("in_progress");
            page.locator("main form .actions button").click();
            PlaywrightAssertions.assertThat(page.locator("#progress[data-finished]")).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(60_000));
        }
        assertThat(db.sql("SELECT status FROM complaints WHERE id = ANY(?) ORDER BY created_at DESC").param(complaints.toArray(UUID[]::new)).query(Integer.class).list())
                .containsExactly(2, 1, 2);
    }

    @Test
    void withoutAnyTickNothingIsAskedForAll() {
        var admin = api.with("Cookie", "session=" + people.cookieOf(people.admin()));
        assertThat(admin.get("/console/bulk/?some=yes&status=resolved").header("Location")).isEqualTo("/console/?status=resolved");
        assertThat(admin.get("/console/bulk/?some=yes&id=nonsense").status()).isEqualTo(404);
    }

    @Test
    void aRunningJobIsStoppedAndTheRestIsLeftAlone() {
        String word = Stack.word();
        List<UUID> complaints = Stack.of(3_000, word, people.citizen(), db);
        try (Browser browser = browsers.phone(people.admin()).open()) {
            Page page = browser.open("/console/bulk/?q=" + word);
            page.locator("input[value=status]").check();
            page.locator("#status").selectOption("in_progress");
            page.locator("main form .actions button").click();
            page.locator("form[action$='/cancel/'] button").click();
            PlaywrightAssertions.assertThat(page.locator("#progress")).containsText("থামানো হয়েছে");
            PageChecks.assertGood(page);
        }
        int changed = changed(complaints);
        worker.run(() -> false);
        assertThat(changed(complaints)).isEqualTo(changed).isLessThan(3_000);
    }

    private int changed(List<UUID> complaints) {
        return db.sql("SELECT count(*) FROM complaints WHERE id = ANY(?) AND status = 2").param(complaints.toArray(UUID[]::new)).query(Integer.class).single();
    }

    @Test
    void nobodyElseStopsAJobAndAStoppedOneIsNotTaken() {
        String word = Stack.word();
        List<UUID> complaints = Stack.of(5, word, people.citizen(), db);
        Person admin = people.admin();
        // The scheduler's worker may begin at once: what it took before the end stays taken, and what came after is zero.
        UUID job = jobs.start(complaints, new Action.Move(ComplaintStatus.IN_PROGRESS), Remark.NONE, admin.viewer());
        jobs.cancel(job, people.admin().viewer());
        assertThat(jobs.progress(job, admin.viewer()).orElseThrow().cancelled()).isFalse();
        jobs.cancel(job, admin.viewer());
        int done = jobs.progress(job, admin.viewer()).orElseThrow().done();
        assertThat(jobs.waiting(job, 10)).isEmpty();
        assertThat(jobs.take(job, new BulkJobs.Item(5, complaints.getLast()))).isFalse();
        assertThat(jobs.progress(job, admin.viewer()).orElseThrow().done()).isEqualTo(done);
    }

    @Test
    void afterAnInterruptionTheRestIsDoneAndNothingTwice() {
        String word = Stack.word();
        List<UUID> complaints = Stack.of(40, word, people.citizen(), db);
        Person admin = people.admin();
        Person provider = people.serviceProvider();
        UUID job = jobs.start(QueueView.parse("q=" + word).filter(admin.viewer()), new Action.Assign(provider.id()), Remark.NONE, admin.viewer());
        var calls = new AtomicInteger();
        worker.run(() -> calls.incrementAndGet() > 7);
        worker.run(() -> false);
        assertThat(jobs.progress(job, admin.viewer()).orElseThrow().done()).isEqualTo(40);
        assertThat(db.sql("SELECT count(*) FROM complaint_history WHERE kind = 3 AND complaint_id = ANY(?)").param(complaints.toArray(UUID[]::new))
                .query(Integer.class).single()).isEqualTo(40);
    }

    @Test
    void aRightThatEndsMeanwhileEndsTheJob() {
        String word = Stack.word();
        UUID complaint = Stack.of(1, word, people.citizen(), db).getFirst();
        Person admin = people.admin();
        db.sql("UPDATE users SET is_active = false WHERE id = ?").param(admin.id()).update();
        UUID job = jobs.start(QueueView.parse("q=" + word).filter(admin.viewer()), new Action.Move(ComplaintStatus.RESOLVED), Remark.NONE, admin.viewer());
        worker.run(() -> false);
        assertThat(jobs.progress(job, admin.viewer()).orElseThrow().refused()).isEqualTo(1);
        assertThat(db.sql("SELECT status FROM complaints WHERE id = ?").param(complaint).query(Integer.class).single()).isEqualTo(1);
    }

    @Test
    void aJobIsNobodyElsesToSee() {
        Person admin = people.admin();
        UUID job = jobs.start(QueueView.parse("q=" + Stack.word()).filter(admin.viewer()), new Action.Move(ComplaintStatus.RESOLVED), Remark.NONE, admin.viewer());
        assertThat(api.with("Cookie", "session=" + people.cookieOf(people.admin())).get("/console/bulk/" + job + "/").status()).isEqualTo(404);
    }
}
