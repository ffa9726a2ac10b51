package bd.cleancare.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import bd.cleancare.testing.Api;
import bd.cleancare.testing.AppTest;
import bd.cleancare.testing.Browser;
import bd.cleancare.testing.Browser.Setup;
import bd.cleancare.testing.Browsers;
import bd.cleancare.testing.People;
import bd.cleancare.testing.People.Person;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What staff do at a desk besides moving complaints along, on pages as they do it. */
@AppTest
class DeskWorkTest {

    @Autowired Api api;
    @Autowired People people;
    @Autowired Browsers browsers;
    @Autowired JdbcClient db;

    @Test
    void filtersLiveInTheAddressAndAreKeptUnderAName() {
        String word = Stack.word();
        List<UUID> complaints = Stack.of(4, word, people.citizen(), db);
        db.sql("UPDATE complaints SET status = 2 WHERE id = ?").param(complaints.getLast()).update();
        try (Browser browser = admin().open()) {
            Page page = browser.open("/console/?q=" + word);
            page.locator("#status").selectOption("in_progress");
            page.waitForURL("**status=in_progress**");
            assertThat(page.locator("[data-row]")).hasCount(1);
            page.reload();
            assertThat(page.locator("[data-row]")).hasCount(1);
            page.locator("#view-name").fill("চলমান " + word);
            page.locator("#view-name").press("Enter");
            assertThat(page.locator(".flash")).isVisible();
            page.navigate("/console/");
            page.locator(".chip").getByText("চলমান " + word).click();
            assertThat(page.locator("[data-row]")).hasCount(1);
            page.locator("form[action='/console/views/'] [formaction$='/delete/']").click();
            assertThat(page.locator(".chip").getByText("চলমান " + word)).hasCount(0);
        }
    }

    @Test
    void theListIsSortedAsAsked() {
        String word = Stack.word();
        Stack.of(3, word, people.citizen(), db);
        try (Browser browser = admin().open()) {
            Page page = browser.open("/console/?q=" + word);
            String newest = page.locator("[data-row] .code").first().textContent();
            page.locator("#order").selectOption("oldest");
            page.waitForURL("**order=oldest**");
            assertThat(page.locator("[data-row] .code").last()).hasText(newest);
        }
    }

    @Test
    void anEditStaysInTheHistoryWithWhatStoodThereBefore() {
        UUID complaint = Stack.of(1, Stack.word(), people.citizen(), db).getFirst();
        try (Browser browser = admin().withoutScripts().open()) {
            Page page = browser.open("/console/complaints/" + complaint + "/edit/");
            page.locator("#title").fill("");
            page.locator("form.card .actions button").click();
            assertThat(page.locator("#title-error")).isVisible();
            page.locator("#title").fill("নালা আটকে গেছে");
            page.locator("form.card .actions button").click();
            assertThat(page.locator("h1")).hasText("নালা আটকে গেছে");
            assertThat(page.locator(".timeline ins")).hasText("নালা আটকে গেছে");
            assertThat(page.locator(".timeline del")).containsText("ড্রেন উপচে পড়ছে");
        }
    }

    @Test
    void aNoteAmongStaffIsNotShownToWhoReported() {
        Person citizen = people.citizen();
        UUID complaint = Stack.of(1, Stack.word(), citizen, db).getFirst();
        String note = "ভেতরের কথা " + Stack.word();
        try (Browser browser = admin().open()) {
            Page page = browser.open("/console/complaints/" + complaint + "/");
            page.locator("#note-text").fill(note);
            page.locator("#note button").click();
            assertThat(page.locator(".timeline")).containsText(note);
        }
        assertThat(api.with("Cookie", "session=" + people.cookieOf(citizen)).get("/complaints/" + complaint + "/").text()).contains("উপচে").doesNotContain(note);
    }

    @Test
    void aReportersOtherReportsAreASideAndOneIsTiedToTheOther() {
        Person citizen = people.citizen();
        var first = file(citizen);
        String original = first.get("tracking_number").asString();
        String originalPath = "/console/complaints/" + first.get("id").asString() + "/";
        String copyPath = "/console/complaints/" + file(citizen).get("id").asString() + "/";
        try (Browser browser = admin().open()) {
            Page page = browser.open(copyPath);
            assertThat(page.locator("a[href='" + originalPath + "']")).isVisible();
            page.locator("details:has(#duplicate) summary").click();
            page.locator("#number").fill("CC1");
            page.locator("#duplicate button").click();
            assertThat(page.locator("#number-error")).isVisible();
            page.locator("#number").fill(original.toLowerCase(java.util.Locale.ROOT));
            page.locator("#duplicate button").click();
            assertThat(page.locator("main")).containsText(original);
            page.navigate(originalPath);
            assertThat(page.locator(".facts a[href='" + copyPath + "']")).isVisible();
        }
    }

    @Test
    void aPrintedComplaintHasItsStoryAndNoForms() {
        UUID complaint = Stack.of(1, Stack.word(), people.citizen(), db).getFirst();
        try (Browser browser = admin().atNight().open()) {
            Page page = browser.open("/console/complaints/" + complaint + "/");
            assertThat(page.locator("[data-print]")).isVisible();
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(com.microsoft.playwright.options.Media.PRINT));
            assertThat(page.locator("h1")).isVisible();
            assertThat(page.locator(".timeline")).isVisible();
            for (String hidden : List.of(".sidebar", "#assign", "#move", "#note", ".tabbar")) {
                assertThat(page.locator(hidden).first()).isHidden();
            }
            assertThat(page.locator("body")).hasCSS("background-color", "rgb(255, 255, 255)");
        }
    }

    @Test
    void theMapOfTheWardsIsImportedAndACitizensPlaceFindsItsWard() {
        try (Browser browser = browsers.desk(people.superAdmin()).english().open()) {
            Page page = browser.open("/console/wards/");
            page.locator("#file").setInputFiles(Path.of("src/main/resources/demo/wards.geojson"));
            page.locator("main form .actions button").click();
            assertThat(page.locator(".flash")).containsText("12");
            assertThat(page.locator("tbody tr")).hasCount(12);
            page.locator(".map [data-show]").click();
            assertThat(page.locator("path.ward")).hasCount(12);
        }
        try (Browser browser = browsers.phone(people.citizen()).open()) {
            browser.context().grantPermissions(List.of("geolocation"));
            browser.context().setGeolocation(new com.microsoft.playwright.options.Geolocation(23.80, 90.40));
            Page page = browser.open("/report/place/");
            page.locator("[data-module=report-place][data-started]").waitFor();
            page.locator("[data-locate]").click();
            assertThat(page.locator("[data-found]")).containsText("ওয়ার্ড");
            assertThat(page.locator("input[name=latitude]")).hasValue("23.800000");
            page.locator(".map [data-show]").click();
            page.locator(".map-canvas[data-ready]").waitFor();
            page.locator(".map-canvas").click(new com.microsoft.playwright.Locator.ClickOptions().setPosition(200, 120));
            assertThat(page.locator("input[name=latitude]")).not().hasValue("23.800000");
        }
    }

    private JsonNode file(Person citizen) {
        return api.as(citizen.accessToken()).post("/api/complaints/", Map.of("title", "ড্রেন উপচে পড়ছে", "description", "তিন দিন ধরে পানি জমে আছে।",
                "category", "পরিচ্ছন্নতা", "priority", "উচ্চ", "location", "রোড ৪, ব্লক খ")).body();
    }

    private Setup admin() {
        return browsers.desk(people.admin());
    }
}
