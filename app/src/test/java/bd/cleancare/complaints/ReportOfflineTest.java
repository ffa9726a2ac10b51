package bd.cleancare.complaints;

import static bd.cleancare.complaints.ReportForms.complaintsOf;
import static bd.cleancare.complaints.ReportForms.one;
import static bd.cleancare.complaints.ReportForms.photo;
import static bd.cleancare.complaints.ReportForms.tellProblem;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import bd.cleancare.testing.Api;
import bd.cleancare.testing.AppTest;
import bd.cleancare.testing.Browsers;
import bd.cleancare.testing.PageChecks;
import bd.cleancare.testing.People;
import bd.cleancare.testing.People.Person;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reports written without a connection: kept on the phone, sent exactly once, mended where they were refused. */
@AppTest
class ReportOfflineTest {

    @Autowired Api api;
    @Autowired People people;
    @Autowired Browsers browsers;
    @Autowired JdbcClient db;

    @Test
    void aReportWrittenWithoutAConnectionArrivesOnceThoughTheFirstAnswerIsLost() {
        Person citizen = people.citizen();
        var browser = browsers.phone(citizen).open();
        try {
            Page page = browser.open("/report/");
            page.evaluate("() => navigator.serviceWorker.ready.then(() => true)");
            page.waitForFunction("() => navigator.serviceWorker.controller");
            page.reload();
            browser.offline(true);
            page.navigate("/report/");
            assertThat(page.locator("h1")).hasText("সংযোগ ছাড়াই সমস্যা জানান");
            page.locator("[data-module=report-offline][data-started]").waitFor();
            PageChecks.assertFits(page);
            page.locator("main form > .actions button:not([data-drop])").click();
            assertThat(page.locator("[data-summary]")).isVisible();
            page.locator("[data-files]").setInputFiles(photo("a.jpg"));
            page.locator(".preview img").waitFor();
            page.locator("#location").fill("রোড ৪");
            tellProblem(page);
            page.locator("main form > .actions button:not([data-drop])").click();
            assertThat(page.locator("#outbox")).containsText("১টি অভিযোগ এই ফোনে আছে");
            assertThat(complaintsOf(citizen, db)).isZero();

            boolean[] lost = {false};
            browser.context().route("**/report/outbox/", route -> {
                if (route.request().method().equals("POST") && !lost[0]) {
                    lost[0] = true;
                    route.fetch();
                    route.abort();
                } else {
                    route.resume();
                }
            });
            browser.offline(false);
            page.waitForCondition(() -> lost[0] && complaintsOf(citizen, db) == 1);
            browser.offline(true);
            browser.offline(false);
            page.locator("#outbox-sent").waitFor();
            assertThat(page.locator("#outbox")).hasCount(0);
            page.navigate("/complaints/");
            assertThat(page.locator(".one")).hasCount(1);
            assertThat(complaintsOf(citizen, db)).isOne();
            assertThat(one(citizen, db).images()).isOne();
            browser.offline(true);
        } finally {
            browser.close();
        }
    }

    @Test
    void aRefusedReportIsMendedAndArrivesOnce() {
        Person citizen = people.citizen();
        try (var browser = browsers.phone(citizen).open()) {
            Page page = browser.open("/offline/report/?in=bn");
            page.locator("[data-module=report-offline][data-started]").waitFor();
            page.locator("[data-files]").setInputFiles(photo("a.jpg"));
            page.locator(".preview img").waitFor();
            page.locator("#location").fill("রোড ৪");
            tellProblem(page);
            // What the page itself lets nobody type: an older page kept on a phone might.
            page.evaluate("() => { const title = document.getElementById('title'); title.maxLength = 999; title.value = 'ক'.repeat(201); }");
            page.locator("main form > .actions button:not([data-drop])").click();
            page.locator("#outbox a[href*='edit=']").waitFor();
            assertThat(complaintsOf(citizen, db)).isZero();
            PageChecks.assertGood(page);

            page.locator("#outbox a[href*='edit=']").click();
            page.waitForCondition(() -> page.locator("#title").inputValue().length() == 201);
            assertThat(page.locator("#location")).hasValue("রোড ৪");
            assertThat(page.locator(".preview img")).hasCount(1);
            page.locator("#title").fill("ড্রেন উপচে পড়ছে");
            page.locator("main form > .actions button:not([data-drop])").click();
            page.locator("#outbox-sent").waitFor();
            assertThat(page.locator("#outbox")).hasCount(0);
            assertThat(complaintsOf(citizen, db)).isOne();
            assertThat(one(citizen, db).images()).isOne();
        }
    }

    @Test
    void aRefusedReportCanBeThrownAway() {
        Person citizen = people.citizen();
        try (var browser = browsers.desk(citizen).english().open()) {
            Page page = browser.open("/offline/report/?in=en");
            page.locator("[data-module=report-offline][data-started]").waitFor();
            page.locator("#location").fill("Road 4");
            tellProblem(page);
            page.evaluate("() => { const title = document.getElementById('title'); title.maxLength = 999; title.value = 'x'.repeat(201); }");
            page.locator("main form > .actions button:not([data-drop])").click();
            page.locator("#outbox a[href*='edit=']").click();
            page.locator("[data-drop]:visible").click();
            page.waitForURL(api.base() + "/");
            assertThat(page.locator("#outbox")).hasCount(0);
            assertThat((Object) page.evaluate("() => localStorage.outbox ?? null")).isNull();
            assertThat(complaintsOf(citizen, db)).isZero();
        }
    }
}
