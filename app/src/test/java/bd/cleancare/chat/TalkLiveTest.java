package bd.cleancare.chat;

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
import bd.cleancare.testing.Await;
import bd.cleancare.testing.Browser;
import bd.cleancare.testing.Browsers;
import bd.cleancare.testing.PageChecks;
import bd.cleancare.testing.People;
import bd.cleancare.testing.People.Person;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.WebSocketRoute;
import com.microsoft.playwright.options.FilePayload;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Conversations as they happen, in real browsers: live, without a network for a while, and where WebSockets are blocked. */
@AppTest
class TalkLiveTest {

    @Autowired Api api;
    @Autowired People people;
    @Autowired Browsers browsers;
    @Autowired JdbcClient db;

    /** Unfolded it is the conversation itself; folded it has not been read. */
    @Test
    void theConversationIsOnThePageOfItsComplaint() {
        Person citizen = people.citizen();
        Person officer = people.admin();
        String room = ChatWorld.room(api, citizen);
        ChatWorld.say(api, room, officer, "কাল সকালে দল যাবে।");
        try (Browser phone = browsers.phone(citizen).open()) {
            Page page = phone.open("/complaints/" + room + "/");
            Locator fold = page.locator("#talk > summary");
            assertThat(fold.locator(".unread")).containsText("১");
            fold.click();
            live(page);
            assertThat(said(page).last()).containsText("কাল সকালে দল যাবে।");
            PageChecks.assertGood(page);
            page.locator("#talk").scrollIntoViewIfNeeded();
            shot(page, "on-the-complaint");
            page.locator("#message-here").fill("ধন্যবাদ।");
            page.locator("#talk .send").click();
            assertThat(said(page).last()).containsText("পাঠানো হয়েছে");
            Await.until(() -> readBy(citizen, room) == 2);

            fold.click();
            ChatWorld.say(api, room, officer, "আর কিছু?");
            assertThat(said(page)).hasCount(3);
            Await.until(() -> deliveredTo(citizen, room) == 3);
            assertThat(readBy(citizen, room)).isEqualTo(2);
            fold.click();
            Await.until(() -> readBy(citizen, room) == 3);
        }
    }

    private long readBy(Person person, String room) {
        return mark("read_sequence", person, room);
    }

    private long deliveredTo(Person person, String room) {
        return mark("delivered_sequence", person, room);
    }

    private long mark(String column, Person person, String room) {
        return db.sql("SELECT " + column + " FROM chat_members WHERE room_id = ?::uuid AND user_id = ?").param(room).param(person.id()).query(Long.class).single();
    }

    @Test
    void citizenAndOfficerTalkLiveAndSeeEachOtherTypeAndRead() {
        Person citizen = people.named(people.citizen(), "রহিমা খাতুন");
        Person officer = people.named(people.admin(), "কর্মকর্তা হাসান");
        try (var talk = TwoTalking.open(api, browsers, citizen, officer)) {
            Page theirs = talk.phone().open("/complaints/" + talk.room() + "/");
            theirs.locator("#talk > summary").click();
            theirs.locator(".chat .go").click();
            theirs.waitForURL("**/chat/");
            live(theirs);
            say(theirs, "ড্রেনের কাজ কবে হবে?");
            assertThat(said(theirs).last()).containsText("পাঠানো হয়েছে");

            Page ours = talk.desk().open("/console/help/?show=all");
            PageChecks.assertGood(ours);
            shot(ours, "desk-list");
            ours.locator("#talk-" + talk.room()).click();
            live(ours);
            assertThat(said(ours).last()).containsText("ড্রেনের কাজ কবে হবে?");
            assertThat(theirs.locator("[data-presence]")).hasText("কর্মী এখন অনলাইনে আছেন");
            assertThat(theirs.locator(".mark").last()).hasText("পড়া হয়েছে");
            ours.locator("#message").pressSequentially("আগা");
            assertThat(theirs.locator("[data-typing]")).hasText("কর্মকর্তা হাসান লিখছেন…");
            ours.locator("#message").fill("আগামীকাল সকালে দল যাবে।\nধন্যবাদ।");
            ours.locator("#message").press("Enter");
            assertThat(ours.locator("#message")).isFocused();
            assertThat(said(theirs).last()).containsText("আগামীকাল সকালে দল যাবে।");
            assertThat(theirs.locator("[data-news]")).containsText("আগামীকাল সকালে");
            assertThat(ours.locator(".mark").last()).hasText("পড়া হয়েছে");
            assertThat(theirs.locator("[data-assignee]")).hasText("কথা বলছেন কর্মকর্তা হাসান");
            assertThat(ours.locator("[data-take]")).isHidden();

            theirs.locator("input[name=images]").setInputFiles(new FilePayload("drain.jpg", "image/jpeg", TestPhotos.jpeg(1200, 900)));
            theirs.locator(".preview img").waitFor();
            say(theirs, "এই যে ছবি");
            assertThat(said(ours).last().locator("img")).hasCount(1);
            ours.waitForFunction("() => [...document.querySelectorAll('.pics img')].every(img => img.complete && img.naturalWidth > 0)");
            assertThat(said(theirs)).hasCount(3);
            PageChecks.assertGood(theirs);
            shot(theirs, "citizen-phone");
            PageChecks.assertGood(ours);
            shot(ours, "desk-talk");
        }
    }

