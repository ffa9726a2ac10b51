package bd.cleancare.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;

/** What every page of ours must be: accessible, in Bangla to the last digit, as wide as the screen, and large enough for a finger. */
public final class PageChecks {

    private static final int PHONES_END = 768;

    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    /**
     * What axe finds, down to its smallest concern. Places lie where they lie, closer than a finger at times, and every map stands beside a list or a form
     * that does the same: its points alone may be small.
     */
    private static final String FOUND_BY_AXE = """
            rules => axe.run(document, { runOnly: rules, resultTypes: ['violations'] }).then(found => found.violations
              .filter(rule => !(rule.id === 'target-size' && rule.nodes.every(node => node.html.includes('leaflet-marker-icon'))))
              .map(rule => `${rule.id} (${rule.impact}, ${rule.help}): ` + rule.nodes.slice(0, 5).map(node => node.html.slice(0, 300)).join(' | ')))""";

    /** Texts with a Latin digit, apart from what is the same in every language: tracking numbers and code, marked translate=no. */
    private static final String LATIN_DIGITS = """
            () => {
              const found = [];
              const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              while (walker.nextNode()) {
                const node = walker.currentNode;
                if (/[0-9]/.test(node.data) && !node.parentElement.closest('[translate=no], script, style, [lang=en]')) found.push(node.data.trim());
              }
              return found;
            }""";

    /** What sticks out to the right, where a phone would have to scroll sideways. */
    private static final String TOO_WIDE = """
            () => document.documentElement.scrollWidth <= innerWidth ? [] : [...document.querySelectorAll('body *')]
              .filter(element => element.getBoundingClientRect().right > innerWidth + 1).slice(0, 5).map(element => element.outerHTML.slice(0, 120))""";

    /** Tabs that are open and not to be seen in a strip that goes on beyond its edge. */
    private static final String OUT_OF_SIGHT = """
            () => [...document.querySelectorAll('.tabs')].filter(strip => strip.clientWidth).flatMap(strip => {
              const edge = strip.getBoundingClientRect();
              return [...strip.querySelectorAll('[aria-current]')].filter(tab => {
                const { left, right } = tab.getBoundingClientRect();
                return left < edge.left - 1 || right > edge.right + 1;
              }).map(tab => tab.textContent.trim());
            })""";

    /** In the language of the browser, which need not be the page's. Without scripts it says what was chosen, which ours cannot then. */
    private static final String OWN_LOOK = """
            () => [...document.querySelectorAll('html.js input[type=file]')].filter(field => field.checkVisibility() && getComputedStyle(field).opacity !== '0'
              && field.getBoundingClientRect().width > 1).map(field => field.outerHTML.slice(0, 120))""";

    private static final String BROKEN_BUTTONS = """
            () => [...document.querySelectorAll('.button')].filter(button => button.checkVisibility()).filter(button => {
              const words = document.createRange();
              words.selectNodeContents(button);
              return words.getBoundingClientRect().height > 2.5 * parseFloat(getComputedStyle(button).lineHeight);
            }).map(button => button.textContent.trim())""";

    private PageChecks() {
    }

    /** Everything below, for the language the page is in. */
    public static void assertGood(Page page) {
        assertAccessible(page);
        assertFits(page);
        assertTargets(page);
        assertOpenTabInSight(page);
        assertNothing(page, OWN_LOOK, "file fields with the browser's own look");
        if ("bn".equals(page.locator("html").getAttribute("lang"))) {
            assertNoLatinDigits(page);
        }
    }

    public static void assertAccessible(Page page) {
        // No page of ours has frames, and looking into them costs a tab each time.
        new AxeBuilder(page).setLegacyMode(true).withRules(List.of("html-has-lang")).analyze();
        assertStillAccessible(page);
    }

    /** After {@link #assertAccessible} of the same page, on another screen: all the rules again, without loading them again. */
    public static void assertStillAccessible(Page page) {
        // At the end of the page the bar at the bottom of a phone lies over nothing.
        page.evaluate("scrollTo(0, document.body.scrollHeight)");
        assertNothingFound(page, Map.of("type", "tag", "values", RULES));
    }

    /** After {@link #assertAccessible} of the same page: what changes with the colours alone. */
    public static void assertContrast(Page page) {
        assertNothingFound(page, Map.of("type", "rule", "values", List.of("color-contrast")));
    }

    private static void assertNothingFound(Page page, Map<String, Object> rules) {
        assertThat((List<?>) page.evaluate(FOUND_BY_AXE, rules)).as("axe on " + page.url() + ", " + page.viewportSize().width + " wide").isEmpty();
    }

    public static void assertNoLatinDigits(Page page) {
        assertNothing(page, LATIN_DIGITS, "Latin digits");
    }

    public static void assertOpenTabInSight(Page page) {
        assertNothing(page, OUT_OF_SIGHT, "an open tab beyond the edge of its strip");
    }

    /** On a phone; at a desk a mouse points. */
    public static void assertTargets(Page page) {
        if (page.viewportSize().width < PHONES_END) {
            Targets.assertLargeEnough(page);
            assertNothing(page, BROKEN_BUTTONS, "buttons of more than two lines");
        }
    }

    public static void assertFits(Page page) {
        assertNothing(page, TOO_WIDE, "wider than the screen");
    }

    private static void assertNothing(Page page, String found, String what) {
        assertThat((List<?>) page.evaluate(found)).as(what + " on " + page.url()).isEmpty();
    }
}
