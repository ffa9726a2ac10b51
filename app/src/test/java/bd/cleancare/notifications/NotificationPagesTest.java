package bd.cleancare.notifications;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import bd.cleancare.notifications.queue.Channel;
import bd.cleancare.platform.i18n.Language;
import bd.cleancare.shared.Ids;
import bd.cleancare.testing.Api;
import bd.cleancare.testing.AppTest;
import bd.cleancare.testing.Await;
import bd.cleancare.testing.Browser;
import bd.cleancare.testing.Browser.Setup;
import bd.cleancare.testing.PageChecks;
import bd.cleancare.testing.People;
import bd.cleancare.testing.People.Person;
import bd.cleancare.testing.SmsInbox;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@AppTest
class NotificationPagesTest {

    @Autowired Notifications notifications;
    @Autowired Templates templates;
    @Autowired JdbcClient db;
    @Autowired People people;
    @Autowired SmsInbox inbox;
    @Autowired Api api;

    @Test
    void theBellCountsTheListLeadsAndEverythingCanBeMarkedAsRead() {
        Person person = people.citizen();
        for (int i = 0; i < 3; i++) {
            notifications.tell(new Fact(Event.values()[i * 3], Ids.next().toString(), List.of(person.id()), "/complaints/?nr=" + i,
                    Map.of("tracking_number", "CC-26-TEST" + i, "title", "স্টেশন রোডের ড্রেন উপচে পড়ছে", "status_bn", "প্রক্রিয়াধীন", "status_en", "In progress", "comment", "কাল লোক যাবে")));
        }
        Await.until(() -> bells(person) == 3);
        String cookie = people.cookieOf(person);
        try (var phone = Setup.phone(api.base()).signedIn(cookie).open(); var desk = Setup.desk(api.base()).english().atNight().signedIn(cookie).open()) {
            Page list = phone.open("/notifications/");
            assertThat(list.locator(".news > li.new").first()).isVisible();
            PageChecks.assertGood(list);
            assertThat(list.locator(".toast")).hasCount(0);
            picture(list, "inbox-phone");
            Page wide = desk.open("/notifications/");
            PageChecks.assertGood(wide);
            picture(wide, "inbox-desk");
            assertThat(wide.locator(".bell [data-number]")).isVisible();
            wide.locator(".news a", new Page.LocatorOptions().setHasText("In progress")).first().click();
            wide.waitForURL("**/complaints/?nr=*");
            Page again = desk.open("/notifications/");
            again.locator("form[action='/notifications/read/'] button").click();
            again.waitForURL("**/notifications/");
            assertThat(again.locator(".bell [data-number]")).isHidden();
        }
        try (var empty = Setup.phone(api.base()).signedIn(people.cookieOf(fresh())).open()) {
            PageChecks.assertGood(empty.open("/notifications/"));
        }
    }

    @Test
    void theBellOfAnOpenPageCountsByItself() {
        Person person = fresh();
        try (var phone = Setup.phone(api.base()).signedIn(people.cookieOf(person)).open()) {
            Page page = phone.context().newPage();
            page.clock().install();
            page.navigate("/complaints/");
            assertThat(page.locator(".bell [data-number]")).isHidden();
            notifications.tell(new Fact(Event.REOPENED, Ids.next().toString(), List.of(person.id()), "/complaints/", Map.of("tracking_number", "CC", "title", "ড্রেন")));
            Await.until(() -> bells(person) == 1);
            page.clock().runFor(41_000);
            assertThat(page.locator(".bell [data-number]")).hasText("১");
        }
    }

    /** Somebody whose one session is the one that looks. */
    private Person fresh() {
        Person person = people.citizen();
        db.sql("DELETE FROM sessions WHERE user_id = ?").param(person.id()).update();
        return person;
    }

    @Test
    void anAdminChangesATextAndItIsSentAndTheStandardComesBack() {
        var slot = new Templates.Slot(Event.RECEIPT_READY, Channel.SMS, Language.BANGLA);
        try (var desk = Setup.desk(api.base()).english().signedIn(people.cookieOf(people.admin())).open();
                var phone = Setup.phone(api.base()).signedIn(people.cookieOf(people.admin())).open()) {
            for (Browser each : List.of(desk, phone)) {
                Page texts = each.open("/console/notifications/");
                PageChecks.assertGood(texts);
                picture(texts, "texts-" + (each == desk ? "desk" : "phone"));
            }
            Page page = desk.open("/console/notifications/receipt_ready/sms/bn/");
            PageChecks.assertGood(page);
            picture(page, "text-desk");
            page.locator("#body").fill("রসিদ {recipt_number}");
            page.locator("button[value=save]").click();
            assertThat(page.locator("#body-error")).isVisible();
            page.locator("#body").fill("(CleanCare) নতুন লেখা {receipt_number}");
            page.locator("button[value=look]").click();
            assertThat(page.locator(".bubble")).containsText("নতুন লেখা R-2026-000123");
            page.locator("button[value=save]").click();
            page.waitForURL("**/console/notifications/");
            assertThat(templates.text(slot).body()).isEqualTo("(CleanCare) নতুন লেখা {receipt_number}");
            Page small = phone.open("/console/notifications/receipt_ready/sms/bn/");
            PageChecks.assertGood(small);
            picture(small, "text-phone");
        } finally {
            templates.reset(slot);
        }
        assertThat(templates.text(slot).changed()).isFalse();
    }

