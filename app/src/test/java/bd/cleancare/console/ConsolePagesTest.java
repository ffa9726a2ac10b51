package bd.cleancare.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import bd.cleancare.testing.Api;
import bd.cleancare.testing.AppTest;
import bd.cleancare.testing.Browser;
import bd.cleancare.testing.Browsers;
import bd.cleancare.testing.PageChecks;
import bd.cleancare.testing.People;
import bd.cleancare.testing.People.Person;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The pages of staff in a real browser. */
@AppTest
class ConsolePagesTest {

    @Autowired Api api;
    @Autowired People people;
    @Autowired Browsers browsers;
    @Autowired JdbcClient db;

    @Test
    void staffAssignsAndMovesAComplaintWithAnAnswerFromATemplate() {
        String word = Stack.word();
        UUID complaint = Stack.of(1, word, people.citizen(), db).getFirst();
        Person provider = people.named(people.serviceProvider(), "মাঠকর্মী " + word);
        Person admin = people.admin();
        db.sql("INSERT INTO response_templates (id, category, title_bn, title_en, body_bn, body_en, updated_by) VALUES (uuidv7(), NULL, ?, 'Sent', 'দল পাঠানো হয়েছে।', 'A team was sent.', ?)")
                .param("দল " + word).param(admin.id()).update();
        try (Browser browser = browsers.desk(admin).open()) {
            Page page = browser.open("/console/");
            page.locator("#q").fill(word);
            page.locator("#q").press("Enter");
            assertThat(page.locator("[data-row]")).hasCount(1);
            page.locator("[data-row] a").first().click();
            page.locator("#assignee").selectOption(provider.id().toString());
            page.locator("#assign button").click();
            assertThat(page.locator(".flash")).hasText("দায়িত্ব দেওয়া হয়েছে।");
            page.locator("#move select").selectOption("in_progress");
            page.locator("#move summary").click();
            page.locator("[data-started] [data-answer]").getByText(word).or(page.getByText("দল " + word)).first().click();
            assertThat(page.locator("#comment")).hasValue("দল পাঠানো হয়েছে।");
            page.locator("#move .actions button").click();
            assertThat(page.locator(".timeline").first()).containsText("দল পাঠানো হয়েছে।");
        }
        assertThat(db.sql("SELECT status FROM complaints WHERE id = ?").param(complaint).query(Integer.class).single()).isEqualTo(2);
    }

    @Test
    void aServiceProviderFinishesAJobOnAPhoneWithoutScripts() {
        UUID complaint = Stack.of(1, Stack.word(), people.citizen(), db).getFirst();
        Person provider = people.serviceProvider();
        db.sql("UPDATE complaints SET assigned_to = ? WHERE id = ?").param(provider.id()).param(complaint).update();
        try (Browser browser = browsers.phone(provider).withoutScripts().open()) {
            Page page = browser.open("/today/");
            page.locator("form[action$='/start/'] button").click();
            assertThat(page.locator("a[href*='destination=23.8']")).hasCount(1);
            assertThat(page.locator("a[href^='geo:23.8']")).isVisible();
            page.locator("details summary").click();
            page.locator("input[type=file]").setInputFiles(Path.of("src/main/resources/demo/photos/drain-1-after.jpg"));
            page.locator("textarea").fill("ড্রেন পরিষ্কার করা হয়েছে।");
            page.locator("form[action$='/done/'] button").click();
            assertThat(page.locator(".flash")).containsText("শেষ");
            page.navigate("/console/complaints/" + complaint + "/");
            assertThat(page.locator(".pair img")).hasCount(1);
        }
        assertThat(db.sql("SELECT status FROM complaints WHERE id = ?").param(complaint).query(Integer.class).single()).isEqualTo(3);
    }

