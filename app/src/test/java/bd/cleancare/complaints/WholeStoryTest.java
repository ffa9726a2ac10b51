package bd.cleancare.complaints;

import static bd.cleancare.complaints.ReportForms.complaintsOf;
import static bd.cleancare.complaints.ReportForms.one;
import static bd.cleancare.complaints.ReportForms.photo;
import static bd.cleancare.complaints.ReportForms.tellPlaceAndProblem;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import bd.cleancare.complaints.ReportForms.Filed;
import bd.cleancare.media.TestPhotos;
import bd.cleancare.testing.Api;
import bd.cleancare.testing.AppTest;
import bd.cleancare.testing.Browser;
import bd.cleancare.testing.Browser.Setup;
import bd.cleancare.testing.Browsers;
import bd.cleancare.testing.PageChecks;
import bd.cleancare.testing.People;
import bd.cleancare.testing.People.Person;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From the photo to the solved problem, every step on a page by the person whose step it is. */
@AppTest
class WholeStoryTest {

    @Autowired Api api;
    @Autowired People people;
    @Autowired Browsers browsers;
    @Autowired JdbcClient db;

    @Test
    void aCitizenReportsWithAPhotoInBanglaAndSeesItSolved() {
        Person citizen = people.citizen();
        try (var browser = browsers.phone(citizen).open()) {
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
            var filed = one(citizen, db);
            assertThat(filed.trackingNumber()).isEqualTo(number);
            assertThat(filed.images()).isOne();

            staffSolves(filed, true);
            page.locator("main .actions a.button").first().click();
            page.waitForURL("**/complaints/*/");
            assertThat(page.locator("main .badge").first()).containsText("সমাধান হয়েছে");
            assertThat(page.locator(".timeline")).containsText("পরিষ্কার করা হয়েছে");
            assertThat(page.locator(".pair img")).hasCount(2);
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
        try (var browser = browsers.desk(citizen).english().withoutScripts().open()) {
            Page page = browser.open("/report/");
            page.locator("#images").setInputFiles(new FilePayload("not.jpg", "image/jpeg", "no photo".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
            page.locator("#photos-form button").click();
            assertThat(page.locator("#images-error")).isVisible();
            page.locator("#images").setInputFiles(new FilePayload[] {photo("a.jpg"),
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
            assertThat(one(citizen, db).images()).isEqualTo(2);
            String done = page.url();
            page.goBack();
            page.waitForURL("**/report/");
            String token = page.locator("#photos-form input[name=_csrf]").inputValue();
            var again = page.context().request().post("/report/check/", RequestOptions.create().setForm(FormData.create().set("_csrf", token).set("draft", draft)));
            assertThat(again.url()).isEqualTo(done);
            assertThat(complaintsOf(citizen, db)).isOne();
            page.navigate(done);
            staffSolves(one(citizen, db), false);
            page.locator("main .actions a.button").first().click();
            assertThat(page.locator("main .badge").first()).containsText("Resolved");
            assertThat(page.locator(".pair img")).hasCount(3);
            assertThat(page.locator(".timeline")).containsText("পরিষ্কার করা হয়েছে");
        }
    }

    @Test
    void whoReportedMayTakeItBack() {
        Person citizen = people.citizen();
        var filed = Desk.file(api, citizen);
        try (var browser = browsers.desk(citizen).english().withoutScripts().open()) {
            Page page = browser.open("/complaints/" + filed.get("id").asString() + "/");
            page.locator("details").last().locator("summary").click();
            page.locator("form[action$='/withdraw/'] button").click();
            assertThat(page.locator("main .badge").first()).containsText("Cancelled");
        }
    }

    /** An admin assigns, the service provider begins and finishes with a photo: all of it on their pages, in Bangla. */
    private void staffSolves(Filed filed, boolean scripts) {
        Person provider = people.serviceProvider();
        Setup desk = browsers.desk(people.admin());
        try (Browser browser = (scripts ? desk : desk.withoutScripts()).open()) {
            Page page = browser.open("/console/?q=" + filed.trackingNumber());
            page.locator("[data-row] a").first().click();
            page.locator("#assignee").selectOption(provider.id().toString());
            page.locator("#assign button").click();
            assertThat(page.locator(".flash")).hasText("দায়িত্ব দেওয়া হয়েছে।");
        }
        Setup phone = browsers.phone(provider);
        try (Browser browser = (scripts ? phone : phone.withoutScripts()).open()) {
            Page page = browser.open("/today/");
            page.locator("form[action$='/start/'] button").click();
            page.locator("details summary").click();
            page.locator("details input[type=file]").setInputFiles(photo("after.jpg"));
            page.locator("details textarea").fill("পরিষ্কার করা হয়েছে।");
            page.locator("form[action$='/done/'] button").click();
            assertThat(page.locator(".flash")).containsText("শেষ");
            PageChecks.assertFits(page);
        }
    }
}