    @Test
    void aTextWithAHoleOrWithoutTheNameOrTooLongIsRefused() {
        var slot = new Templates.Slot(Event.REOPENED, Channel.SMS, Language.ENGLISH);
        assertThat(templates.errors(slot, null, "(CleanCare) {title} is open again").byField()).isEmpty();
        assertThat(templates.errors(slot, null, "(CleanCare) {amount}").byField()).as("not a value of this event").containsKey("body");
        assertThat(templates.errors(slot, null, "(CleanCare) {title").byField()).containsKey("body");
        assertThat(templates.errors(slot, null, "Clean Care: {title}").byField()).as("the name stands in round brackets").containsKey("body");
        assertThat(templates.errors(slot, null, "(CleanCare) " + "ক".repeat(300)).byField()).as("five SMS").containsKey("body");
    }

    @Test
    void everyStandardTextIsOneAnAdminCouldHaveSaved() {
        for (Event event : Event.values()) {
            for (Channel channel : Channel.values()) {
                for (Language language : Language.values()) {
                    var text = templates.text(new Templates.Slot(event, channel, language));
                    assertThat(templates.errors(text.slot(), text.subject(), text.body()).byField()).as(event + " " + channel + " " + language).isEmpty();
                }
            }
        }
    }

    @Test
    void theLogShowsWhatBecameOfAMessageAndSendsItAgain() {
        Person person = people.citizen();
        notifications.tell(new Fact(Event.REOPENED, Ids.next().toString(), List.of(person.id()), "/", Map.of("tracking_number", "CC-26-TEST")));
        inbox.text(person.phone(), 1);
        Await.until(() -> state(person).equals("sent"));
        UUID id = db.sql("SELECT id FROM outgoing_messages WHERE address = ? AND event = 'reopened'").param(person.phone().canonical()).query(UUID.class).single();
        db.sql("UPDATE outgoing_messages SET state = 'failed', unresolved = true, last_error = 'HttpTimeoutException' WHERE id = ?").param(id).update();
        db.sql("INSERT INTO notification_facts (event, key, recipients, path, values, parked_at, last_error, tries) VALUES ('reopened', ?, '{}', '/', '{}', now(), 'IllegalArgumentException', 10)")
                .param(Ids.next().toString()).update();
        try (var desk = Setup.desk(api.base()).signedIn(people.cookieOf(people.admin())).open();
                var phone = Setup.phone(api.base()).english().atNight().signedIn(people.cookieOf(people.admin())).open()) {
            Page log = desk.open("/console/notifications/log/");
            PageChecks.assertGood(log);
            picture(log, "log-desk");
            Page small = phone.open("/console/notifications/log/");
            PageChecks.assertGood(small);
            picture(small, "log-phone");
            log.locator("#phone").fill(person.phone().local());
            log.locator("main form .search button").click();
            assertThat(log.locator("main table tbody tr").first()).isVisible();
            Page one = desk.open("/console/notifications/log/" + id + "/");
            PageChecks.assertGood(one);
            picture(one, "log-one-desk");
            one.locator("form[action$='/replay/'] button").click();
            one.waitForURL("**/log/" + id + "/");
        }
        Await.until(() -> state(person).equals("sent"), java.time.Duration.ofSeconds(10));
        assertThat(inbox.of(person.phone()).size()).as("the gateway knew that it had it already").isOne();
    }

    @Test
    void citizensHaveNoBusinessThere() {
        Api citizen = api.with("Cookie", "session=" + people.cookieOf(people.citizen()));
        assertThat(citizen.get("/console/notifications/").status()).isEqualTo(403);
        assertThat(citizen.get("/console/notifications/log/").status()).isEqualTo(403);
        assertThat(citizen.get("/notifications/999999999/").status()).as("somebody else's").isEqualTo(404);
    }

    private String state(Person person) {
        return db.sql("SELECT state FROM outgoing_messages WHERE address = ? AND event = 'reopened'").param(person.phone().canonical()).query(String.class).single();
    }

    private long bells(Person person) {
        return db.sql("SELECT count(*) FROM notifications WHERE user_id = ?").param(person.id()).query(Long.class).single();
    }

    private static void picture(Page page, String name) {
        page.evaluate("scrollTo(0, 0)");
        Browser.picture(page, Path.of("target/pictures", "notifications-" + name + ".png"));
    }
}
