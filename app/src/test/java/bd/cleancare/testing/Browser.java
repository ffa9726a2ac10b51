package bd.cleancare.testing;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A person at a browser: one set of cookies, phone or desk, a language. Close it at the end. Every error in a page's console,
 * a refused script or style included, fails {@link #close()}.
 */
public final class Browser implements AutoCloseable {

    /** What the browser is like; change one thing with the {@code with} methods. */
    public record Setup(String baseUrl, int width, int height, String language, boolean scripts, boolean dark, String session) {

        public static Setup phone(String baseUrl) {
            return new Setup(baseUrl, 360, 640, "bn", true, false, null);
        }

        public static Setup desk(String baseUrl) {
            return new Setup(baseUrl, 1440, 900, "bn", true, false, null);
        }

        public Setup english() {
            return new Setup(baseUrl, width, height, "en", scripts, dark, session);
        }

        public Setup withoutScripts() {
            return new Setup(baseUrl, width, height, language, false, dark, session);
        }

        public Setup atNight() {
            return new Setup(baseUrl, width, height, language, scripts, true, session);
        }

        /** @param cookie what {@link People#cookieOf} gives */
        public Setup signedIn(String cookie) {
            return new Setup(baseUrl, width, height, language, scripts, dark, cookie);
        }

        public Browser open() {
            return new Browser(this);
        }
    }

    /** Generous: a loaded machine is slow, and only a test that fails anyway waits this long. */
    private static final int PATIENCE_MILLIS = 30_000;

    private final BrowserContext context;
    private final List<String> complaints = new ArrayList<>();
    private boolean offline;

    private Browser(Setup setup) {
        boolean phone = setup.width() < 768;
        this.context = Chromium.browser().newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setBaseURL(setup.baseUrl()).setViewportSize(setup.width(), setup.height()).setJavaScriptEnabled(setup.scripts())
                .setHasTouch(phone).setIsMobile(phone).setTimezoneId("Asia/Dhaka").setLocale("en-US")
                .setReducedMotion(ReducedMotion.REDUCE).setColorScheme(setup.dark() ? ColorScheme.DARK : ColorScheme.LIGHT));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        var cookies = new ArrayList<>(List.of(new Cookie("language", setup.language()).setUrl(setup.baseUrl())));
        if (setup.session() != null) {
            cookies.add(new Cookie("session", setup.session()).setUrl(setup.baseUrl()).setHttpOnly(true));
        }
        context.addCookies(cookies);
        context.onWebError(error -> complaints.add(error.error()));
        context.onConsoleMessage(message -> {
            // A refused request is the browser's line, and htmx's too where htmx asked.
            boolean refused = message.text().startsWith("Failed to load resource") || message.text().startsWith("Response Status Error Code 4");
            // What happened without a network may be told after it is back.
            boolean expected = offline || refused || message.text().contains("net::ERR_INTERNET_DISCONNECTED");
            if ("error".equals(message.type()) && !expected) {
                complaints.add(message.text());
            }
        });
    }

    /** A new tab on a path of the site. */
    public Page open(String path) {
        Page page = context.newPage();
        page.navigate(path);
        return page;
    }

    public BrowserContext context() {
        return context;
    }

    public void offline(boolean gone) {
        offline = gone;
        context.setOffline(gone);
    }

    /** The whole page as a picture. */
    public static void picture(Page page, Path file) {
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
    }

    @Override
    public void close() {
        context.close();
        if (!complaints.isEmpty()) {
            throw new AssertionError("the browser complained: " + complaints);
        }
    }
}
