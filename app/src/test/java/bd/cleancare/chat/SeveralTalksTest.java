package bd.cleancare.chat;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import bd.cleancare.testing.Api;
import bd.cleancare.testing.AppTest;
import bd.cleancare.testing.Await;
import bd.cleancare.testing.Browser;
import bd.cleancare.testing.Browser.Setup;
import bd.cleancare.testing.PageChecks;
import bd.cleancare.testing.People;
import bd.cleancare.testing.People.Person;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody of the staff with several conversations before them, in real browsers. */
@AppTest
class SeveralTalksTest {

    @Autowired Api api;
    @Autowired People people;
    @Autowired JdbcClient db;

    @Test
    void severalStayOpenWithWhatIsTypedAndLiveNumbers() {
        Person rahima = named(people.citizen(), "রহিমা খাতুন");
        Person karim = named(people.citizen(), "আব্দুল করিম");
        Person officer = named(people.admin(), "কর্মকর্তা হাসান");
        String first = asked(rahima, "ড্রেনের কাজ কবে হবে?");
        String second = asked(karim, "বাতিটা জ্বলছে না।");
        try (Browser desk = Setup.desk(api.base()).signedIn(people.cookieOf(officer)).open()) {
            Page page = desk.open("/console/help/?show=all");
            page.locator("#talk-" + first).click();
            live(page, first);
            page.evaluate("() => { window.same = true; }");
            box(page, first).fill("আধখানা উত্তর");

            page.locator("#talk-" + second).click();
            live(page, second);
            assertThat(pane(page, first)).isHidden();
            assertThat(page).hasURL(Pattern.compile(".*/console/help/" + second + "/\\?show=all&open=" + first + "," + second));
            assertThat(page).hasTitle(Pattern.compile("আব্দুল করিম · .*"));
            assertThat(page.locator("#talk-" + second)).hasAttribute("aria-current", "page");
            assertThat(box(page, second)).isFocused();

            ChatWorld.say(api, first, rahima, "কেউ কি আছেন?");
            assertThat(unread(page, first)).containsText("১");
            assertThat(page).hasTitle(Pattern.compile("\\(১\\) আব্দুল করিম.*"));
            assertThat(readBy(officer, first)).as("what lies behind another conversation is not read").isEqualTo(1);
            box(page, second).fill("আজই দেখছি।");
            pane(page, second).locator(".send").click();
            assertThat(said(page, second)).hasCount(2);
            assertThat(pane(page, second).locator("[data-empty]")).isHidden();
            PageChecks.assertGood(page);
            shot(page, "tabs");

            tab(page, first).click();
            assertThat(box(page, first)).hasValue("আধখানা উত্তর");
            assertThat(said(page, first).last()).containsText("কেউ কি আছেন?");
            assertThat(unread(page, first)).isHidden();
            Await.until(() -> readBy(officer, first) == 2);
            assertThat((Boolean) page.evaluate("() => window.same === true")).as("the page was never loaded anew").isTrue();
            assertThat(page.locator(".pane:not([hidden])")).hasCount(1);

            page.locator("[data-beside]").click();
            assertThat(page.locator(".pane:not([hidden])")).hasCount(2);
            ChatWorld.say(api, second, karim, "ধন্যবাদ।");
            assertThat(said(page, second).last()).containsText("ধন্যবাদ।");
            Await.until(() -> readBy(officer, second) == 3);
            PageChecks.assertGood(page);
            shot(page, "beside");
            box(page, second).click();
            assertThat(page).hasURL(Pattern.compile(".*/console/help/" + second + "/.*"));

            page.reload();
            live(page, first);
            live(page, second);
            assertThat(box(page, first)).hasValue("আধখানা উত্তর");
            pane(page, second).locator("form[data-close] button").click();
            assertThat(page.locator(".toast")).containsText("শেষ করা হলো");
            assertThat(pane(page, second).locator("[data-closed]")).isVisible();
            assertThat(pane(page, second).locator("form[data-close]")).isHidden();
            page.locator(".tab[data-room='" + second + "'] [data-away]").click();
            assertThat(page.locator(".pane")).hasCount(1);
            page.reload();
            live(page, first);
            assertThat(page.locator(".pane")).hasCount(1);
            assertThat(box(page, first)).hasValue("আধখানা উত্তর");
        }
    }

    @Test
    void whatIsPutAwayWhileTheOthersAreStillComingStaysAway() {
        Person officer = people.admin();
        String first = asked(named(people.citizen(), "রহিমা খাতুন"), "ড্রেনের কাজ কবে হবে?");
        String second = asked(named(people.citizen(), "আব্দুল করিম"), "বাতিটা জ্বলছে না।");
        String third = asked(named(people.citizen(), "মালেকা বানু"), "রাস্তা ভাঙা।");
        try (Browser desk = Setup.desk(api.base()).signedIn(people.cookieOf(officer)).open()) {
            Page page = desk.open("/console/help/");
            List<Route> held = new ArrayList<>();
            page.route("**/" + first + "/pane/", held::add);
            page.navigate(api.base() + "/console/help/" + third + "/?open=" + String.join(",", first, second, third));
            page.waitForCondition(() -> !held.isEmpty());
            page.locator(".tab[data-room='" + second + "'] [data-away]").click();
            held.getFirst().resume();
            tab(page, first).click();
            live(page, first);
            page.waitForTimeout(1_000);
            assertThat(page.locator(".tab")).hasCount(2);
            assertThat(pane(page, second)).hasCount(0);
        }
    }

