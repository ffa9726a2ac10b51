package bd.cleancare.everypage;

import static org.assertj.core.api.Assertions.assertThat;

import bd.cleancare.everypage.PageList.Who;
import bd.cleancare.testing.Api;
import bd.cleancare.testing.AppTest;
import bd.cleancare.testing.Browser;
import bd.cleancare.testing.Browser.Setup;
import bd.cleancare.testing.PageChecks;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** A strip of tabs that is wider than the phone shows the open one; that with scripts too is among what every page must be. */
@AppTest
@Import(PageWorld.class)
class TabStripTest {

    private static final List<String> PARTS = List.of("", "held/", "refunds/", "holdings/", "reconciliation/", "import/", "services/", "ledger/");

    @Autowired
    Api api;
    @Autowired
    PageWorld world;

    @Test
    void theOpenTabIsInSightWithoutScripts() {
        for (Setup setup : List.of(Setup.phone(api.base()), Setup.phone(api.base()).english())) {
            try (Browser phone = setup.withoutScripts().signedIn(world.cookieOf(Who.SUPER_ADMIN)).open()) {
                for (String part : PARTS) {
                    PageChecks.assertOpenTabInSight(phone.open("/console/payments/" + part));
                }
            }
        }
    }

    @Test
    void turningThePhoneKeepsItInSight() {
        try (Browser phone = Setup.phone(api.base()).signedIn(world.cookieOf(Who.SUPER_ADMIN)).open()) {
            Page page = phone.open("/console/payments/ledger/");
            page.setViewportSize(640, 360);
            page.setViewportSize(360, 640);
            page.waitForFunction("() => { const strip = document.querySelector('.tabs'); return strip.scrollLeft > 0; }");
            PageChecks.assertOpenTabInSight(page);
        }
    }

    /** At a desk all parts are to be seen at once. */
    @Test
    void atADeskAllTabsFit() {
        for (Setup setup : List.of(Setup.desk(api.base()), Setup.desk(api.base()).english())) {
            try (Browser desk = setup.signedIn(world.cookieOf(Who.SUPER_ADMIN)).open()) {
                Page page = desk.open("/console/payments/");
                assertThat((Boolean) page.evaluate("() => { const strip = document.querySelector('.tabs'); return strip.scrollWidth <= strip.clientWidth; }")).isTrue();
            }
        }
    }
}
