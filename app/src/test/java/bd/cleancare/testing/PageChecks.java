package bd.cleancare.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Set;

/** What every page of ours must be: accessible, in Bangla to the last digit, and as wide as the screen. */
public final class PageChecks {

    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    private static final Set<String> BAD = Set.of("serious", "critical");

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

    private PageChecks() {
    }

    /** Everything below, for the language the page is in. */
    public static void assertGood(Page page) {
        assertAccessible(page);
        assertFits(page);
        if ("bn".equals(page.locator("html").getAttribute("lang"))) {
            assertNoLatinDigits(page);
        }
    }

    public static void assertAccessible(Page page) {
        // At the end of the page the bar at the bottom of a phone lies over nothing.
        page.evaluate("scrollTo(0, document.body.scrollHeight)");
        assertNothingBad(page, new AxeBuilder(page).withTags(RULES));
    }

    /** What changes with the colours alone. */
    public static void assertContrast(Page page) {
        assertNothingBad(page, new AxeBuilder(page).withRules(List.of("color-contrast")));
    }

    private static void assertNothingBad(Page page, AxeBuilder axe) {
        // No page of ours has frames, and looking into them costs a tab each time.
        var found = axe.setLegacyMode(true).analyze().getViolations().stream()
                .filter(rule -> BAD.contains(rule.getImpact()) && !isOnlyPointsOfAMap(rule)).map(PageChecks::told).toList();
        assertThat(found).as("axe on " + page.url()).isEmpty();
    }

    public static void assertNoLatinDigits(Page page) {
        assertThat((List<?>) page.evaluate(LATIN_DIGITS)).as("Latin digits on " + page.url()).isEmpty();
    }

    public static void assertFits(Page page) {
        assertThat((List<?>) page.evaluate(TOO_WIDE)).as("wider than the screen on " + page.url()).isEmpty();
    }

    /** Places lie where they lie, closer than a finger at times; every map stands beside a list or a form that does the same. */
    private static boolean isOnlyPointsOfAMap(Rule rule) {
        return "target-size".equals(rule.getId()) && rule.getNodes().stream().allMatch(node -> node.getHtml().contains("leaflet-marker-icon"));
    }

    private static String told(Rule rule) {
        return rule.getId() + " (" + rule.getHelp() + "): " + rule.getNodes().stream().map(CheckedNode::getHtml).limit(5).toList();
    }
}
