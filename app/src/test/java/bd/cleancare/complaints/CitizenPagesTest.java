package bd.cleancare.complaints;

import static bd.cleancare.complaints.ReportForms.complaintsOf;
import static bd.cleancare.complaints.ReportForms.photosPage;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import bd.cleancare.testing.Api;
import bd.cleancare.testing.AppTest;
import bd.cleancare.testing.Browser.Setup;
import bd.cleancare.testing.Browsers;
import bd.cleancare.testing.PageChecks;
import bd.cleancare.testing.People;
import bd.cleancare.testing.People.Person;
import com.microsoft.playwright.Page;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What citizens and visitors do on pages besides the great story ({@link WholeStoryTest}). */
@AppTest
class CitizenPagesTest {

    @Autowired Api api;
    @Autowired People people;
    @Autowired Browsers browsers;
    @Autowired JdbcClient db;

    @Test
    void theWholeReportGoesWithTheKeyboardAlone() {
        Person citizen = people.citizen();
        try (var browser = browsers.desk(citizen).open()) {
            Page page = photosPage(browser);
            tabTo(page, "#photos-form button");
            page.keyboard().press("Enter");
            page.waitForURL("**/report/place/");
            tabTo(page, "#location");
            page.keyboard().type("রোড ৭, পুকুরপাড়");
            page.keyboard().press("Enter");
            page.waitForURL("**/report/what/");
            tabTo(page, "input[name=category]");
            page.keyboard().press("ArrowDown");
            tabTo(page, "#title");
            page.keyboard().type("বাতি জ্বলে না");
            tabTo(page, "#description");
            page.keyboard().type("এক সপ্তাহ ধরে অন্ধকার।");
            tabTo(page, "main form .actions button");
            page.keyboard().press("Enter");
            page.waitForURL("**/report/check/");
            tabTo(page, "main form .actions button");
            page.keyboard().press("Enter");
            page.waitForURL("**/report/done/**");
            assertThat(complaintsOf(citizen, db)).isOne();
        }
    }

    @Test
    void anybodyFindsAComplaintByItsNumberAndNobodyByIt() {
        Person citizen = people.citizen();
        var filed = Desk.file(api, citizen);
        String number = filed.get("tracking_number").asString();
        Desk.move(api, people.admin(), filed, Desk.IN_PROGRESS);
        for (Setup setup : List.of(Setup.phone(api.base()), Setup.desk(api.base()).english().atNight())) {
            try (var browser = setup.open()) {
                Page page = browser.open("/");
                PageChecks.assertGood(page);
                page.locator("#number").fill(number.toLowerCase(java.util.Locale.ROOT));
                page.keyboard().press("Enter");
                page.waitForURL("**/track/" + number + "/");
                PageChecks.assertGood(page);
                assertThat(page.content()).doesNotContain("Person " + citizen.phone().canonical().substring(10)).doesNotContain("উপচে").doesNotContain("ব্লক খ");
                page.navigate("/track/?number=CC1");
                assertThat(page.locator("#summary")).isVisible();
                PageChecks.assertGood(page);
            }
        }
    }

    @Test
    void theHomePageTellsEverybodyHowTheCityIsDoing() {
        var filed = Desk.file(api, people.citizen());
        Desk.move(api, people.admin(), filed, Desk.IN_PROGRESS);
        Desk.move(api, people.admin(), filed, Desk.RESOLVED);
        try (var browser = Setup.phone(api.base()).open()) {
            Page page = browser.open("/");
            assertThat(page.locator(".trio .stat")).hasCount(3);
            assertThat(page.locator(".trio .stat b").last()).not().hasText("০");
            assertThat(page.locator(".lately li").first()).containsText("পরিচ্ছন্নতা");
            assertThat(page.locator(".lately li").first()).containsText("এইমাত্র");
            assertThat(page.locator("a[href='tel:999']")).isVisible();
            assertThat(page.locator("main a[href='/report/']")).isVisible();
        }
    }

    @Test
    void somebodyElsesComplaintPhotoAndDraftAreNotThere() {
        var filed = Desk.file(api, people.citizen());
        var other = api.with("Cookie", "session=" + people.cookieOf(people.citizen())).with("Accept", "text/html");
        assertThat(other.get("/complaints/" + filed.get("id").asString() + "/").status()).isEqualTo(404);
        assertThat(other.get("/report/done/" + filed.get("id").asString() + "/").status()).isEqualTo(404);
        assertThat(other.get("/report/photos/" + filed.get("id").asString() + "/").status()).isEqualTo(404);
        assertThat(other.get("/complaints/").header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void formsWithoutTheirTokenAreRefused() {
        var citizen = people.citizen();
        String id = Desk.file(api, citizen).get("id").asString();
        var browser = api.with("Cookie", "session=" + people.cookieOf(citizen));
        for (String path : List.of("/report/", "/report/place/", "/report/what/", "/report/check/", "/report/outbox/", "/report/discard/",
                "/complaints/" + id + "/comments/", "/complaints/" + id + "/withdraw/", "/profile/close/", "/profile/edit/")) {
            var answer = browser.send(browser.request(path).header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString("comment=x")));
            assertThat(answer.status()).as(path).isEqualTo(403);
        }
    }

    @Test
    void myComplaintsSayHowManyThereAreInEachState() {
        Person citizen = people.citizen();
        Desk.file(api, citizen);
        var begun = Desk.file(api, citizen, "title", "বাতি জ্বলে না");
        Desk.move(api, people.admin(), begun, Desk.IN_PROGRESS);
        try (var browser = browsers.phone(citizen).open()) {
            Page page = browser.open("/complaints/");
            assertThat(page.locator(".states .stat b")).hasText(new String[] {"১", "১", "০", "০"});
            page.locator(".states .stat").nth(1).click();
            assertThat(page.locator(".one")).hasCount(1);
            assertThat(page.locator(".one")).containsText("বাতি জ্বলে না");
            page.locator(".states .stat").nth(3).click();
            assertThat(page.locator(".empty")).isVisible();
            PageChecks.assertGood(page);
        }
    }

    /** Presses Tab until the element has the focus. */
    private static void tabTo(Page page, String selector) {
        for (int i = 0; i < 60; i++) {
            page.keyboard().press("Tab");
            if (Boolean.TRUE.equals(page.evaluate("selector => document.activeElement.matches(selector)", selector))) {
                return;
            }
        }
        throw new AssertionError("Tab never reaches " + selector + " on " + page.url());
    }
}
