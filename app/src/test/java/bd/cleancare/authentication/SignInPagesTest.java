package bd.cleancare.authentication;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import bd.cleancare.testing.Api;
import bd.cleancare.testing.AppTest;
import bd.cleancare.testing.Browser;
import bd.cleancare.testing.Browser.Setup;
import bd.cleancare.testing.PageChecks;
import bd.cleancare.testing.People;
import bd.cleancare.testing.SmsInbox;
import com.microsoft.playwright.Page;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@AppTest
class SignInPagesTest {

    @Autowired
    Api api;

    @Autowired
    People people;

    @Autowired
    SmsInbox inbox;

    @Test
    void whoIsNewGivesPhoneThenCodeThenNameAndLandsWhereTheyWanted() {
        var phone = People.newPhone();
        try (var browser = Setup.phone(api.base()).open()) {
            Page page = browser.open("/payments/");
            page.waitForURL("**/sign-in/?next=**");
            PageChecks.assertGood(page);
            page.locator("#phone").fill(phone.local());
            page.keyboard().press("Enter");
            page.waitForURL("**/sign-in/code/");
            PageChecks.assertGood(page);
            assertThat(page.locator("#otp_code")).hasAttribute("autocomplete", "one-time-code");
            assertThat(page.locator("[data-countdown]")).isVisible();
            assertThat(page.locator("#resend")).isHidden();
            page.locator("#otp_code").fill(inbox.code(phone, 1));
            page.keyboard().press("Enter");
            page.waitForURL("**/sign-up/name/**");
            PageChecks.assertGood(page);
            page.locator("#name").fill("রিমা আক্তার");
            page.keyboard().press("Enter");
            page.waitForURL(api.base() + "/payments/");
            var cookie = page.context().cookies().stream().filter(each -> each.name.equals("session")).findFirst().orElseThrow();
            assertThat(cookie.httpOnly).isTrue();
        }
    }

    /** No browser without a SIM card reads an SMS: what such a one would hand over is cut from the real SMS by the rule of the format. */
    @Test
    void theCodeGoesFromTheSmsIntoItsFieldWhereTheBrowserReadsIt() {
        var phone = People.newPhone();
        try (var browser = Setup.phone(api.base()).open()) {
            browser.context().exposeFunction("codeOfTheSms", _ -> codeFor("localhost", inbox.text(phone, 1)));
            browser.context().addInitScript("""
                    window.OTPCredential = class {};
                    if (navigator.credentials) navigator.credentials.get = async asked => asked.otp.transport.includes('sms') ? { code: await codeOfTheSms() } : null;""");
            Page page = browser.open("/sign-in/");
            page.locator("#phone").fill(phone.local());
            page.keyboard().press("Enter");
            page.waitForURL("**/sign-up/name/**");
        }
    }

    /** https://wicg.github.io/sms-one-time-codes/: the last line is {@code @host #code}. */
    private static String codeFor(String host, String sms) {
        String last = sms.lines().toList().getLast();
        assertThat(last).startsWith("@" + host + " #");
        return last.substring(last.indexOf('#') + 1);
    }

    @Test
    void itWorksWithoutScriptsInEnglishForWhoHasAnAccount() {
        var person = people.citizen();
        try (var browser = Setup.desk(api.base()).english().withoutScripts().open()) {
            Page page = browser.open("/sign-in/");
            page.locator("#phone").fill("12");
            page.locator("main form button").click();
            assertThat(page.locator("#phone-error")).isVisible();
            assertThat(page.locator("#summary")).isVisible();
            assertThat(page.locator("#phone")).hasValue("12");
            page.locator("#phone").fill(person.phone().canonical());
            page.locator("main form button").click();
            page.locator("#otp_code").fill("0000000");
            page.locator("main form button").first().click();
            assertThat(page.locator("#otp_code-error")).isVisible();
            page.locator("#otp_code").fill(inbox.code(person.phone(), 1));
            page.locator("main form button").first().click();
            page.waitForURL("**/complaints/");
            page.navigate("/");
            page.locator("form[action='/sign-out/'] button").first().click();
            assertThat(page.locator(".flash")).isVisible();
            page.navigate("/complaints/");
            assertThat(page.url()).contains("/sign-in/");
        }
    }

    @Test
    void aPasswordWorksTooAndAWrongOneIsSaidOnceForBothFields() {
        var person = people.citizenWithPassword("shapla-phul-7");
        try (var browser = Setup.phone(api.base()).open()) {
            Page page = browser.open("/sign-in/password/?next=/profile/");
            PageChecks.assertGood(page);
            page.locator("#phone").fill(person.phone().local());
            page.locator("#password").fill("not it at all");
            page.keyboard().press("Enter");
            assertThat(page.locator("#summary")).isFocused();
            assertThat(page.locator("#phone")).hasValue(person.phone().local());
            page.locator("#password").fill(person.password());
            page.keyboard().press("Enter");
            page.waitForURL(api.base() + "/profile/");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example/", "//evil.example/", "/\\evil.example/", "javascript:alert(1)"})
    void afterwardsNobodyIsSentToAnotherSite(String next) {
        var person = people.citizen();
        var signedIn = api.with("Cookie", "session=" + people.cookieOf(person));
        String query = "?next=" + java.net.URLEncoder.encode(next, java.nio.charset.StandardCharsets.UTF_8);
        for (String path : List.of("/sign-in/", "/sign-up/", "/sign-in/password/")) {
            assertThat(signedIn.get(path + query).header("Location")).as(path).isEqualTo("/complaints/");
            assertThat(api.get(path + query).text()).contains("name=\"next\" value=\"/complaints/\"");
        }
    }

    @Test
    void formsWithoutTheirTokenAreRefused() {
        for (String path : List.of("/sign-in/", "/sign-in/password/", "/sign-in/code/", "/sign-up/code/", "/sign-up/code/again/", "/sign-out/")) {
            var answer = api.send(api.request(path).header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString("phone=1")));
            assertThat(answer.status()).as(path).isEqualTo(403);
        }
    }
}
