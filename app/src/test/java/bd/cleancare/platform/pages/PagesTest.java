package bd.cleancare.platform.pages;

import static org.assertj.core.api.Assertions.assertThat;

import bd.cleancare.testing.Api;
import bd.cleancare.testing.AppTest;
import bd.cleancare.testing.People;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@AppTest
class PagesTest {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    @Autowired
    Api api;

    @Autowired
    People people;

    @Test
    void pagesAreInBanglaUntilSomebodyChoosesEnglish() {
        assertThat(api.with("Accept-Language", "en-US").get("/").text()).contains("<html lang=\"bn\"").contains("সমস্যা জানান");
        assertThat(api.with("Cookie", "language=en").get("/").text()).contains("<html lang=\"en\"").contains("Report a problem");
    }

    @Test
    void choosingALanguageLeadsBackToTheSamePageWithItsFilters() {
        var chosen = api.get("/styleguide/?status=open&lang=en");
        assertThat(chosen.status()).isEqualTo(303);
        assertThat(chosen.header("Location")).isEqualTo("/styleguide/?status=open");
        assertThat(chosen.header("Set-Cookie")).startsWith("language=en;");
    }

    @Test
    void choosingALanguageNeverLeadsToAnotherSite() {
        assertThat(api.get("//evil.example/?lang=en").header("Location")).isNull();
        assertThat(api.with("Accept", "text/html").get("//evil.example/").text()).doesNotContain("evil.example");
        assertThat(LocalPath.orElse("/\\evil.example", "/")).isEqualTo("/");
        assertThat(LocalPath.orElse("//evil.example", "/")).isEqualTo("/");
        assertThat(LocalPath.orElse("/\t/evil.example", "/")).isEqualTo("/");
        assertThat(LocalPath.orElse("/complaints/?page=2", "/")).isEqualTo("/complaints/?page=2");
    }

    @Test
    void aQueryWithBrokenEscapesIsLeftOutOfLinks() {
        assertThat(LocalPath.readableQuery("a=%zz")).isEmpty();
        assertThat(LocalPath.readableQuery("a=%e0%a6%95&b")).isEqualTo("a=%e0%a6%95&b");
    }

    @Test
    void whatSomebodySignedInSeesIsStoredNowhere() {
        String session = "session=" + people.cookieOf(people.citizen());
        assertThat(api.with("Cookie", session).get("/").header("Cache-Control")).isEqualTo("no-store");
        assertThat(api.get("/").header("Cache-Control")).isEqualTo("private, no-cache");
    }

    @Test
    void stylesAndScriptsAreKeptForEverUnderAnAddressThatChangesWithThem() {
        var link = Pattern.compile("href=\"(/assets/[0-9a-f]{10})/css/app.css\"").matcher(api.get("/").text());
        assertThat(link.find()).isTrue();
        assertThat(api.get(link.group(1) + "/css/app.css").header("Cache-Control")).contains("max-age=31536000").contains("immutable");
        assertThat(api.get("/assets/0123456789/css/app.css").header("Cache-Control")).isEqualTo("no-cache");
        assertThat(List.of(link.group(1) + "/css/app.css", "/assets/0123456789/css/app.css")).allSatisfy(sheet ->
                assertThat(api.get(sheet).text()).contains("--paper:", ".button {", "@media print").doesNotContain("@import"));
        assertThat(api.get(link.group(1) + "/webjars/htmx.org/2.0.10/dist/htmx.min.js").status()).isEqualTo(200);
    }

    @Test
    void peopleGetErrorPagesAndProgramsGetJson() {
        var page = api.with("Accept", "text/html").get("/no/such/page/");
        assertThat(page.status()).isEqualTo(404);
        assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(page.text()).contains("পাতাটি পাওয়া যায়নি");
        assertThat(api.with("Accept", "text/html").get("/api/no/such/thing/").body().path("code").asString()).isEqualTo("not_found");
        assertThat(api.with("Accept", "application/json").get("/no/such/page/").body().path("code").asString()).isEqualTo("not_found");
    }

