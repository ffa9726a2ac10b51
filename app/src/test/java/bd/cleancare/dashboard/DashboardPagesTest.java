package bd.cleancare.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import bd.cleancare.platform.tallies.Tallies;
import bd.cleancare.testing.Api;
import bd.cleancare.testing.AppTest;
import bd.cleancare.testing.Browser;
import bd.cleancare.testing.Browser.Setup;
import bd.cleancare.testing.PageChecks;
import bd.cleancare.testing.People;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** The page of the mayor's office. {@code -Ddashboard.pictures=folder} keeps what it looks like. */
@AppTest
@TestPropertySource(properties = "cleancare.city.name-en=Pictured City")
class DashboardPagesTest {

    @Autowired
    Api http;
    @Autowired
    People people;
    @Autowired
    JdbcClient db;
    @Autowired
    Tallies tallies;

    @Test
    void theCityIsOnOnePageInBothLanguagesOnPhoneAndDesk() throws IOException {
        var mayor = people.superAdmin();
        String session = people.cookieOf(mayor);
        try (Browser phone = Setup.phone(http.base()).withoutScripts().signedIn(session).open()) {
            Page page = phone.open("/dashboard/");
            PageChecks.assertFits(page);
            PageChecks.assertNoLatinDigits(page);
            assertThat(page.locator(".empty").count()).isEqualTo(1);
        }
        aCityIsThere(mayor.accessToken());
        look("phone-bn", Setup.phone(http.base()).signedIn(session));
        look("phone-en-dark", Setup.phone(http.base()).english().atNight().signedIn(session));
        look("desk-bn-dark", Setup.desk(http.base()).atNight().signedIn(session));
        look("desk-en", Setup.desk(http.base()).english().signedIn(session));
        look("desk-bn", Setup.desk(http.base()).signedIn(session));
    }

    private void look(String name, Setup setup) {
        try (Browser browser = setup.open()) {
            Page page = browser.open("/dashboard/");
            assertThat(page.locator(".ward-map path").count()).isEqualTo(12);
            assertThat(page.locator("table.bars").count()).isGreaterThanOrEqualTo(3);
            String pictures = System.getProperty("dashboard.pictures");
            if (pictures != null) {
                Browser.picture(page, Path.of(pictures, name + ".png"));
            }
            PageChecks.assertGood(page);
            page.locator("#trend-table summary").click();
            assertThat(page.locator("#trend-table tbody tr").count()).isEqualTo(30);
            PageChecks.assertGood(page);
        }
    }

    @Test
    void anOpenPageShowsNewNumbersByItselfAndKeepsWhatWasOpened() {
        var citizen = people.citizen();
        try (Browser desk = Setup.desk(http.base()).english().signedIn(people.cookieOf(people.superAdmin())).open()) {
            Page page = desk.open("/dashboard/");
            page.locator("#trend-table summary").click();
            String before = page.locator(".kpis .stat b").first().textContent();
            http.as(citizen.accessToken()).post("/api/complaints/", Map.of("title", "ড্রেন", "description", "পানি", "category", "পরিচ্ছন্নতা",
                    "priority", "উচ্চ", "location", "রোড ৪", "ward_number", "9"));
            page.waitForFunction("before => document.querySelector('.kpis .stat b').textContent !== before", before);
            assertThat(page.locator("#trend-table").getAttribute("open")).isNotNull();
        }
    }

    @Test
    void whatCitizensSayOfConversationsIsSummedUp() {
        var mayor = people.superAdmin();
        int before = talks(mayor);
        for (int rating : new int[] {5, 4}) {
            var citizen = people.citizen();
            String room = "/api/chat/rooms/" + http.as(citizen.accessToken()).get("/api/chat/help-desk/").body().path("room_id").asString() + "/";
            http.as(citizen.accessToken()).post(room + "messages/", Map.of("message", "সাহায্য দরকার"));
            assertThat(http.as(mayor.accessToken()).post(room + "closing/", Map.of()).status()).isEqualTo(200);
            assertThat(http.as(citizen.accessToken()).post(room + "rating/", Map.of("rating", rating)).status()).isEqualTo(200);
        }
        assertThat(talks(mayor)).isEqualTo(before + 2);
        assertThat(tallies.check()).filteredOn(finding -> finding.tally().equals("talk_days")).singleElement().matches(finding -> finding.differences() == 0);
        db.sql("UPDATE chat_closings SET rating = 1 WHERE rating = 5").update();
        tallies.fold();
        assertThat(tallies.check()).filteredOn(finding -> finding.tally().equals("talk_days")).singleElement().matches(finding -> finding.differences() == 0);
        db.sql("UPDATE talk_days SET stars_4 = stars_4 + 1 WHERE day = 'infinity'").update();
        assertThat(tallies.check()).filteredOn(finding -> finding.tally().equals("talk_days")).singleElement().matches(finding -> finding.differences() == 1);
        tallies.rebuild();
        assertThat(talks(mayor)).isEqualTo(before + 2);
    }

    /** How many ratings of conversations the page shows. */
    private int talks(People.Person mayor) {
        try (Browser desk = Setup.desk(http.base()).english().withoutScripts().signedIn(people.cookieOf(mayor)).open()) {
            var rows = desk.open("/dashboard/").locator("section[aria-labelledby=talks] tbody td:last-child").allTextContents();
            return rows.stream().mapToInt(Integer::parseInt).sum();
        }
    }

