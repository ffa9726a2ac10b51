package bd.cleancare.platform.pages;

import static org.assertj.core.api.Assertions.assertThat;

import bd.cleancare.testing.Api;
import bd.cleancare.testing.AppTest;
import bd.cleancare.testing.People;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What guards people on pages: cookies no script reads and no other site sends, and no script that is not a file of ours. */
@AppTest
class PageSecurityTest {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern INLINE = Pattern.compile("<script(?![^>]*\\bsrc=)|<style|\\sstyle=|\\son[a-z]+=", Pattern.CASE_INSENSITIVE);

    @Autowired
    Api api;

    @Autowired
    People people;

    @Test
    void onlyScriptsAndStylesOfOurOwnFilesAreRun() {
        String session = "session=" + people.cookieOf(people.citizen());
        for (String path : new String[] {"/", "/sign-in/", "/track/", "/report/", "/complaints/", "/payments/", "/help/", "/profile/", "/notifications/", "/no/such/page/"}) {
            var page = api.with("Cookie", session).with("Accept", "text/html").get(path);
            assertThat(page.header("Content-Security-Policy")).as(path).contains("default-src 'self'", "script-src 'self'", "object-src 'none'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(INLINE.matcher(page.text()).find()).as("inline script or style on " + path).isFalse();
        }
    }

    @Test
    void theSessionCookieIsForThisSiteAloneAndUnderTlsForNothingElse() {
        assertThat(sessionCookie(api)).startsWith("session=").contains("; HttpOnly", "; SameSite=Lax", "; Path=/").doesNotContain("Secure");
        assertThat(sessionCookie(api.with("X-Forwarded-Proto", "https"))).startsWith("__Host-session=").contains("; Secure", "; HttpOnly", "; SameSite=Lax", "; Path=/");
    }

    private String sessionCookie(Api client) {
        var person = people.citizenWithPassword("shapla-phul-7");
        var form = client.get("/sign-in/password/");
        var token = TOKEN.matcher(form.text());
        assertThat(token.find()).isTrue();
        String guard = cookie(form, "XSRF-TOKEN=").split(";")[0];
        var browser = client.with("Cookie", guard);
        var answer = browser.send(browser.request("/sign-in/password/").header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("_csrf=" + token.group(1) + "&phone=" + person.phone().local() + "&password=" + person.password())));
        assertThat(answer.status()).isEqualTo(303);
        return cookie(answer, "");
    }

    private static String cookie(Api.Answer answer, String prefix) {
        return answer.headers().allValues("Set-Cookie").stream().filter(each -> prefix.isEmpty() ? each.contains("session=") : each.startsWith(prefix)).findFirst().orElseThrow();
    }
}