    @Test
    void whoIsSecondSeesBothVersionsAndLosesNothing() {
        UUID complaint = Stack.of(1, Stack.word(), people.citizen(), db).getFirst();
        String path = "/console/complaints/" + complaint + "/edit/";
        try (Browser first = browsers.desk(people.admin()).open();
                Browser second = browsers.phone(people.admin()).open()) {
            Page one = first.open(path);
            Page two = second.open(path);
            one.locator("#title").fill("রাস্তায় পানি জমে আছে");
            one.locator("form .actions button").click();
            two.locator("#title").fill("নালা আটকে গেছে");
            two.locator("form.card .actions button").click();
            assertThat(two.locator("h1")).containsText("এর মধ্যে অন্য কেউ");
            assertThat(two.locator("main form")).containsText("রাস্তায় পানি জমে আছে");
            assertThat(two.locator("textarea[name=title]")).hasValue("নালা আটকে গেছে");
            assertThat(db.sql("SELECT title FROM complaints WHERE id = ?").param(complaint).query(String.class).single()).isEqualTo("রাস্তায় পানি জমে আছে");
            PageChecks.assertAccessible(two);
            PageChecks.assertFits(two);
            two.locator("main form .actions button").click();
            assertThat(two.locator("h1")).hasText("নালা আটকে গেছে");
        }
    }

    @Test
    void theListIsUsedByKeyboardAlone() {
        String word = Stack.word();
        Stack.of(3, word, people.citizen(), db);
        try (Browser browser = browsers.desk(people.admin()).english().open()) {
            Page page = browser.open("/console/");
            page.locator("#results[data-started]").waitFor();
            page.keyboard().press("/");
            assertThat(page.locator("#q")).isFocused();
            page.keyboard().type(word);
            page.keyboard().press("Enter");
            assertThat(page.locator("[data-row]")).hasCount(3);
            page.waitForURL("**q=**");
            page.locator("#q").blur();
            page.keyboard().press("j");
            page.keyboard().press("j");
            Locator link = page.locator("[data-row] a").nth(1);
            assertThat(link).isFocused();
            page.keyboard().press("Enter");
            assertThat(page.locator("#note")).isVisible();
            page.goBack();
            assertThat(page.locator("h1")).hasText("Complaints");
        }
    }

    /** The screens of two usual laptops, of which the browser's own bars take a part. */
    @ParameterizedTest
    @CsvSource({"1280,660", "1366,640", "1024,700"})
    void aLaptopShowsTheQueueWithoutScrollingSideways(int width, int height) {
        Stack.of(20, Stack.word(), people.citizen(), db);
        try (Browser browser = browsers.desk(people.admin()).english().open()) {
            Page page = browser.open("/today/");
            page.setViewportSize(width, height);
            page.navigate("/console/");
            page.locator("#results[data-started]").waitFor();
            assertThat((int) page.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(width);
            assertThat(page.locator("[data-row]").first().boundingBox().y).as("the first row is on the screen").isLessThan(height - 60);
        }
    }

    @Test
    void whatIsFilteredIsShownOnAMapInClusters() {
        String word = Stack.word();
        Stack.of(30, word, people.citizen(), db);
        try (Browser browser = browsers.desk(people.admin()).open()) {
            Page page = browser.open("/console/map/?q=" + word);
            assertThat(page.locator(".map-cluster").first()).hasText("৩০");
        }
    }

    @Test
    void aMapThatCannotBeReadIsRefusedWithItsFaults() {
        try (Browser browser = browsers.phone(people.superAdmin()).open()) {
            Page page = browser.open("/console/wards/");
            byte[] file = "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{},\"geometry\":null}]}".getBytes(StandardCharsets.UTF_8);
            page.locator("#file").setInputFiles(new FilePayload("wards.geojson", "application/geo+json", file));
            page.locator("main form button").click();
            assertThat(page.locator("#summary")).containsText("ফিচার ১");
            PageChecks.assertGood(page);
        }
    }

    @Test
    void citizensFindNoConsole() {
        for (String path : List.of("/console/", "/today/", "/console/wards/", "/console/export.csv")) {
            assertThat(api.with("Cookie", "session=" + people.cookieOf(people.citizen())).get(path).status()).as(path).isEqualTo(403);
        }
        assertThat(api.with("Cookie", "session=" + people.cookieOf(people.serviceProvider())).get("/console/bulk/").status()).isEqualTo(403);
    }
}
