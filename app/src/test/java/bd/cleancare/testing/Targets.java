package bd.cleancare.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;

/**
 * What a finger meets on a phone: everything that can be tapped is 44 by 44 CSS pixels or larger, counted with its label and with what lies
 * over its edges and belongs to it. A link in the middle of a sentence is as high as the sentence (the exception for inline targets in WCAG 2.5.5),
 * and places on a map lie where they lie, beside a list that does the same. What is folded away or waits in a dialog counts too.
 */
final class Targets {

    private static final String TOO_SMALL = """
            () => {
              const least = 43.5;
              const folded = [...document.querySelectorAll('details:not([open]), dialog:not([open])')];
              folded.forEach(one => one.setAttribute('open', ''));
              const was = scrollY;
              const targets = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button], [contenteditable=true]')];

              const saysWords = element => [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && /\\p{L}/u.test(node.data));
              const inText = link => {
                if (link.tagName !== 'A' || getComputedStyle(link).display !== 'inline') return false;
                for (let around = link.parentElement; ; around = around.parentElement) {
                  if (saysWords(around)) return true;
                  if (getComputedStyle(around).display !== 'inline') return false;
                }
              };

              const spanOf = (boxes, from, to) => Math.max(...boxes.map(box => box[to])) - Math.min(...boxes.map(box => box[from]));
              const large = element => {
                const boxes = [element, ...(element.labels ?? [])].map(one => one.getBoundingClientRect()).filter(box => box.width && box.height);
                return boxes.some(box => box.width >= least && box.height >= least)
                  || ['checkbox', 'radio'].includes(element.type) && spanOf(boxes, 'left', 'right') >= least && spanOf(boxes, 'top', 'bottom') >= least;
              };

              const belongs = (hit, element) => hit && (hit === element || element.contains(hit) || [...(element.labels ?? [])].some(label => label.contains(hit)));
              const reached = element => {
                element.scrollIntoView({block: 'center', behavior: 'instant'});
                const box = element.getBoundingClientRect();
                const x = (box.left + box.right) / 2, y = (box.top + box.bottom) / 2, far = least / 2 - .5;
                return [[-far, 0], [far, 0], [0, -far], [0, far]].every(([dx, dy]) => belongs(document.elementFromPoint(
                  Math.min(Math.max(x + dx, 0), innerWidth - 1), y + dy), element));
              };

              const small = targets.filter(element => element.checkVisibility({visibilityProperty: true}) && !element.closest('.leaflet-marker-icon, [inert]')
                && element.getBoundingClientRect().width && !inText(element) && !large(element) && !reached(element));
              const found = small.slice(0, 12).map(element => {
                const box = element.getBoundingClientRect();
                return Math.round(box.width) + 'x' + Math.round(box.height) + ' ' + element.outerHTML.replace(/\\s+/g, ' ').slice(0, 160);
              });
              folded.forEach(one => one.removeAttribute('open'));
              scrollTo(0, was);
              return found;
            }""";

    private Targets() {
    }

    static void assertLargeEnough(Page page) {
        assertThat((List<?>) page.evaluate(TOO_SMALL)).as("smaller than 44 by 44 on " + page.url()).isEmpty();
    }
}
