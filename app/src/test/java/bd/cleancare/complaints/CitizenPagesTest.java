package bd.cleancare.complaints;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import bd.cleancare.media.TestPhotos;
import bd.cleancare.testing.Api;
import bd.cleancare.testing.AppTest;
import bd.cleancare.testing.Browser;
import bd.cleancare.testing.Browser.Setup;
import bd.cleancare.testing.PageChecks;
import bd.cleancare.testing.PageWeight;
import bd.cleancare.testing.People;
import bd.cleancare.testing.People.Person;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a citizen does on pages, from the photo to the solved problem. */
@AppTest
class CitizenPagesTest {

    private static final int KB = 1024;

    @Autowired
    Api api;

    @Autowired
    People people;

    @Autowired
    JdbcClient db;

    @Test
    void aCitizenReportsWithAPhotoInBanglaAndSeesItSolved() {
        Person citizen = people.citizen();
        try (var browser = Setup.phone(api.base()).signedIn(people.cookieOf(citizen)).open()) {
            Page page = browser.open("/report/");
            PageChecks.assertGood(page);
            page.locator("[data-module=report-photos][data-started]").waitFor();
            page.locator("#images").setInputFiles(new FilePayload("drain.jpg", "image/jpeg", TestPhotos.withExif(TestPhotos.jpeg(2400, 1800), 1)));
            page.locator(".preview:not(:has(progress)) img").waitFor();
            PageChecks.assertGood(page);
            page.locator("#photos-form button").click();
            page.waitForURL("**/report/place/");
            assertThat(page.locator("input[name=latitude]")).not().hasValue("");
            PageChecks.assertGood(page);
            tellPlaceAndProblem(page);
            page.waitForURL("**/report/check/");
            assertThat(page.locator(".preview")).hasCount(1);
            PageChecks.assertGood(page);
            page.locator("main form button").click();
            page.waitForURL("**/report/done/**");
            PageChecks.assertGood(page);
            String number = page.locator(".big-code").textContent().strip();
            var filed = one(citizen);
            assertThat(filed.trackingNumber()).isEqualTo(number);
            assertThat(filed.images()).isOne();

            solve(filed);
            page.locator("main .actions a.button").first().click();
            page.waitForURL("**/complaints/*/");
            assertThat(page.locator("main .badge").first()).containsText("সমাধান হয়েছে");
            assertThat(page.locator(".timeline")).containsText("পরিষ্কার করা হয়েছে");
            assertThat(page.locator(".gallery img")).hasCount(1);
            PageChecks.assertGood(page);
            page.locator("#comment").fill("ধন্যবাদ।");
            page.locator("form[action$='/comments/'] button").click();
            assertThat(page.locator(".flash")).isVisible();
            assertThat(page.locator(".timeline")).containsText("ধন্যবাদ।");
            page.navigate("/complaints/");
            assertThat(page.locator(".one")).hasCount(1);
            PageChecks.assertGood(page);
        }
    }

