package bd.cleancare.chat;

import bd.cleancare.testing.PageChecks;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.util.List;

/** What tests do with the page of one conversation. */
final class TalkPage {

    private TalkPage() {
    }

    /** Once its scripts are at work. */
    static void good(Page page, String name) {
        page.locator("[data-module]:not([data-started])").last().waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        PageChecks.assertGood(page);
        page.evaluate("scrollTo(0, 0)");
        shot(page, name.replaceAll("\\?show=|/", "-"));
        page.close();
    }

    static void live(Page page) {
        page.locator(".chat[data-connection=live]").waitFor();
    }

    static void say(Page page, String text) {
        page.locator("#message").fill(text);
        page.locator(".composer .send").click();
    }

    static Locator said(Page page) {
        return page.locator("[data-entries] .said");
    }

    static List<String> texts(Page page) {
        return page.locator("[data-entries] .said .text").allTextContents();
    }

    static void shot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/talk/" + name + ".png")));
    }
}