    @Test
    void anOpenPageWhoseLoginEndedLeadsToTheLogin() {
        try (Browser desk = Setup.desk(http.base()).english().signedIn(people.cookieOf(people.superAdmin())).open()) {
            Page page = openWithClock(desk);
            desk.context().clearCookies();
            page.clock().runFor(16_000);
            page.waitForURL("**/sign-in/?next=%2Fdashboard%2F");
        }
    }

    @Test
    void anOpenPageThatMayNoLongerBeSeenSaysSoOnceAndAsksNoMore() {
        try (Browser desk = Setup.desk(http.base()).english().signedIn(people.cookieOf(people.superAdmin())).open()) {
            Page page = openWithClock(desk);
            desk.context().addCookies(List.of(new Cookie("session", people.cookieOf(people.admin())).setUrl(http.base())));
            var asked = new AtomicInteger();
            page.onRequest(request -> asked.addAndGet(request.url().endsWith("/dashboard/") ? 1 : 0));
            page.clock().runFor(16_000);
            page.locator("#toasts .toast").waitFor();
            page.clock().runFor(120_000);
            page.waitForLoadState(LoadState.NETWORKIDLE);
            assertThat(asked).hasValue(1);
            assertThat(page.locator(".kpis .stat").count()).isGreaterThan(0);
        }
    }

    /** Time passes on it when the test says so. */
    private static Page openWithClock(Browser desk) {
        Page page = desk.context().newPage();
        page.clock().install();
        page.navigate("/dashboard/");
        page.waitForLoadState(LoadState.NETWORKIDLE);
        return page;
    }

    @Test
    void itIsForSuperAdminsOnlyAndTheMenuKnows() {
        for (var other : List.of(people.citizen(), people.admin())) {
            try (Browser desk = Setup.desk(http.base()).withoutScripts().signedIn(people.cookieOf(other)).open()) {
                Page page = desk.context().newPage();
                assertThat(page.navigate("/dashboard/").status()).isEqualTo(403);
            }
        }
        try (Browser desk = Setup.desk(http.base()).withoutScripts().signedIn(people.cookieOf(people.admin())).open()) {
            assertThat(desk.open("/console/").locator("nav a[href='/dashboard/']").count()).isZero();
        }
        try (Browser desk = Setup.desk(http.base()).withoutScripts().signedIn(people.cookieOf(people.superAdmin())).open()) {
            assertThat(desk.open("/console/").locator("nav a[href='/dashboard/']").count()).isEqualTo(1);
        }
    }

    private void aCityIsThere(String mayor) throws IOException {
        http.as(mayor).json("POST", "/api/wards/import/", new ClassPathResource("demo/wards.geojson").getContentAsString(StandardCharsets.UTF_8));
        var citizen = people.citizen();
        db.sql("""
                INSERT INTO complaints (id, tracking_number, user_id, title, description, category, priority, status, location, ward_number, created_at, resolved_at, resolutions, search_text)
                SELECT uuidv7(), 'CC20260000' || upper(lpad(to_hex(i), 8, '0')), :user, (ARRAY['ড্রেনের ময়লা পানি রাস্তায়', 'আবর্জনা সরানো হয়নি', 'রাস্তার বাতি জ্বলে না'])[1 + i % 3], '…',
                       1 + i % 6, 1 + i % 3, s, 'বাজার সড়ক, বাড়ি ' || i % 90, CASE WHEN i % 17 > 0 THEN (1 + (i * 7 + i / 9 * (i % 4)) % 12)::text END,
                       now() - make_interval(mins => (i * 97 + i * i % 1500) % 86400), CASE WHEN s = 3 THEN now() - make_interval(mins => (i * 97 + i * i % 1500) % 86400) + interval '31 hours' END, 1, 'x'
                FROM (SELECT i, (ARRAY[1, 2, 2, 3, 3, 3, 3, 4])[1 + (i * i / 7) % 8]::smallint AS s FROM generate_series(1, 640) i) made""").param("user", citizen.id()).update();
        db.sql("""
                INSERT INTO complaint_feedback (complaint_id, resolution, ward_number, score, rated_at, fixed, decided_at)
                SELECT id, 1, ward_number, s, now(), s > 2, now() FROM (SELECT id, ward_number, 1 + (ARRAY[4, 3, 4, 4, 2, 3, 1, 4, 0])[1 + (row_number() OVER ()) % 9] AS s FROM complaints WHERE status = 3 LIMIT 120) x
                """).update();
        for (int month = 0; month < 10; month++) {
            db.sql("""
                    WITH t AS (INSERT INTO ledger_transactions (sequence, kind, reference, at, previous_hash, hash)
                               VALUES (:s, 'test', :s::text, now() - make_interval(months => :s), '', '') RETURNING sequence)
                    INSERT INTO ledger_postings (transaction, line, account, amount_poisha)
                    SELECT sequence, 1, 'bank', :p::bigint FROM t UNION ALL SELECT sequence, 2, 'revenue:holding-tax', -:p::bigint FROM t""")
                    .param("s", month).param("p", 1_234_567_50L + 300_000_00L * ((month * 7) % 5)).update();
        }
    }
}
