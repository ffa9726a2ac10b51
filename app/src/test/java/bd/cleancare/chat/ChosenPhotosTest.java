package bd.cleancare.chat;

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
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Photos that are chosen and not sent stay with the half-written text. */
@AppTest
class ChosenPhotosTest {

    /** How many photos of this page are kept for good. */
    private static final String KEPT = """
            () => new Promise(done => { const ask = indexedDB.open('clean-care-talk', 1); ask.onsuccess = () => {
              const all = ask.result.transaction('photos').objectStore('photos').getAll();
              all.onsuccess = () => { ask.result.close(); done(all.result.flatMap(row => row.photos).length); }; }; })""";

    @Autowired Api api;
    @Autowired People people;
    @Autowired Browsers browsers;

    private Person officer;
    private String first;
    private String second;

    @BeforeEach
    void twoConversations() {
        officer = people.admin();
        first = asked();
        second = asked();
    }

    @Test
    void atTheHelpDeskTheyOutliveThatTheirTabIsPutAwayAndThatThePageIsLoadedAnew() {
        try (Browser desk = browsers.desk(officer).open()) {
            Page page = desk.open("/console/help/" + first + "/?show=all&open=" + first + "," + second);
            choose(page, first, "a.jpg");
            choose(page, first, "b.jpg");
            choose(page, second, "c.jpg");
            assertThat(previews(page, first)).hasCount(2);
            page.locator(".tab[data-room='" + first + "'] [data-away]").click();
            assertThat(pane(page, first)).hasCount(0);
            page.locator("#talk-" + first).click();
            assertThat(previews(page, first)).hasCount(2);

            previews(page, first).first().locator("button").click();
            assertThat(previews(page, first)).hasCount(1);
            assertThat((Integer) page.evaluate(KEPT)).isEqualTo(2);
            page.reload();
            assertThat(previews(page, first)).hasCount(1);
            PageChecks.assertGood(page);

            Page other = desk.open("/console/help/" + first + "/");
            pane(other, first).locator(".chat[data-connection=live]").waitFor();
            assertThat(previews(other, first)).hasCount(0);
            other.close();

            pane(page, first).locator(".send").click();
            assertThat(pane(page, first).locator("[data-entries] .said").last().locator("a img")).hasCount(1);
            assertThat(previews(page, first)).hasCount(0);
            page.reload();
            pane(page, first).locator(".chat[data-connection=live]").waitFor();
            assertThat(previews(page, second)).hasCount(1);
            assertThat(previews(page, first)).hasCount(0);
        }
    }

    @Test
    void onACitizensPhoneTheyAreThereAfterTheWayToAnotherPage() {
        Person citizen = people.citizen();
        try (Browser phone = browsers.phone(citizen).open()) {
            Page page = phone.open("/help/");
            page.locator(".chat[data-connection=live]").waitFor();
            page.locator("input[name=images]").setInputFiles(photo("bin.jpg"));
            Await.until(() -> page.locator(".preview").count() == 1 && (Integer) page.evaluate(KEPT) == 1);
            page.navigate("/complaints/");
            page.navigate("/help/");
            assertThat(page.locator(".preview")).hasCount(1);
            PageChecks.assertGood(page);
        }
    }

    /** A browser that keeps nothing has them as long as the page lives, and asks before that ends. */
    @Test
    void whereNothingCanBeKeptTheBrowserAsks() {
        try (Browser desk = browsers.desk(officer).open()) {
            desk.context().addInitScript("Object.defineProperty(window, 'indexedDB', { value: { open() { throw new Error('forbidden'); } } });");
            Page page = desk.open("/console/help/" + first + "/?show=all&open=" + first + "," + second);
            choose(page, first, "a.jpg");
            page.locator(".tab[data-room='" + first + "'] [data-away]").click();
            page.locator("#talk-" + first).click();
            assertThat(previews(page, first)).hasCount(1);
            var asked = new AtomicReference<String>();
            page.onDialog(dialog -> {
                asked.set(dialog.type());
                dialog.accept();
            });
            page.close(new Page.CloseOptions().setRunBeforeUnload(true));
            Await.until(() -> {
                desk.context().cookies();
                return asked.get() != null;
            });
            assertThat(asked.get()).isEqualTo("beforeunload");
        }
    }

    private String asked() {
        Person citizen = people.citizen();
        String room = ChatWorld.room(api, citizen);
        assertThat(ChatWorld.say(api, room, citizen, "ড্রেনের কাজ কবে হবে?").status()).isEqualTo(201);
        return room;
    }

    private static void choose(Page page, String room, String name) {
        Locator pane = pane(page, room);
        pane.locator(".chat[data-connection=live]").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        int before = previews(page, room).count();
        pane.locator("input[name=images]").setInputFiles(photo(name));
        assertThat(previews(page, room)).hasCount(before + 1);
    }

    private static FilePayload photo(String name) {
        return new FilePayload(name, "image/jpeg", TestPhotos.jpeg(640, 480));
    }

    private static Locator pane(Page page, String room) {
        return page.locator(".pane[data-pane='" + room + "']");
    }

    private static Locator previews(Page page, String room) {
        return pane(page, room).locator(".preview");
    }
}