    @Test
    void whatIsWrittenWithoutANetworkGoesOutAfterwardsAndNothingIsLostOrDoubled() {
        try (var talk = TwoTalking.open(api, browsers, people.citizen(), people.admin())) {
            Page theirs = talk.theirs();
            Page ours = talk.ours();
            say(theirs, "এক");
            assertThat(said(ours)).hasCount(1);
            talk.phone().offline(true);
            assertThat(theirs.locator("[data-state]")).containsText("ইন্টারনেট নেই");
            say(theirs, "দুই");
            say(theirs, "তিন");
            assertThat(theirs.locator(".waits-here .mark")).hasText(new String[] {"পাঠানো হচ্ছে…", "পাঠানো হচ্ছে…"});
            shot(theirs, "citizen-offline");
            say(ours, "উত্তর এক");
            say(ours, "উত্তর দুই");
            assertThat(said(ours)).hasCount(3);
            talk.phone().offline(false);
            live(theirs);
            assertThat(said(theirs)).hasCount(5);
            assertThat(theirs.locator(".waits-here")).hasCount(0);
            assertThat(said(ours)).hasCount(5);
            assertThat(texts(theirs)).containsExactlyElementsOf(texts(ours)).containsExactly("এক", "উত্তর এক", "উত্তর দুই", "দুই", "তিন");
            theirs.reload();
            live(theirs);
            assertThat(texts(theirs)).containsExactlyElementsOf(texts(ours));
            talk.phone().offline(true);
        }
    }

    @Test
    void whatWasNotSentYetOutlivesAReload() {
        Person citizen = people.citizen();
        String room = ChatWorld.room(api, citizen);
        try (Browser phone = browsers.phone(citizen).open()) {
            phone.context().routeWebSocket("**/ws/chat/**", WebSocketRoute::close);
            boolean[] lost = {true};
            phone.context().route("**/live/", route -> {
                if (lost[0]) {
                    // It arrives, and its answer does not.
                    route.fetch();
                    route.abort();
                } else {
                    route.resume();
                }
            });
            Page page = phone.open("/complaints/" + room + "/chat/");
            page.locator(".chat[data-started]").waitFor();
            say(page, "শুধু একবার");
            page.waitForCondition(() -> count(room) == 1);
            lost[0] = false;
            page.locator("#message").fill("আধখানা লেখা");
            page.reload();
            assertThat(page.locator("#message")).hasValue("আধখানা লেখা");
            assertThat(page.locator(".waits-here")).hasCount(0);
            assertThat(said(page)).hasCount(1);
            assertThat(count(room)).isOne();
        }
    }

    @Test
    void whatWasWrittenBeforeTheScriptCameOutlivesAReloadToo() {
        Person citizen = people.citizen();
        String room = ChatWorld.room(api, citizen);
        try (Browser phone = browsers.phone(citizen).open()) {
            var held = new CompletableFuture<Route>();
            phone.context().route("**/chat-form*.js", route -> {
                if (!held.complete(route)) {
                    route.resume();
                }
            });
            Page page = phone.open("/complaints/" + room + "/chat/");
            page.waitForCondition(held::isDone);
            page.locator("#message").fill("আধখানা লেখা");
            assertThat(page.locator(".chat")).not().hasAttribute("data-started", "");
            held.join().resume();
            page.locator(".chat[data-started]").waitFor();
            page.reload();
            assertThat(page.locator("#message")).hasValue("আধখানা লেখা");
        }
    }

    @Test
    void whereWebSocketsAreBlockedPlainRequestsDoTheSame() {
        Person citizen = people.citizen();
        Person officer = people.admin();
        String room = ChatWorld.room(api, citizen);
        try (Browser phone = browsers.phone(citizen).open();
                Browser desk = browsers.desk(officer).english().open()) {
            phone.context().routeWebSocket("**/ws/chat/**", WebSocketRoute::close);
            Page theirs = phone.open("/complaints/" + room + "/chat/");
            assertThat(theirs.locator(".chat[data-connection=plain]")).isVisible();
            Page ours = desk.open("/console/help/" + room + "/");
            live(ours);
            say(theirs, "শুনতে পাচ্ছেন?");
            assertThat(said(ours)).hasCount(1);
            say(ours, "Yes.");
            assertThat(said(theirs).last()).containsText("Yes.");
            assertThat(ours.locator(".mark").last()).hasText("Read");
            assertThat(theirs.locator("[data-state]")).containsText("সংযোগ ধীর");
        }
    }

    private int count(String room) {
        return db.sql("SELECT count(*) FROM chat_messages WHERE room_id = ?::uuid").param(room).query(Integer.class).single();
    }
}