    @Test
    void onAPhoneThereIsOneAtATimeAndTheWayBackKeepsThem() {
        Person officer = people.admin();
        String first = asked(named(people.citizen(), "রহিমা খাতুন"), "ড্রেনের কাজ কবে হবে?");
        Person karim = named(people.citizen(), "আব্দুল করিম");
        String second = asked(karim, "বাতিটা জ্বলছে না।");
        try (Browser phone = Setup.phone(api.base()).signedIn(people.cookieOf(officer)).open()) {
            Page page = phone.open("/console/help/" + first + "/");
            live(page, first);
            box(page, first).fill("আধখানা উত্তর");
            pane(page, first).locator(".back-to-list").click();
            page.locator("a[href*='show=all']").first().click();
            page.locator("#talk-" + second).click();
            live(page, second);
            assertThat(page.locator(".pane:not([hidden])")).hasCount(1);
            assertThat(tab(page, first)).isVisible();
            assertThat(page.locator("[data-beside]")).isHidden();
            PageChecks.assertGood(page);
            shot(page, "phone");
            tab(page, first).click();
            assertThat(box(page, first)).hasValue("আধখানা উত্তর");
            ChatWorld.say(api, second, karim, "হ্যালো?");
            assertThat(unread(page, second)).containsText("১");
            pane(page, first).locator(".back-to-list").click();
            assertThat(page.locator(".tab")).hasCount(2);
            PageChecks.assertGood(page);
            page.evaluate("scrollTo(0, 0)");
            shot(page, "phone-list");
        }
    }

    @Test
    void whatCannotBeOpenedNowKeepsItsTabAndWhatIsTyped() {
        Person officer = people.admin();
        String first = asked(people.citizen(), "এক");
        String second = asked(people.citizen(), "দুই");
        try (Browser desk = Setup.desk(api.base()).signedIn(people.cookieOf(officer)).open()) {
            Page page = desk.open("/console/help/" + first + "/?show=all");
            live(page, first);
            box(page, first).fill("আধখানা উত্তর");
            desk.context().route("**/pane/", com.microsoft.playwright.Route::abort);
            page.locator("#talk-" + second).click();
            assertThat(page.locator(".toast")).hasCount(1);
            assertThat(pane(page, first)).isVisible();
            assertThat(box(page, first)).hasValue("আধখানা উত্তর");
            assertThat(tab(page, second)).isVisible();
            desk.context().unroute("**/pane/");
            tab(page, second).click();
            live(page, second);
            assertThat(pane(page, first)).isHidden();
        }
    }

    @Test
    void withoutScriptsTheOpenOnesAreLinks() {
        Person officer = people.admin();
        String first = asked(named(people.citizen(), "রহিমা খাতুন"), "ড্রেনের কাজ কবে হবে?");
        String second = asked(named(people.citizen(), "আব্দুল করিম"), "বাতিটা জ্বলছে না।");
        try (Browser desk = Setup.desk(api.base()).withoutScripts().signedIn(people.cookieOf(officer)).open()) {
            Page page = desk.open("/console/help/?show=all");
            page.locator("#talk-" + first).click();
            page.locator("#talk-" + second).click();
            assertThat(page.locator(".tab")).hasCount(2);
            page.locator("#message").fill("আজই দেখছি।");
            page.locator(".composer .send").click();
            assertThat(page.locator(".tab")).hasCount(2);
            PageChecks.assertFits(page);
            tab(page, first).click();
            assertThat(page.locator(".chat-head h2")).hasText("রহিমা খাতুন");
            page.locator("form[data-close] button").click();
            assertThat(page.locator(".tab")).hasCount(2);
            page.locator(".tab[data-room='" + first + "'] [data-away]").click();
            assertThat(page.locator(".chat-head h2")).hasText("আব্দুল করিম");
            org.assertj.core.api.Assertions.assertThat(page.url()).doesNotContain(first);
        }
    }

