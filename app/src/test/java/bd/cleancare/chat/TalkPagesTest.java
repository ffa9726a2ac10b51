package bd.cleancare.chat;

import static bd.cleancare.chat.TalkPage.good;
import static bd.cleancare.chat.TalkPage.live;
import static bd.cleancare.chat.TalkPage.said;
import static bd.cleancare.chat.TalkPage.say;
import static bd.cleancare.chat.TalkPage.shot;
import static bd.cleancare.chat.TalkPage.texts;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import bd.cleancare.media.TestPhotos;
import bd.cleancare.testing.Api;
import bd.cleancare.testing.AppTest;
import bd.cleancare.testing.Browser;
import bd.cleancare.testing.Browser.Setup;
import bd.cleancare.testing.Browsers;
import bd.cleancare.testing.PageChecks;
import bd.cleancare.testing.PageWeight;
import bd.cleancare.testing.People;
import bd.cleancare.testing.People.Person;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The pages of conversations in real browsers: as plain forms, with everything staff do there, and what they show. */
@AppTest
class TalkPagesTest {

    private static final int KB = 1024;

    @Autowired Api api;
    @Autowired People people;
    @Autowired Browsers browsers;
    @Autowired JdbcClient db;

    @Test
    void everythingWorksAsPlainFormsWithoutScripts() {
        Person citizen = people.citizen();
        Person officer = people.named(people.admin(), "কর্মকর্তা করিম");
        Person colleague = people.named(people.superAdmin(), "কর্মকর্তা সেলিনা");
        answer("দল যাচ্ছে", "দল রওনা হয়েছে।", "A team is on its way.", officer);
        try (Browser phone = browsers.phone(citizen).withoutScripts().open();
                Browser desk = browsers.desk(officer).withoutScripts().open()) {
            Page theirs = phone.open("/help/");
            PageChecks.assertFits(theirs);
            theirs.locator(".composer .send").click();
            assertThat(theirs.locator("#message-error")).isVisible();
            theirs.locator("#message").fill("ক".repeat(1400));
            theirs.locator(".composer .send").click();
            assertThat(theirs.locator("#message-error")).containsText("৪");
            assertThat(theirs.locator("#message")).hasValue("ক".repeat(1400));
            theirs.locator("#message").fill("বর্জ্য কোন দিন নেয়?");
            theirs.locator("input[name=images]").setInputFiles(new FilePayload("bin.jpg", "image/jpeg", TestPhotos.jpeg(640, 480)));
            theirs.locator(".composer .send").click();
            theirs.waitForURL("**/help/#end");
            assertThat(said(theirs)).hasCount(1);
            assertThat(said(theirs).locator("img")).hasCount(1);
            shot(theirs, "help-no-script");

            String room = db.sql("SELECT id FROM chat_rooms WHERE citizen_id = ? AND kind = 2").param(citizen.id()).query(UUID.class).single().toString();
            Page ours = desk.open("/console/help/?show=unassigned");
            ours.locator("#talk-" + room).click();
            ours.locator("form[action$='/assignment/'] button").first().click();
            assertThat(ours.locator("[data-assignee]")).containsText("কর্মকর্তা করিম");
            ours.locator(".chat-answers summary").click();
            ours.locator(".chat-answers li", new Page.LocatorOptions().setHasText("দল যাচ্ছে")).first().locator("a[lang=bn]").click();
            assertThat(ours.locator("#message")).hasValue("দল রওনা হয়েছে।");
            ours.locator(".composer .send").click();
            assertThat(said(ours)).hasCount(2);
            ours.locator("details.pop summary").first().click();
            ours.locator("#assigned_to").selectOption(colleague.id().toString());
            ours.locator("details.pop form button").first().click();
            assertThat(ours.locator("[data-assignee]")).containsText("কর্মকর্তা সেলিনা");
            ours.locator("form[action$='/closing/'] button").click();
            assertThat(ours.locator("[data-closed]")).isVisible();

            theirs.locator(".no-js").first().click();
            assertThat(theirs.locator(".happened")).hasCount(3);
            theirs.locator("[data-rating] button").click();
            assertThat(theirs.locator("#rating-error")).isVisible();
            theirs.locator("[data-rating] input[value='4']").check(new Locator.CheckOptions().setForce(true));
            theirs.locator("#rating-comment").fill("ভালো লেগেছে");
            shot(theirs, "rating");
            theirs.locator("[data-rating] button").click();
            assertThat(theirs.locator(".flash")).containsText("ধন্যবাদ");
            assertThat(theirs.locator("[data-rating]")).isHidden();
            assertThat(db.sql("SELECT rating FROM chat_closings WHERE room_id = ?::uuid").param(room).query(Integer.class).single()).isEqualTo(4);
        }
    }

