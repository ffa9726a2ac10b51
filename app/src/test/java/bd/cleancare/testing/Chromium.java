package bd.cleancare.testing;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The one Chromium of a test run: named by {@code -Dchromium=} or {@code CHROMIUM}, else one found on the machine. */
final class Chromium {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    private static final List<String> FLAGS = List.of("--disable-background-networking", "--disable-component-update", "--disable-sync",
            "--no-first-run", "--disable-quic", "--disable-dev-shm-usage", "--force-color-profile=srgb", "--font-render-hinting=none");

    private static Browser browser;

    private Chromium() {
    }

    static synchronized Browser browser() {
        if (browser == null) {
            var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            boolean root = "root".equals(System.getProperty("user.name"));
            var flags = Stream.concat(FLAGS.stream(), root ? Stream.of("--no-sandbox") : Stream.empty()).toList();
            browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(path()).setArgs(flags));
        }
        return browser;
    }

    private static Path path() {
        return Stream.of(System.getProperty("chromium"), System.getenv("CHROMIUM")).filter(named -> named != null && !named.isBlank()).map(Path::of)
                .findFirst().or(Chromium::onPath)
                .orElseThrow(() -> new IllegalStateException("no Chromium on this machine: run bin/need-chromium, or name one with CHROMIUM=/path"));
    }

    private static Optional<Path> onPath() {
        return NAMES.stream()
                .flatMap(name -> Stream.of(System.getenv("PATH").split(":")).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable).findFirst();
    }
}