    /** Without the look the list takes by itself now and then. */
    @Test
    void theListShowsAtOnceWhoWrote() {
        Person officer = people.admin();
        try (Browser desk = Setup.desk(api.base()).signedIn(people.cookieOf(officer)).open()) {
            desk.context().addInitScript("""
                    for (const name of ['setTimeout', 'setInterval']) {
                      const real = window[name].bind(window);
                      window[name] = (act, after, ...rest) => real(act, after >= 20_000 ? 2 ** 30 : after, ...rest);
                    }""");
            Page page = desk.open("/console/help/");
            String first = asked(people.citizen(), "কেউ আছেন?");
            var patience = new LocatorAssertions.IsVisibleOptions().setTimeout(30_000);
            assertThat(page.locator("#talk-" + first)).isVisible(patience);
            page.locator("#talk-" + first).click();
            live(page, first);
            String second = asked(people.citizen(), "আমিও আছি।");
            assertThat(page.locator("#talk-" + second)).isVisible(patience);
            assertThat(page.locator("#talk-" + first)).hasAttribute("aria-current", "page");
            assertThat(page).hasTitle(Pattern.compile("(\\(.\\) )?Person .*"));
        }
    }

    /** What an address names is as good as its viewer's rights. */
    @Test
    void addressesOpenOnlyWhatIsTheViewersToSee() {
        Person worker = people.serviceProvider();
        String theirs = asked(people.citizen(), "গোপন কথা");
        String staff = api.as(worker.accessToken()).get("/api/chat/rooms/").body().path("results").valueStream()
                .filter(room -> room.path("kind").asString().equals("all_staff")).findFirst().orElseThrow().path("room_id").asString();
        try (Browser desk = Setup.desk(api.base()).withoutScripts().signedIn(people.cookieOf(worker)).open()) {
            Page page = desk.open("/console/help/" + staff + "/?open=" + theirs + ",nonsense,," + staff + ",\"><b>");
            assertThat(page.locator(".tab")).hasCount(1);
            assertThat(page.locator("body")).not().containsText("গোপন কথা");
            org.assertj.core.api.Assertions.assertThat(page.navigate("/console/help/" + theirs + "/pane/").status()).isEqualTo(404);
        }
    }

    @Test
    void manyOpenOnesAreGoodInBothLanguagesByDayAndNight() {
        Person officer = named(people.superAdmin(), "কর্মকর্তা হাসান");
        List<String> names = List.of("রহিমা খাতুন", "আব্দুল করিম", "শিরিন আক্তার", "মোহাম্মদ জাহাঙ্গীর আলম চৌধুরী", "নাসির উদ্দিন");
        List<String> rooms = names.stream().map(name -> asked(named(people.citizen(), name), "ড্রেনের কাজ কবে হবে? তিন দিন ধরে পানি জমে আছে।")).toList();
        String path = "/console/help/" + rooms.get(1) + "/?show=all&open=" + String.join(",", rooms);
        for (Setup setup : List.of(Setup.phone(api.base()), Setup.desk(api.base()), Setup.desk(api.base()).english(), Setup.desk(api.base()).atNight(), Setup.phone(api.base()).english())) {
            try (Browser browser = setup.signedIn(people.cookieOf(officer)).open()) {
                Page page = browser.open(path);
                for (String room : rooms) {
                    pane(page, room).locator(".chat[data-connection=live]").waitFor(new Locator.WaitForOptions().setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED));
                }
                PageChecks.assertGood(page);
                String kind = (setup.width() < 768 ? "phone-" : "desk-") + setup.language() + (setup.dark() ? "-night" : "");
                page.evaluate("scrollTo(0, 0)");
                shot(page, "many-" + kind);
                if (setup.width() >= 768) {
                    page.locator("[data-beside]").click();
                    assertThat(page.locator(".pane:not([hidden])")).hasCount(2);
                    PageChecks.assertGood(page);
                    org.assertj.core.api.Assertions.assertThat((Integer) page.evaluate("() => document.documentElement.scrollHeight")).as("the page itself does not scroll").isLessThanOrEqualTo(setup.height());
                    shot(page, "many-beside-" + kind);
                }
            }
        }
    }

    private String asked(Person citizen, String question) {
        String room = ChatWorld.room(api, citizen);
        assertThat(ChatWorld.say(api, room, citizen, question).status()).isEqualTo(201);
        return room;
    }

    private Person named(Person person, String name) {
        db.sql("UPDATE users SET name = ? WHERE id = ?").param(name).param(person.id()).update();
        return person;
    }

    private long readBy(Person person, String room) {
        return db.sql("SELECT read_sequence FROM chat_members WHERE room_id = ?::uuid AND user_id = ?").param(room).param(person.id()).query(Long.class).optional().orElse(0L);
    }

    private static void live(Page page, String room) {
        pane(page, room).locator(".chat[data-connection=live]").waitFor();
    }

    private static Locator pane(Page page, String room) {
        return page.locator(".pane[data-pane='" + room + "']");
    }

    private static Locator box(Page page, String room) {
        return pane(page, room).locator("textarea");
    }

    private static Locator said(Page page, String room) {
        return pane(page, room).locator("[data-entries] .said");
    }

    private static Locator tab(Page page, String room) {
        return page.locator(".tab[data-room='" + room + "'] .tab-to");
    }

    private static Locator unread(Page page, String room) {
        return tab(page, room).locator("[data-unread]");
    }

    private static void shot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/talk/several-" + name + ".png")));
    }
}