    @Test
    void aCannedReplyIsSentHandedOverClosedAndRatedWithScripts() {
        Person officer = people.named(people.admin(), "কর্মকর্তা নাসরিন");
        Person colleague = people.named(people.superAdmin(), "কর্মকর্তা জামাল");
        answer("স্বাগতম", "আসসালামু আলাইকুম।", "Greetings.", officer);
        try (var talk = TwoTalking.open(api, browsers, people.citizen(), officer)) {
            Page theirs = talk.theirs();
            Page ours = talk.desk().open("/console/complaints/" + talk.room() + "/");
            ours.locator("a[href='/console/help/" + talk.room() + "/']").click();
            live(ours);
            ours.locator(".chat-answers summary").click();
            shot(ours, "answers");
            ours.locator(".chat-answers li", new Page.LocatorOptions().setHasText("স্বাগতম")).first().locator("a[lang=bn]").click();
            assertThat(ours.locator("#message")).hasValue("আসসালামু আলাইকুম।");
            ours.locator(".composer .send").click();
            assertThat(said(theirs)).hasCount(1);
            ours.locator("details.pop summary").first().click();
            ours.locator("#assigned_to").selectOption(colleague.id().toString());
            PageChecks.assertGood(ours);
            shot(ours, "hand-over");
            ours.locator("details.pop form button").first().click();
            assertThat(theirs.locator(".happened")).hasText(java.util.regex.Pattern.compile("এখন থেকে কথা বলবেন কর্মকর্তা জামাল.*"));
            assertThat(theirs.locator("[data-assignee]")).hasText("কথা বলছেন কর্মকর্তা জামাল");
            ours.locator("form[action$='/closing/'] button").click();
            assertThat(theirs.locator("[data-rating]")).isVisible();
            PageChecks.assertGood(theirs);
            shot(theirs, "rate-live");
            theirs.locator("[data-rating] .rating-stars label").last().click();
            theirs.locator("[data-rating] button").click();
            assertThat(theirs.locator(".happened").last()).containsText("৫-এর মধ্যে ৫");
            live(theirs);
            say(theirs, "আরেকটা কথা");
            assertThat(theirs.locator("[data-closed]")).isHidden();
        }
    }

    @Test
    void textIsTextWhateverItSays() {
        String bad = "<img src=x onerror=\"document.title='caught'\"><script>document.title='caught'</script> https://example.org/\u202Egpj.exe";
        try (var talk = TwoTalking.open(api, browsers, people.citizen(), people.admin())) {
            Page ours = talk.ours();
            Page theirs = talk.theirs();
            say(theirs, bad);
            String kept = bad.replace("\u202E", "");
            assertThat(ours.locator(".said .text")).hasText(kept);
            ours.reload();
            assertThat(ours.locator(".said .text")).hasText(kept);
            assertThat(ours.locator(".said :is(img, script, a)")).hasCount(0);
            org.assertj.core.api.Assertions.assertThat(ours.title()).doesNotContain("caught");
        }
    }

