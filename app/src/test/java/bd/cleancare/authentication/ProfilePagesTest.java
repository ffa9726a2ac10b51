package bd.cleancare.authentication;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import bd.cleancare.testing.Api;
import bd.cleancare.testing.AppTest;
import bd.cleancare.testing.Browser.Setup;
import bd.cleancare.testing.Browsers;
import bd.cleancare.testing.PageChecks;
import bd.cleancare.testing.People;
import bd.cleancare.testing.SmsInbox;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AppTest
class ProfilePagesTest {

    @Autowired Api api;
    @Autowired People people;
    @Autowired Browsers browsers;
    @Autowired SmsInbox inbox;

    @Test
    void everyPageOfTheProfileIsGoodInBothLanguages() {
        String cookie = people.cookieOf(people.citizen());
        try (var phone = Setup.phone(api.base()).signedIn(cookie).open(); var desk = Setup.desk(api.base()).english().atNight().signedIn(cookie).open()) {
            for (String path : List.of("/profile/", "/profile/edit/", "/profile/password/", "/profile/phone/", "/profile/sessions/", "/profile/close/")) {
                PageChecks.assertGood(phone.open(path));
                PageChecks.assertGood(desk.open(path));
            }
        }
    }

    @Test
    void aPersonChangesDetailsLanguagePasswordAndNumberAndLeaves() {
        var person = people.citizenWithPassword("shapla-phul-7");
        String elsewhere = people.cookieOf(person);
        try (var browser = browsers.desk(person).open()) {
            Page page = browser.open("/profile/edit/");
            page.locator("#name").fill("রিমা আক্তার");
            page.locator("#email").fill("not mail");
            page.locator("input[name=language][value=en]").check();
            page.locator("main form .actions button").click();
            assertThat(page.locator("#email-error")).isVisible();
            page.locator("#email").fill("");
            page.locator("main form .actions button").click();
            page.waitForURL("**/profile/");
            assertThat(page.locator("html")).hasAttribute("lang", "en");
            assertThat(page.locator("main")).containsText("রিমা আক্তার");

            page.navigate("/profile/password/");
            page.locator("#current_password").fill("wrong");
            page.locator("#new_password").fill("kadam-phul-88");
            page.locator("main form .actions button").click();
            assertThat(page.locator("#current_password-error")).isVisible();
            page.locator("#current_password").fill(person.password());
            page.locator("#new_password").fill("kadam-phul-88");
            page.locator("main form .actions button").click();
            page.waitForURL("**/profile/");
            assertThat(api.with("Cookie", "session=" + elsewhere).get("/profile/").status()).isEqualTo(303);

            var number = People.newPhone();
            page.navigate("/profile/phone/");
            page.locator("#phone").fill(number.local());
            page.locator("#current_password").fill("kadam-phul-88");
            page.locator("main form .actions button").click();
            page.waitForURL("**/profile/phone/confirm/");
            page.locator("#otp_code").fill(inbox.code(number, 1));
            page.locator("main form .actions button").click();
            page.waitForURL("**/profile/");
            assertThat(page.locator("main")).containsText(number.local());

            page.navigate("/profile/close/");
            page.locator("#current_password").fill("kadam-phul-88");
            page.locator("main form .actions button").click();
            assertThat(page.locator("#sure-error")).isVisible();
            page.locator("#sure").check();
            page.locator("#current_password").fill("kadam-phul-88");
            page.locator("main form .actions button").click();
            assertThat(page.locator(".flash")).isVisible();
            page.navigate("/profile/");
            assertThat(page.url()).contains("/sign-in/");
        }
    }

    @Test
    void sessionsAreEndedAndDataTakenAlongByTheirOwner() {
        var person = people.citizen();
        String elsewhere = people.cookieOf(person);
        String cookie = people.cookieOf(person);
        try (var browser = Setup.phone(api.base()).signedIn(cookie).open()) {
            Page page = browser.open("/profile/sessions/");
            assertThat(page.locator("main li.card")).hasCount(3);
            page.locator("form[action$='/end-others/'] button").click();
            assertThat(page.locator("main li.card")).hasCount(1);
        }
        assertThat(api.with("Cookie", "session=" + elsewhere).get("/profile/").status()).isEqualTo(303);
        var export = api.with("Cookie", "session=" + cookie).get("/profile/export/");
        assertThat(export.header("Content-Disposition")).contains("attachment");
        assertThat(export.header("Cache-Control")).contains("no-store");
        assertThat(export.body().get("account").get("phone").asString()).isEqualTo(person.phone().canonical());
    }
}
