package bd.cleancare.platform.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import bd.cleancare.testing.Api;
import bd.cleancare.testing.AppTest;
import bd.cleancare.testing.Browser;
import bd.cleancare.testing.Browser.Setup;
import bd.cleancare.testing.PageChecks;
import bd.cleancare.testing.PageWeight;
import bd.cleancare.testing.People;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The frame of every page and every part of the design system, in a real browser. */
@AppTest
class DesignTest {

    private static final int KB = 1024;

    @Autowired
    Api api;

    @Autowired
    People people;

    @Test
    void aPageThatIsNotThereIsAsGoodAsTheOthers() {
        for (Setup setup : List.of(Setup.phone(api.base()), Setup.desk(api.base()).english().atNight())) {
            try (var browser = setup.open()) {
                PageChecks.assertGood(browser.open("/no/such/page/"));
            }
        }
    }

    @Test
    void theFirstViewIsLightEnoughForASlowLine() {
        String session = "session=" + people.cookieOf(people.citizen());
        for (String cookies : List.of("language=bn", "language=en", "language=bn; " + session)) {
            var weight = PageWeight.of(api.uri("/"), cookies);
            assertThat(weight.html()).as("html").isLessThan(14 * KB);
            assertThat(weight.firstView()).as("html and css").isLessThan(30 * KB);
            assertThat(weight.scripts()).as("scripts").isLessThan(30 * KB);
        }
    }

    @Test
    void languageAndColoursAreOneClickAwayWithoutScripts() {
        try (var browser = Setup.phone(api.base()).withoutScripts().open()) {
            var page = browser.open("/styleguide/?status=open");
            page.getByText("English").click();
            assertThat(page.locator("html")).hasAttribute("lang", "en");
            assertThat(page.url()).endsWith("/styleguide/?status=open");
            page.locator(".bottom .to-dark").click();
            assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
        }
    }

    @Test
    void aFormTellsItsErrorsAboveAndBesideTheField() {
        try (var browser = Setup.phone(api.base()).open()) {
            var page = browser.open("/styleguide/");
            page.locator("#story").fill("ময়লা");
            page.locator("form.card button").click();
            assertThat(page.locator("#summary").first()).isFocused();
            assertThat(page.locator("#name-error")).isVisible();
            assertThat(page.locator("#story")).hasValue("ময়লা");
            page.locator("#summary a").first().click();
            assertThat(page.locator("#name")).isFocused();
            PageChecks.assertGood(page);
        }
    }

    @Test
    void aMapComesOnlyWhenAskedForAndNeedsNoTileServer() {
        try (var browser = Setup.phone(api.base()).open()) {
            var page = browser.open("/styleguide/");
            assertThat(page.evaluate("() => typeof L")).isEqualTo("undefined");
            Locator map = page.locator("[data-module=map][data-started]").first();
            map.locator("[data-show]").click();
            map.locator(".map-canvas[data-ready]").waitFor();
            assertThat(map.locator("path.ward")).hasCount(12);
            map.locator(".map-canvas").click();
            assertThat(page.locator("input[name=latitude]").inputValue()).startsWith("23.");
            Locator points = page.locator("[data-points]");
            points.locator("[data-show]").click();
            points.locator(".map-cluster").first().waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.VISIBLE));
            PageChecks.assertGood(page);
        }
    }

    /** The browser's own verdict; that it holds nothing back in a private window is its only objection. */
    @Test
    void aPhoneMayInstallIt() {
        try (var browser = Setup.phone(api.base()).open()) {
            var page = browser.open("/");
            page.waitForFunction("() => navigator.serviceWorker.ready.then(() => true)");
            var errors = page.context().newCDPSession(page).send("Page.getInstallabilityErrors").getAsJsonArray("installabilityErrors").asList();
            assertThat(errors.stream().map(error -> error.getAsJsonObject().get("errorId").getAsString())).isSubsetOf("in-incognito");
            assertThat(page.evaluate("""
                    async () => {
                      const { icons } = await (await fetch(document.querySelector('link[rel=manifest]').href)).json();
                      return Promise.all(icons.map(async icon => {
                        const picture = await createImageBitmap(await (await fetch(icon.src)).blob());
                        return `${picture.width}x${picture.height}` === icon.sizes;
                      }));
                    }""")).isEqualTo(List.of(true, true, true));
        }
    }

    @Test
    void withoutAConnectionThereIsAPageInTheLanguageLastRead() {
        try (var browser = Setup.phone(api.base()).english().open()) {
            var page = browser.open("/");
            page.evaluate("() => navigator.serviceWorker.ready.then(() => true)");
            page.waitForFunction("() => navigator.serviceWorker.controller");
            page.reload();
            browser.offline(true);
            page.navigate("/complaints/");
            assertThat(page.locator("h1")).hasText("No internet connection");
            assertThat((String) page.evaluate("() => getComputedStyle(document.body).display")).isEqualTo("flex");
        }
    }
}
