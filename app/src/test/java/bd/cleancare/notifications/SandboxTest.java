package bd.cleancare.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import bd.cleancare.shared.Ids;
import bd.cleancare.testing.Api;
import bd.cleancare.testing.AppTest;
import bd.cleancare.testing.Await;
import bd.cleancare.testing.Browser;
import bd.cleancare.testing.Browser.Setup;
import bd.cleancare.testing.PageChecks;
import bd.cleancare.testing.People;
import bd.cleancare.testing.People.Person;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What the demo's own mailboxes and phones show, and what may be answered from them. */
@AppTest
class SandboxTest {

    @Autowired Api api;
    @Autowired People people;
    @Autowired JdbcClient db;
    @Autowired Notifications notifications;

    @Test
    void anAddressIsConfirmedFromTheMailboxAndNewsFollow() {
        Person person = people.citizen();
        db.sql("UPDATE users SET email = 'rahima@city.example' WHERE id = ?").param(person.id()).update();
        try (var phone = Setup.phone(api.base()).withoutScripts().signedIn(people.cookieOf(person)).open()) {
            Page page = phone.open("/profile/notifications/");
            page.locator("form[action='/profile/notifications/email/'] button").click();
            Await.until(() -> mails().size() == 1, Duration.ofSeconds(20));
            page.navigate("/sandbox/mail/");
            String confirm = page.locator("li.card", new Page.LocatorOptions().setHasText("rahima@city.example")).locator("a.button").getAttribute("href");
            page.navigate(confirm.substring(confirm.indexOf("/mail/confirm/")));
            page.locator("main form button").click();
        }
        notifications.tell(new Fact(Event.REOPENED, Ids.next().toString(), List.of(person.id()), "/complaints/", Map.of("tracking_number", "CC", "title", "ড্রেন")));
        Await.until(() -> mails().size() == 2, Duration.ofSeconds(20));
        JsonNode newest = mails().path(0);
        assertThat(newest.propertyNames()).containsExactlyInAnyOrder("to", "sender", "subject", "text", "link", "sent_at");
        assertThat(newest.path("subject").asString()).isEqualTo("আবার খোলা হয়েছে");
        assertThat(newest.path("link").asString()).endsWith("/complaints/");
        try (var phone = Setup.phone(api.base()).open(); var desk = Setup.desk(api.base()).english().atNight().open()) {
            Page small = phone.open("/sandbox/mail/");
            PageChecks.assertGood(small);
            Browser.picture(small, Path.of("target/pictures", "sandbox-mail-phone.png"));
            Page wide = desk.open("/sandbox/mail/");
            PageChecks.assertGood(wide);
            Browser.picture(wide, Path.of("target/pictures", "sandbox-mail-desk.png"));
        }
    }

    @Test
    void anSmsIsAnsweredAsFromThePhoneAndRatesTheWork() {
        Person citizen = people.citizen();
        Person admin = people.admin();
        JsonNode complaint = api.as(citizen.accessToken()).post("/api/complaints/", Map.of("title", "ড্রেন", "description", "পানি নামছে না", "category", "পরিচ্ছন্নতা",
                "priority", "উচ্চ", "location", "বাজার সড়ক")).body();
        String id = complaint.path("id").asString();
        var resolved = api.as(admin.accessToken()).post("/api/complaints/" + id + "/update_status/", Map.of("new_status", "সমাধান হয়েছে", "comment", "হয়ে গেছে"));
        assertThat(resolved.status()).as(resolved.text()).isEqualTo(200);
        try (var phone = Setup.phone(api.base()).withoutScripts().open()) {
            Page page = phone.open("/sandbox/sms/");
            page.locator("main summary").click();
            page.locator("#phone").fill(citizen.phone().local());
            page.locator("#text").fill("৪ ভালো হয়েছে");
            page.locator("form[action='/sandbox/sms/'] button").click();
            page.getByText("উত্তরটি সিস্টেমে দেওয়া হয়েছে").waitFor();
        }
        Await.until(() -> db.sql("SELECT count(*) FROM complaint_feedback WHERE complaint_id = ?::uuid AND score = 4").param(id).query(Long.class).single() == 1);
    }

    private JsonNode mails() {
        return api.get("/sandbox/mail/?to=rahima@city.example").body();
    }
}
