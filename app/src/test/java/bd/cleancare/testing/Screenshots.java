package bd.cleancare.testing;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.RequestOptions;
import com.microsoft.playwright.options.ScreenshotType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Not a test: {@code bin/screenshots} runs it to make the pictures of a running demo. Each line of its list is
 * {@code name path screen language colours [phone]}: screen phone or desk, colours light or dark, and the phone of the demo account that
 * looks. {@code path@link} opens the path and follows the first link of that selector.
 */
class Screenshots {

    /** Of the demo's accounts; the README says it too. */
    private static final String PASSWORD = "CleanCare-2026";

    private final Map<String, String> sessions = new HashMap<>();

    @Test
    void areTaken() throws IOException {
        Path folder = Files.createDirectories(Path.of(System.getProperty("screenshots.folder")));
        try (Stream<String> lines = Files.lines(Path.of(System.getProperty("screenshots.list")))) {
            lines.map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("#")).map(line -> List.of(line.split("\\s+")))
                    .forEach(shot -> take(System.getProperty("screenshots"), folder, shot));
        }
    }

    private void take(String baseUrl, Path folder, List<String> shot) {
        try (Browser browser = setup(baseUrl, shot).open()) {
            Page page = opened(browser, shot.get(1));
            showMaps(page);
            Path file = folder.resolve(shot.get(0) + ".png");
            boolean whole = Boolean.getBoolean("screenshots.whole");
            page.screenshot(new Page.ScreenshotOptions().setPath(file).setType(ScreenshotType.PNG).setFullPage(whole));
        }
    }

    private static Page opened(Browser browser, String path) {
        int at = path.indexOf('@');
        Page page = browser.open(at < 0 ? path : path.substring(0, at));
        if (at >= 0) {
            page.navigate(page.locator(path.substring(at + 1)).first().getAttribute("href"));
        }
        page.waitForLoadState(LoadState.NETWORKIDLE);
        return page;
    }

    private Browser.Setup setup(String baseUrl, List<String> shot) {
        var setup = "phone".equals(shot.get(2)) ? Browser.Setup.phone(baseUrl) : Browser.Setup.desk(baseUrl);
        setup = "en".equals(shot.get(3)) ? setup.english() : setup;
        setup = "dark".equals(shot.get(4)) ? setup.atNight() : setup;
        return shot.size() < 6 ? setup : setup.signedIn(sessions.computeIfAbsent(shot.get(5), phone -> signIn(baseUrl, phone)));
    }

    /** Once for each account, on the page for it. */
    private static String signIn(String baseUrl, String phone) {
        try (Browser browser = Browser.Setup.desk(baseUrl).open()) {
            Page page = browser.open("/sign-in/password/");
            String token = page.locator("main input[name=_csrf]").first().inputValue();
            browser.context().request().post("/sign-in/password/", RequestOptions.create().setMaxRedirects(0)
                    .setForm(FormData.create().set("_csrf", token).set("phone", phone).set("password", PASSWORD)));
            return browser.context().cookies().stream().filter(cookie -> cookie.name.equals("session")).findFirst().orElseThrow().value;
        }
    }

    private static void showMaps(Page page) {
        for (Locator button : page.locator("[data-module=map]:not([data-open]) [data-show]").all()) {
            button.click();
        }
        for (Locator canvas : page.locator(".map-canvas").all()) {
            canvas.and(page.locator("[data-ready]")).waitFor();
        }
        page.evaluate("scrollTo(0, 0)");
    }
}