    @Test
    void fiveHundredMessagesComeAsTheyAreScrolledTo() {
        Person citizen = people.citizen();
        Person officer = people.admin();
        String room = ChatWorld.room(api, citizen);
        try (Browser phone = browsers.phone(citizen).open();
                Browser plain = browsers.desk(officer).withoutScripts().open()) {
            Page page = phone.open("/complaints/" + room + "/chat/");
            db.sql("""
                    INSERT INTO chat_messages (room_id, sequence, sender_id, from_staff, body, created_at)
                    SELECT ?::uuid, n, CASE n % 3 WHEN 0 THEN ? ELSE ? END, n % 3 = 0, 'বার্তা ' || n, now() - make_interval(hours => 501 - n) FROM generate_series(1, 500) n
                    """).param(room).param(officer.id()).param(citizen.id()).update();
            db.sql("UPDATE chat_rooms SET last_sequence = 500, last_message_at = now() WHERE id = ?::uuid").param(room).update();
            page.reload();
            live(page);
            assertThat(said(page)).hasCount(50);
            PageChecks.assertGood(page);
            shot(page, "long-phone");
            for (int i = 0; i < 40 && page.locator("[data-older]").count() > 0; i++) {
                page.evaluate("() => { const scroll = document.querySelector('[data-scroll]'); scroll.scrollTop = -scroll.scrollHeight; }");
                int before = said(page).count();
                page.waitForCondition(() -> said(page).count() > before || page.locator("[data-older]").count() == 0);
            }
            org.assertj.core.api.Assertions.assertThat(texts(page)).isEqualTo(IntStream.rangeClosed(1, 500).mapToObj(n -> "বার্তা " + n).toList());
            assertThat(page.locator(".day")).not().hasCount(0);

            Page old = plain.open("/console/help/" + room + "/");
            old.locator("[data-older]").click();
            assertThat(said(old).first()).containsText("বার্তা 401");
            PageChecks.assertFits(old);
            String cookies = "language=bn; session=" + people.cookieOf(citizen);
            org.assertj.core.api.Assertions.assertThat(PageWeight.of(api.uri("/complaints/" + room + "/chat/"), cookies).html()).isLessThan(14 * KB);
        }
    }

    @Test
    void everyPageIsGoodOnPhoneAndDeskInBothLanguages() {
        Person citizen = people.named(people.citizen(), "রহিমা খাতুন");
        Person officer = people.named(people.superAdmin(), "কর্মকর্তা হাসান");
        String room = ChatWorld.room(api, citizen);
        ChatWorld.say(api, room, citizen, "ড্রেনের কাজ কবে হবে?");
        ChatWorld.say(api, room, officer, "আগামীকাল সকালে দল যাবে। ততক্ষণ পানির কাছে না যাওয়ার অনুরোধ রইল।");
        ChatWorld.say(api, room, officer, "কাজ শেষে ছবি দেব।");
        for (Setup setup : List.of(Setup.phone(api.base()), Setup.desk(api.base()), Setup.desk(api.base()).english().atNight(), Setup.phone(api.base()).english())) {
            String kind = (setup.width() < 768 ? "phone-" : "desk-") + setup.language();
            try (Browser browser = setup.signedIn(people.cookieOf(citizen)).open()) {
                for (String path : List.of("/complaints/", "/complaints/" + room + "/", "/help/", "/complaints/" + room + "/chat/")) {
                    good(browser.open(path), kind + path.replace(room, "one"));
                }
            }
            try (Browser browser = setup.signedIn(people.cookieOf(officer)).open()) {
                for (String path : List.of("/console/help/?show=all", "/console/help/?show=mine", "/console/help/?show=staff", "/console/help/" + room + "/")) {
                    good(browser.open(path), kind + path.replace(room, "one"));
                }
                Page page = browser.open("/console/help/?show=staff");
                page.locator(".waits").first().click();
                good(page, kind + "-staff-room");
            }
        }
    }

    @Test
    void whatIsNewIsCountedWherePeopleLook() {
        Person citizen = people.citizen();
        Person officer = people.admin();
        String room = ChatWorld.room(api, citizen);
        ChatWorld.say(api, room, officer, "একটি প্রশ্ন আছে");
        try (Browser phone = browsers.phone(citizen).open()) {
            Page page = phone.open("/complaints/");
            assertThat(page.locator(".one")).containsText("১টি নতুন বার্তা");
            assertThat(page.locator(".tabbar .unread")).containsText("১");
            page.locator(".tabbar a[href='/help/']").click();
            page.locator(".chat-others a").click();
            live(page);
            page.navigate("/complaints/");
            assertThat(page.locator(".unread")).hasCount(0);
            live(phone.open("/help/"));
        }
        ChatWorld.say(api, room, citizen, "বলুন");
        try (Browser desk = browsers.desk(officer).open()) {
            assertThat(desk.open("/console/").locator(".sidebar .unread")).containsText("১");
        }
    }

    private void answer(String title, String bangla, String english, Person by) {
        db.sql("INSERT INTO response_templates (id, category, title_bn, title_en, body_bn, body_en, updated_by) VALUES (uuidv7(), NULL, ?, ?, ?, ?, ?)")
                .params(title, english, bangla, english, by.id()).update();
    }
}
