package bd.cleancare.adminusers;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import bd.cleancare.testing.AppTest;
import bd.cleancare.testing.Browser;
import bd.cleancare.testing.Browsers;
import bd.cleancare.testing.People;
import bd.cleancare.testing.People.Person;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A super admin takes somebody on, changes where they work, and switches them off. */
@AppTest
class StaffPagesTest {

    @Autowired People people;
    @Autowired Browsers browsers;

    @Test
    void aColleagueBeginsChangesAndIsSwitchedOff() {
        String local = "0" + People.newPhone().canonical().substring(4);
        try (Browser browser = browsers.desk(people.superAdmin()).open()) {
            Page page = browser.open("/console/");
            page.locator("#menu a[href='/console/staff/']").click();
            page.locator("main a[href='/console/staff/new/']").click();
            page.locator("#name").fill("মোছাঃ শাহানা");
            page.locator("form.card .actions button").click();
            assertThat(page.locator("#phone-error")).isVisible();
            assertThat(page.locator("#role-error")).isVisible();
            assertThat(page.locator("#name")).hasValue("মোছাঃ শাহানা");
            page.locator("#phone").fill(local);
            page.locator("input[name=role][value=service_provider]").check();
            page.locator("form.card .actions button").click();
            assertThat(page.locator(".flash")).isVisible();
            assertThat(page.locator("h1")).hasText("মোছাঃ শাহানা");
            page.locator("input[name=role][value=admin]").check();
            page.locator("form.card .actions button").click();
            assertThat(page.locator(".page-head .badge")).containsText("অ্যাডমিন");
            page.locator("form[action$='/off/'] button").click();
            assertThat(page.locator(".page-head .badge")).containsText("বন্ধ রাখা");
            assertThat(page.locator(".timeline li")).hasCount(3);
            page.locator("form[action$='/on/'] button").click();
            assertThat(page.locator(".page-head .badge")).containsText("অ্যাডমিন");
        }
    }

    @Test
    void anAdminOfAWardThatLeftTheMapKeepsItAndNotTheWholeCity() {
        Person admin = people.admin("no-such-ward");
        try (Browser browser = browsers.desk(people.superAdmin()).open()) {
            Page page = browser.open("/console/staff/" + admin.id() + "/");
            assertThat(page.locator("input[name=wards][value=no-such-ward]")).isChecked();
            page.locator("form.card.narrow .actions button").click();
            assertThat(page.locator(".flash")).isVisible();
            assertThat(page.locator("input[name=wards][value=no-such-ward]")).isChecked();
            page.locator("input[name=wards][value=no-such-ward]").uncheck();
            page.locator("form.card.narrow .actions button").click();
            assertThat(page.locator("input[name=wards][value=no-such-ward]")).hasCount(0);
        }
    }

    @Test
    void whoIsSecondIsToldAndKeepsTheirChoice() {
        Person colleague = people.named(people.serviceProvider(), "করিম");
        try (Browser first = browsers.desk(people.superAdmin()).withoutScripts().open(); Browser second = browsers.desk(people.superAdmin()).withoutScripts().open()) {
            Page one = first.open("/console/staff/" + colleague.id() + "/");
            Page two = second.open("/console/staff/" + colleague.id() + "/");
            one.locator("input[name=role][value=admin]").check();
            one.locator("form.card .actions button").click();
            assertThat(one.locator(".flash")).isVisible();
            two.locator("input[name=role][value=super_admin]").check();
            two.locator("form.card .actions button").click();
            assertThat(two.locator("#summary")).isVisible();
            assertThat(two.locator("input[value=super_admin]")).isChecked();
            assertThat(two.locator(".page-head .badge")).containsText(Pattern.compile("^অ্যাডমিন"));
            two.locator("form.card .actions button").click();
            assertThat(two.locator(".page-head .badge")).containsText("সুপার অ্যাডমিন");
        }
    }

    @Test
    void somebodyIsFoundByNameAndNumberAndNoAddressSaysSo() {
        Person colleague = people.named(people.serviceProvider(), "অদ্বিতীয়া নামের মানুষ");
        try (Browser browser = browsers.desk(people.superAdmin()).open()) {
            Page page = browser.open("/console/staff/");
            for (String text : new String[] {"অদ্বিতীয়া", "0" + colleague.phone().canonical().substring(4)}) {
                page.locator("#q").fill(text);
                page.locator("form[role=search] button").click();
                assertThat(page.locator("main table a")).hasText("অদ্বিতীয়া নামের মানুষ");
                assertThat(page).hasURL(Pattern.compile("/console/staff/$"));
            }
            page.locator("#q").fill("এমন কেউ নেই");
            page.locator("form[role=search] button").click();
            assertThat(page.locator(".empty")).isVisible();
        }
    }

    @Test
    void oneselfIsAnothersDecision() {
        Person admin = people.superAdmin();
        try (Browser browser = browsers.desk(admin).open()) {
            Page page = browser.open("/console/staff/" + admin.id() + "/");
            assertThat(page.locator("main .notice")).isVisible();
            assertThat(page.locator("main form")).hasCount(0);
        }
    }
}
