package bd.cleancare.complaints;

import static bd.cleancare.complaints.ReportForms.photo;
import static bd.cleancare.complaints.ReportForms.photosPage;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import bd.cleancare.media.TestPhotos;
import bd.cleancare.testing.Api;
import bd.cleancare.testing.AppTest;
import bd.cleancare.testing.Browsers;
import bd.cleancare.testing.People;
import bd.cleancare.testing.People.Person;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Photos of a report on their way from a phone on a poor line. */
@AppTest
class ReportPhotosTest {

    @Autowired Api api;
    @Autowired People people;
    @Autowired Browsers browsers;
    @Autowired JdbcClient db;

    @Test
    void aPhotoWaitsForTheConnectionAndArrivesOnceThoughAnAnswerWasLost() {
        Person citizen = people.citizen();
        try (var browser = browsers.phone(citizen).open()) {
            Page page = photosPage(browser);
            boolean[] lost = {false};
            browser.offline(true);
            page.locator("#images").setInputFiles(photo("drain.jpg"));
            assertThat(page.locator("[data-message]")).not().isEmpty();
            page.locator("#photos-form button").click();
            assertThat(page.url()).endsWith("/report/");
            browser.context().route("**/report/photos/", route -> {
                if (lost[0]) {
                    route.resume();
                } else {
                    lost[0] = true;
                    route.fetch();
                    route.abort();
                }
            });
            browser.offline(false);
            page.waitForURL("**/report/place/");
            assertThat(lost[0]).isTrue();
            assertThat(photosOf(citizen)).isOne();
            browser.offline(true);
        }
    }

    @Test
    void aLargePhotoIsMadeSmallBeforeItLeavesThePhone() {
        byte[] large = TestPhotos.jpeg(4000, 3000);
        try (var browser = browsers.phone(people.citizen()).open()) {
            Page page = photosPage(browser);
            page.evaluate("""
                    () => {
                      const send = XMLHttpRequest.prototype.send;
                      XMLHttpRequest.prototype.send = function (body) { window.sent = body.get('image').size; return send.call(this, body); };
                    }""");
            page.locator("#images").setInputFiles(new FilePayload("large.jpg", "image/jpeg", large));
            page.locator(".preview:not(:has(progress)) img").waitFor();
            assertThat((Integer) page.evaluate("() => window.sent")).isBetween(1_000, large.length / 2);
        }
    }

    @Test
    void moreThanFiveAreRefusedAndOneIsTakenAway() {
        Person citizen = people.citizen();
        try (var browser = browsers.phone(citizen).open()) {
            Page page = photosPage(browser);
            page.locator("#images").setInputFiles(new FilePayload[] {photo("1.jpg"), photo("2.jpg"), photo("3.jpg"), photo("4.jpg"), photo("5.jpg"), photo("6.jpg")});
            assertThat(page.locator(".preview:not(:has(progress)) img")).hasCount(5);
            page.locator(".preview button").first().click();
            assertThat(page.locator(".preview")).hasCount(4);
            page.waitForCondition(() -> photosOf(citizen) == 4);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void photosAreAddedLater(boolean scripts) {
        Person citizen = people.citizen();
        var filed = Desk.file(api, citizen);
        byte[] large = TestPhotos.jpeg(4000, 3000);
        var phone = browsers.phone(citizen);
        try (var browser = (scripts ? phone : phone.withoutScripts()).open()) {
            Page page = browser.open("/complaints/" + filed.get("id").asString() + "/");
            page.locator("details:has(#images) summary").click();
            page.locator("#images").setInputFiles(new FilePayload("large.jpg", "image/jpeg", large));
            if (scripts) {
                assertThat(page.locator("[data-chosen]")).hasText("large.jpg");
                page.waitForFunction("size => document.getElementById('images').files[0].size < size", large.length);
            }
            page.locator("form[action$='/photos/'] button").click();
            assertThat(page.locator(".gallery img")).hasCount(1);
        }
    }

    @Test
    void theNumberIsCopiedAndTheLinkNeedsNoAccount() {
        Person citizen = people.citizen();
        var filed = Desk.file(api, citizen);
        try (var browser = browsers.phone(citizen).open()) {
            browser.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
            Page page = browser.open("/report/done/" + filed.get("id").asString() + "/");
            page.locator("[data-copy]").click();
            assertThat(page.evaluate("() => navigator.clipboard.readText()")).isEqualTo(filed.get("tracking_number").asString());
            String link = page.locator("[data-share]").getAttribute("data-share");
            assertThat(api.get(link.replace(api.base(), "")).status()).isEqualTo(200);
        }
    }

    private int photosOf(Person citizen) {
        return db.sql("SELECT count(*) FROM report_draft_photos p JOIN report_drafts d ON d.id = p.draft_id WHERE d.user_id = ?").param(citizen.id()).query(Integer.class).single();
    }
}
