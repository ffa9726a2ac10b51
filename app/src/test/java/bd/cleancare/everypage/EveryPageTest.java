package bd.cleancare.everypage;

import static org.assertj.core.api.Assertions.assertThat;

import bd.cleancare.everypage.PageList.Sample;
import bd.cleancare.everypage.PageList.Who;
import bd.cleancare.platform.pages.Page;
import bd.cleancare.testing.Api;
import bd.cleancare.testing.AppTest;
import bd.cleancare.testing.Browser;
import bd.cleancare.testing.Browser.Setup;
import bd.cleancare.testing.PageChecks;
import bd.cleancare.testing.PageWeight;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every page there is, on a phone and at a desk, in Bangla and English, by day and by night. */
@AppTest
@Import(PageWorld.class)
class EveryPageTest {

    private static final int KB = 1024;
    private static final Map<String, Browser> BROWSERS = new HashMap<>();

    @Autowired
    Api api;

    @Autowired
    PageWorld world;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping handlers;

    @Test
    void noPageIsForgotten() {
        Set<String> known = PageList.PAGES.stream().map(Sample::route).collect(Collectors.toCollection(TreeSet::new));
        known.addAll(PageList.NO_PAGES);
        var forgotten = new TreeSet<>(routes());
        forgotten.removeAll(known);
        assertThat(forgotten).as("Pages no test opens. Add a line to everypage/PageList for each, as in\n    page(\"/route/{id}/\", CITIZEN, world -> \"/route/\" + world.complaint() + \"/\"),\n"
                + "with what the path needs in everypage/PageWorld").isEmpty();
        known.removeAll(routes());
        assertThat(known).as("Lines of everypage/PageList without a page: take them out").isEmpty();
    }

    private Set<String> routes() {
        var routes = new HashSet<String>();
        handlers.getHandlerMethods().forEach((info, handler) -> {
            if (isRead(info) && isPage(info, handler)) {
                routes.addAll(info.getPatternValues());
            }
        });
        return routes;
    }

    private static boolean isRead(RequestMappingInfo info) {
        var methods = info.getMethodsCondition().getMethods();
        return methods.isEmpty() || methods.contains(RequestMethod.GET);
    }

    private static boolean isPage(RequestMappingInfo info, HandlerMethod handler) {
        return handler.getReturnType().getParameterType() == Page.class
                || info.getProducesCondition().getProducibleMediaTypes().stream().anyMatch(MediaType.TEXT_HTML::isCompatibleWith)
                && info.getProducesCondition().getProducibleMediaTypes().stream().noneMatch(MediaType::isWildcardType);
    }

    static List<Sample> pages() {
        return PageList.PAGES;
    }

    @ParameterizedTest
    @MethodSource("pages")
    void isGoodOnEveryScreenInBothLanguagesByDayAndByNight(Sample sample) {
        for (String language : List.of("bn", "en")) {
            open(sample, language, (page, screen) -> {
                screen.accept("phone", ColorScheme.LIGHT);
                PageChecks.assertGood(page);
                screen.accept("phone", ColorScheme.DARK);
                PageChecks.assertContrast(page);
                screen.accept("desk", ColorScheme.DARK);
                PageChecks.assertStillAccessible(page);
                PageChecks.assertFits(page);
                screen.accept("desk", ColorScheme.LIGHT);
                PageChecks.assertContrast(page);
            });
        }
    }

    private void open(Sample sample, String language, BiConsumer<com.microsoft.playwright.Page, BiConsumer<String, ColorScheme>> checks) {
        try (var page = browser(sample.who(), language).context().newPage()) {
            String path = sample.path().apply(world);
            var answer = page.navigate(path);
            assertThat(answer.status()).isEqualTo(sample.status());
            assertThat(page.url()).isEqualTo(api.base() + (sample.leadsTo() == null ? path : sample.leadsTo()));
            assertThat(page.locator("h1").count()).as("h1 on " + page.url()).isOne();
            page.locator("[data-open] .map-canvas").all().forEach(map -> map.and(page.locator("[data-ready]")).waitFor());
            checks.accept(page, (screen, colours) -> {
                page.emulateMedia(new com.microsoft.playwright.Page.EmulateMediaOptions().setColorScheme(colours));
                page.setViewportSize(screen.equals("phone") ? 360 : 1440, screen.equals("phone") ? 640 : 900);
                picture(page, sample, screen + "-" + language + "-" + colours.name().toLowerCase(Locale.ROOT));
            });
        }
    }

    /** One browser for all pages of somebody: it has the styles and scripts after the first. */
    private Browser browser(Who who, String language) {
        return BROWSERS.computeIfAbsent(who + language, _ -> {
            Setup setup = "bn".equals(language) ? Setup.phone(api.base()) : Setup.phone(api.base()).english();
            Browser browser = (who == Who.VISITOR ? setup : setup.signedIn(world.cookieOf(who))).open();
            browser.context().addCookies(List.of(new Cookie("code-step", world.codeStep()).setUrl(api.base())));
            return browser;
        });
    }

    @AfterAll
    static void close() {
        BROWSERS.values().forEach(Browser::close);
        BROWSERS.clear();
    }

    /** {@code -Dpictures=folder}: also as pictures, for people to look at. */
    private static void picture(com.microsoft.playwright.Page page, Sample sample, String kind) {
        String folder = System.getProperty("pictures", "");
        if (!folder.isBlank()) {
            page.evaluate("scrollTo(0, 0)");
            String name = (sample.route() + "-" + sample.who()).replaceAll("[^A-Za-z0-9]+", "-") + PageList.PAGES.indexOf(sample);
            Browser.picture(page, Path.of(folder, name + "-" + kind + ".png"));
        }
    }

    static Stream<Sample> citizensPages() {
        return pages().stream().filter(sample -> (sample.who() == Who.CITIZEN || sample.who() == Who.VISITOR) && sample.status() == 200)
                .filter(sample -> !sample.route().startsWith("/styleguide/"));
    }

    @ParameterizedTest
    @MethodSource("citizensPages")
    void isLightEnoughForASlowLine(Sample sample) {
        String session = world.cookieOf(sample.who());
        var weight = PageWeight.of(api.uri(sample.path().apply(world)), "language=bn; code-step=" + world.codeStep() + (session == null ? "" : "; session=" + session));
        assertThat(weight.html()).as("html").isLessThan(14 * KB);
        assertThat(weight.firstView()).as("html and css").isLessThan(30 * KB);
        assertThat(weight.scripts()).as("scripts").isLessThan(30 * KB);
    }
}
