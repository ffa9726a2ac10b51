package bd.cleancare.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import bd.cleancare.testing.AppTest;
import bd.cleancare.testing.Browser;
import bd.cleancare.testing.Browser.Setup;
import bd.cleancare.testing.Browsers;
import bd.cleancare.testing.People;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The answers staff keep, on their pages, in two languages. */
@AppTest
class AnswerTemplatesTest {

    @Autowired People people;
    @Autowired Browsers browsers;

    @Test
    void anAnswerIsWrittenChangedAndThrownAway() {
        String word = Stack.word();
        try (Browser browser = admin().open()) {
            Page page = browser.open("/console/templates/new/");
            page.locator("#title_bn").fill("দল যাচ্ছে " + word);
            page.locator("form.card .actions button").first().click();
            assertThat(page.locator("#body_en-error")).isVisible();
            assertThat(page.locator("#title_bn")).hasValue("দল যাচ্ছে " + word);
            page.locator("#body_bn").fill("আমাদের দল যাচ্ছে।");
            page.locator("#title_en").fill("On the way " + word);
            page.locator("#body_en").fill("Our team is on the way.");
            page.locator("form.card .actions button").first().click();
            assertThat(page.locator(".flash")).isVisible();
            page.locator("main a").getByText("দল যাচ্ছে " + word).first().click();
            page.locator("#body_bn").fill("আমাদের দল আজই যাচ্ছে।");
            page.locator("form.card .actions button").first().click();
            assertThat(page.locator("main")).containsText("আজই যাচ্ছে");
            page.locator("main a").getByText("দল যাচ্ছে " + word).first().click();
            page.locator("[formaction$='/delete/']").click();
            assertThat(page.locator("main")).not().containsText(word);
        }
    }

    @Test
    void whoIsSecondKeepsTheirWordsAndIsTold() {
        String word = Stack.word();
        try (Browser first = admin().withoutScripts().open(); Browser second = admin().withoutScripts().open()) {
            Page one = first.open("/console/templates/new/");
            for (String field : new String[] {"title_bn", "body_bn", "title_en", "body_en"}) {
                one.locator("#" + field).fill(word);
            }
            one.locator("form.card .actions button").first().click();
            one.locator("main a").getByText(word).first().click();
            Page two = second.open(one.url());
            one.locator("#body_en").fill("first");
            one.locator("form.card .actions button").first().click();
            two.locator("#body_en").fill("second");
            two.locator("form.card .actions button").first().click();
            assertThat(two.locator("#summary")).isVisible();
            assertThat(two.locator("#body_en")).hasValue("second");
        }
    }

    private Setup admin() {
        return browsers.desk(people.admin());
    }
}
