package bd.cleancare.complaints;

import bd.cleancare.media.TestPhotos;
import bd.cleancare.testing.Browser;
import bd.cleancare.testing.PageChecks;
import bd.cleancare.testing.People.Person;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What tests of pages of a report type again and again, and what came of it. */
final class ReportForms {

    record Filed(String id, String trackingNumber, int images) {
    }

    private ReportForms() {
    }

    /** The first page of a report, once its script is at work. */
    static Page photosPage(Browser browser) {
        Page page = browser.open("/report/");
        page.locator("[data-module=report-photos][data-started]").waitFor();
        return page;
    }

    static FilePayload photo(String name) {
        return new FilePayload(name, "image/jpeg", TestPhotos.jpeg(800, 600));
    }

    static void tellPlaceAndProblem(Page page) {
        page.locator("#location").fill("রোড ৪, ব্লক খ, মসজিদের পাশে");
        page.locator("main form > .actions button").click();
        page.waitForURL("**/report/what/");
        if ("bn".equals(page.locator("html").getAttribute("lang"))) {
            PageChecks.assertGood(page);
        }
        tellProblem(page);
        page.locator("main form > .actions button").click();
    }

    static void tellProblem(Page page) {
        page.locator("input[name=category]").nth(1).check();
        page.locator("#title").fill("ড্রেন উপচে পড়ছে");
        page.locator("#description").fill("তিন দিন ধরে পানি জমে আছে।");
    }

    static Filed one(Person citizen, JdbcClient db) {
        return db.sql("SELECT id::text, tracking_number, image_count FROM complaints WHERE user_id = ?").param(citizen.id())
                .query((row, _) -> new Filed(row.getString(1), row.getString(2), row.getInt(3))).single();
    }

    static int complaintsOf(Person citizen, JdbcClient db) {
        return db.sql("SELECT count(*) FROM complaints WHERE user_id = ?").param(citizen.id()).query(Integer.class).single();
    }
}