    @Test
    void anAddressTypedWithoutItsLastSlashIsFoundAllTheSame() {
        var sent = api.with("Accept", "text/html").get("/track?number=CC1");
        assertThat(sent.status()).isEqualTo(303);
        assertThat(sent.header("Location")).isEqualTo("/track/?number=CC1");
        assertThat(api.with("Accept", "application/json").get("/track").status()).isEqualTo(404);
        assertThat(api.with("Accept", "text/html").get("/no-such.png").status()).isEqualTo(404);
        assertThat(api.with("Accept", "text/html").get("//evil.example").header("Location")).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 404, 409, 413, 429, 500, 503})
    void everyErrorHasItsPageInBothLanguages(int status) {
        var bangla = api.get("/styleguide/error/" + status + "/");
        var english = api.with("Cookie", "language=en").get("/styleguide/error/" + status + "/");
        assertThat(bangla.status()).isEqualTo(status);
        assertThat(bangla.text()).contains("<html lang=\"bn\"").doesNotContain("errorpage.");
        assertThat(english.text()).contains("<html lang=\"en\"").doesNotContain("errorpage.");
        assertThat(bangla.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void whoIsNotSignedInIsSentToSignInAndBack() {
        var sent = api.get("/styleguide/error/401/");
        assertThat(sent.status()).isEqualTo(303);
        assertThat(sent.header("Location")).isEqualTo("/sign-in/?next=%2Fstyleguide%2Ferror%2F401%2F");
    }

    @Test
    void aFormWithoutItsTokenIsRefusedInWords() {
        var refused = post("name=x", "");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text()).contains("পাতাটি অনেকক্ষণ খোলা ছিল");
    }

    @Test
    void aRefusedFormKeepsWhatWasTypedAndEscapesIt() {
        var refused = post("name=" + "%3Cb%3E".repeat(8) + "&phone=01700000000", token());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("value=\"01700000000\"").contains("id=\"name-error\"").contains("href=\"#name\"").contains("&lt;b>&lt;b>");
    }

    @Test
    void aSentenceOutlivesARedirectOnceAndCannotBeForged() {
        var sent = post("name=Rima", token());
        String flash = sent.headers().allValues("Set-Cookie").stream().filter(cookie -> cookie.startsWith("flash=")).findFirst().orElseThrow().split(";")[0];
        assertThat(sent.status()).isEqualTo(303);
        var next = api.with("Cookie", flash).get("/styleguide/");
        assertThat(next.text()).contains("ধন্যবাদ, Rima");
        assertThat(next.headers().allValues("Set-Cookie")).anyMatch(cookie -> cookie.startsWith("flash=;"));
        assertThat(api.with("Cookie", flash.substring(0, flash.length() - 2) + "AA").get("/styleguide/").text()).doesNotContain("ধন্যবাদ");
    }

    @Test
    void theManifestIsThereInBothLanguages() {
        assertThat(api.get("/manifest-bn.webmanifest").text()).contains("ক্লিন কেয়ার").contains("\"start_url\":\"/\"");
        assertThat(api.get("/manifest-en.webmanifest").text()).contains("Clean Care");
    }

    private String csrfCookie;

    private String token() {
        var form = api.get("/styleguide/");
        csrfCookie = form.headers().allValues("Set-Cookie").stream().filter(cookie -> cookie.startsWith("XSRF-TOKEN=")).findFirst().orElseThrow().split(";")[0];
        var token = TOKEN.matcher(form.text());
        assertThat(token.find()).isTrue();
        return token.group(1);
    }

    private Api.Answer post(String body, String token) {
        var client = csrfCookie == null ? api : api.with("Cookie", csrfCookie);
        return client.send(client.request("/styleguide/").header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body + "&_csrf=" + token)));
    }
}
