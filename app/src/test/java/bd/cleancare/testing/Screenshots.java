package bd.cleancare.testing;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Not a test: {@code bin/screenshots} runs it to make the pictures of a running installation. Each line of its list is
 * {@code name path screen language colours [who]}: screen phone or desk, colours light or dark, and {@code who} names a session whose
 * cookie is in the environment as {@code SESSION_<WHO>}.
 */
class Screenshots {

    @Test
    void areTaken() throws IOException {
        Path folder = Files.createDirectories(Path.of(System.getProperty("screenshots.folder")));
        try (Stream<String> lines = Files.lines(Path.of(System.getProperty("screenshots.list")))) {
            lines.map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("#")).map(line -> List.of(line.split("\\s+")))
                    .forEach(shot -> take(System.getProperty("screenshots"), folder, shot));
        }
    }

    private static void take(String baseUrl, Path folder, List<String> shot) {
        try (Browser browser = setup(baseUrl, shot).open()) {
            Page page = browser.open(shot.get(1));
            showMaps(page);
            Path file = folder.resolve(shot.get(0) + ".png");
            boolean whole = Boolean.getBoolean("screenshots.whole");
            page.screenshot(new Page.ScreenshotOptions().setPath(file).setType(ScreenshotType.PNG).setFullPage(whole));
        }
    }

    private static Browser.Setup setup(String baseUrl, List<String> shot) {
        var setup = "phone".equals(shot.get(2)) ? Browser.Setup.phone(baseUrl) : Browser.Setup.desk(baseUrl);
        setup = "en".equals(shot.get(3)) ? setup.english() : setup;
        setup = "dark".equals(shot.get(4)) ? setup.atNight() : setup;
        String session = shot.size() < 6 ? null : System.getenv("SESSION_" + shot.get(5).toUpperCase(Locale.ROOT));
        return session == null ? setup : setup.signedIn(session);
    }

    private static void showMaps(Page page) {
        for (Locator button : page.locator("[data-module=map] [data-show]").all()) {
            button.click();
        }
        for (Locator canvas : page.locator(".map-canvas").all()) {
            canvas.and(page.locator("[data-ready]")).waitFor();
        }
        page.evaluate("scrollTo(0, 0)");
    }
}