    @Test
    void theSameWorksAsPlainFormsWithoutScripts() {
        Person citizen = people.citizen();
        try (var browser = Setup.desk(api.base()).english().withoutScripts().signedIn(people.cookieOf(citizen)).open()) {
            Page page = browser.open("/report/");
            page.locator("#images").setInputFiles(new FilePayload("not.jpg", "image/jpeg", "no photo".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
            page.locator("#photos-form button").click();
            assertThat(page.locator("#images-error")).isVisible();
            page.locator("#images").setInputFiles(new FilePayload[] {new FilePayload("a.jpg", "image/jpeg", TestPhotos.jpeg(800, 600)),
                    new FilePayload("b.jpg", "image/jpeg", TestPhotos.jpeg(640, 480))});
            page.locator("#photos-form button").click();
            page.waitForURL("**/report/place/");
            page.locator("main form button:visible").first().click();
            assertThat(page.locator("#location-error")).isVisible();
            tellPlaceAndProblem(page);
            page.waitForURL("**/report/check/");
            assertThat(page.locator(".preview")).hasCount(2);
            page.locator("a[href='/report/what/']").first().click();
            assertThat(page.locator("#title")).hasValue("ড্রেন উপচে পড়ছে");
            page.goBack();
            String draft = page.locator("input[name=draft]").inputValue();
            page.locator("main form button").click();
            page.waitForURL("**/report/done/**");
            assertThat(one(citizen).images()).isEqualTo(2);
            String done = page.url();
            page.goBack();
            page.waitForURL("**/report/");
            String token = page.locator("#photos-form input[name=_csrf]").inputValue();
            var again = page.context().request().post("/report/check/", RequestOptions.create().setForm(FormData.create().set("_csrf", token).set("draft", draft)));
            assertThat(again.url()).isEqualTo(done);
            assertThat(complaintsOf(citizen)).isOne();
            page.navigate(done);
            page.locator("main .actions a.button").first().click();
            page.locator("details").last().locator("summary").click();
            page.locator("form[action$='/withdraw/'] button").click();
            assertThat(page.locator("main .badge").first()).containsText("Cancelled");
        }
    }

    @Test
    void aReportWrittenWithoutAConnectionArrivesOnceThoughTheFirstAnswerIsLost() {
        Person citizen = people.citizen();
        var browser = Setup.phone(api.base()).signedIn(people.cookieOf(citizen)).open();
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
            page.locator("main form > .actions button").click();
            assertThat(page.locator("[data-summary]")).isVisible();
            page.locator("[data-files]").setInputFiles(new FilePayload("a.jpg", "image/jpeg", TestPhotos.jpeg(800, 600)));
            page.locator(".preview img").waitFor();
            page.locator("#location").fill("রোড ৪");
            tellProblem(page);
            page.locator("main form > .actions button").click();
            assertThat(page.locator("#outbox")).containsText("১টি অভিযোগ এই ফোনে আছে");
            assertThat(complaintsOf(citizen)).isZero();

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
            page.waitForCondition(() -> lost[0] && complaintsOf(citizen) == 1);
            browser.offline(true);
            browser.offline(false);
            page.locator("#outbox-sent").waitFor();
            assertThat(page.locator("#outbox")).hasCount(0);
            page.navigate("/complaints/");
            assertThat(page.locator(".one")).hasCount(1);
            assertThat(complaintsOf(citizen)).isOne();
            assertThat(one(citizen).images()).isOne();
            browser.offline(true);
        } finally {
            browser.close();
        }
    }

    @Test
    void theWholeReportGoesWithTheKeyboardAlone() {
        Person citizen = people.citizen();
        try (var browser = Setup.desk(api.base()).signedIn(people.cookieOf(citizen)).open()) {
            Page page = browser.open("/report/");
            page.locator("[data-module=report-photos][data-started]").waitFor();
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
            assertThat(complaintsOf(citizen)).isOne();
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
    void everyPageOfACitizenIsLight() {
        var citizen = people.citizen();
        String id = Desk.file(api, citizen).get("id").asString();
        String cookies = "language=bn; session=" + people.cookieOf(citizen);
        for (String path : List.of("/", "/report/", "/report/place/", "/report/what/", "/complaints/", "/complaints/" + id + "/", "/profile/", "/profile/edit/",
                "/sign-in/password/", "/track/")) {
            var weight = PageWeight.of(api.uri(path), path.startsWith("/sign-in/") ? "language=bn" : cookies);
            assertThat(weight.html()).as("html of " + path).isLessThan(14 * KB);
            assertThat(weight.firstView()).as("html and css of " + path).isLessThan(30 * KB);
            assertThat(weight.scripts()).as("scripts of " + path).isLessThan(30 * KB);
        }
    }

    private static void tellPlaceAndProblem(Page page) {
        page.locator("#location").fill("রোড ৪, ব্লক খ, মসজিদের পাশে");
        page.locator("main form > .actions button").click();
        page.waitForURL("**/report/what/");
        if ("bn".equals(page.locator("html").getAttribute("lang"))) {
            PageChecks.assertGood(page);
        }
        tellProblem(page);
        page.locator("main form > .actions button").click();
    }

    private static void tellProblem(Page page) {
        page.locator("input[name=category]").nth(1).check();
        page.locator("#title").fill("ড্রেন উপচে পড়ছে");
        page.locator("#description").fill("তিন দিন ধরে পানি জমে আছে।");
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

    private void solve(Filed filed) {
        Person admin = people.admin();
        Person provider = people.serviceProvider();
        String path = "/api/complaints/" + filed.id() + "/";
        assertThat(api.as(admin.accessToken()).post(path + "assign/", Map.of("assigned_to", provider.id().toString())).status()).isEqualTo(200);
        assertThat(api.as(provider.accessToken()).post(path + "start_work/", Map.of()).status()).isEqualTo(200);
        assertThat(api.as(provider.accessToken()).post(path + "work_done/", Map.of("comment", "পরিষ্কার করা হয়েছে।")).status()).isEqualTo(200);
    }

    record Filed(String id, String trackingNumber, int images) {
    }

    private Filed one(Person citizen) {
        return db.sql("SELECT id::text, tracking_number, image_count FROM complaints WHERE user_id = ?").param(citizen.id())
                .query((row, _) -> new Filed(row.getString(1), row.getString(2), row.getInt(3))).single();
    }

    private int complaintsOf(Person citizen) {
        return db.sql("SELECT count(*) FROM complaints WHERE user_id = ?").param(citizen.id()).query(Integer.class).single();
    }
}
