package bd.cleancare.payments;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import bd.cleancare.testing.AppTest;
import bd.cleancare.testing.Browser.Setup;
import bd.cleancare.testing.Browsers;
import bd.cleancare.testing.PageChecks;
import bd.cleancare.testing.People;
import bd.cleancare.testing.People.Person;
import com.microsoft.playwright.Page;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** A bill paid in a browser, through the page of each gateway and back to a receipt. */
@AppTest
@Import(PaymentWorld.class)
class PayInBrowserTest {

    @Autowired People people;
    @Autowired Browsers browsers;
    @Autowired PaymentWorld world;

    Person citizen;

    @BeforeEach
    void aPayer() {
        citizen = world.newPayer();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bkash", "nagad", "rocket", "upay"})
    void aBillIsPaidAndTheReceiptsCodeVerifies(String method) throws Exception {
        world.bill(citizen, "2500.50");
        try (var browser = browsers.phone(citizen).open()) {
            Page page = browser.open("/payments/");
            var payer = new PayerAtBrowser(page);
            page.locator(".bill .button").click();
            payer.chooses(method);
            payer.confirmsAtTheGateway();
            payer.comesBack();
            assertThat(page.locator(".result h2")).hasText("টাকা পাওয়া গেছে");
            PageChecks.assertGood(page);
            page.locator("a[href$='/receipt/']").click();
            PageChecks.assertGood(page);
            String code = PayerAtBrowser.qrOf(page.locator(".qr"));
            Assertions.assertThat(codeOfPdf(page)).isEqualTo(code);
            page.navigate(code);
            assertThat(page.locator("h1")).hasText("রসিদটি আসল");
            assertThat(page.locator(".paper")).containsText("৳ ২,৫০০.৫০");
            PageChecks.assertGood(page);
        }
    }

    /** The aggregator sends the browser back by a form of its own, across sites. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aBillIsPaidThroughTheAggregator(boolean scripts) throws Exception {
        UUID bill = world.bill(citizen, "1840.75");
        UUID payment = PaymentWorld.paymentOf(world.pay(citizen, bill, "rocket"));
        String gateway = world.pageOf(world.throughSslcommerz(payment, citizen));
        Setup setup = browsers.phone(citizen);
        try (var browser = (scripts ? setup : setup.withoutScripts()).open()) {
            Page page = browser.open("/payments/" + payment + "/");
            page.navigate(gateway);
            var payer = new PayerAtBrowser(page);
            payer.confirmsAtTheGateway();
            if (!scripts) {
                page.locator("form button").click();
            }
            payer.comesBack();
            assertThat(page.locator(".result h2")).hasText("টাকা পাওয়া গেছে");
            page.locator("a[href$='/receipt/']").click();
            String code = PayerAtBrowser.qrOf(page.locator(".qr"));
            page.navigate(code);
            assertThat(page.locator("h1")).hasText("রসিদটি আসল");
            assertThat(page.locator(".paper")).containsText("৳ ১,৮৪০.৭৫");
        }
    }

    @Test
    void whoCancelsAtTheAggregatorComesHome() {
        UUID payment = PaymentWorld.paymentOf(world.pay(citizen, world.bill(citizen, "1841"), "rocket"));
        String gateway = world.pageOf(world.throughSslcommerz(payment, citizen));
        try (var browser = browsers.phone(citizen).open()) {
            Page page = browser.open("/payments/" + payment + "/");
            page.navigate(gateway);
            page.locator("button[value=cancel]").click();
            new PayerAtBrowser(page).comesBack();
            assertThat(page.locator(".result h2")).not().hasText("টাকা পাওয়া গেছে");
        }
        Assertions.assertThat(world.ledgerEntries(payment)).isZero();
    }

    private static String codeOfPdf(Page page) throws Exception {
        byte[] pdf = page.request().get(page.url().replace("/receipt/", "/receipt.pdf")).body();
        try (var document = Loader.loadPDF(pdf)) {
            var sheet = new PDFRenderer(document).renderImageWithDPI(0, 200);
            // The corner at which somebody points a camera; letters beside the code have been taken for its marks.
            int side = sheet.getWidth() / 3;
            return PayerAtBrowser.qrOf(sheet.getSubimage(sheet.getWidth() - side, sheet.getHeight() - side, side, side));
        }
    }

    @Test
    void aBillIsPaidWithoutScripts() {
        world.bill(citizen, "640");
        try (var browser = browsers.phone(citizen).withoutScripts().open()) {
            Page page = browser.open("/payments/");
            var payer = new PayerAtBrowser(page);
            page.locator(".bill .button").click();
            payer.chooses("rocket");
            page.locator(".leave .button").click();
            payer.confirmsAtTheGateway();
            page.locator("form button").click();
            payer.comesBack();
            assertThat(page.locator(".result h2")).hasText("টাকা পাওয়া গেছে");
        }
    }

    @Test
    void aBillOfSomebodyElseIsFoundByItsHoldingAndPaid() {
        UUID bill = world.bill(people.citizen(), "715");
        String holding = world.holdingOf(bill);
        try (var browser = browsers.phone(citizen).open()) {
            Page page = browser.open("/payments/find/");
            page.locator("#holding").fill(holding.toLowerCase());
            page.locator("main form button").click();
            assertThat(page.locator(".bill")).hasCount(1);
            assertThat(page.locator("main")).not().containsText("Owner");
            page.locator(".bill .button").click();
            var payer = new PayerAtBrowser(page);
            payer.chooses("upay");
            payer.confirmsAtTheGateway();
            payer.comesBack();
            assertThat(page.locator(".result h2")).hasText("টাকা পাওয়া গেছে");
        }
    }

    @Test
    void anAmountOfOnesOwnChoiceIsPaid() {
        try (var browser = browsers.phone(citizen).open()) {
            Page page = browser.open("/payments/new/");
            page.locator("main form .actions button").click();
            assertThat(page.locator("#summary")).isVisible();
            page.locator("input[value=other]").check();
            page.locator("#amount").fill("৩৫০");
            var payer = new PayerAtBrowser(page);
            payer.chooses("bkash");
            payer.confirmsAtTheGateway();
            payer.comesBack();
            assertThat(page.locator(".result .sum")).hasText("৳৩৫০");
            assertThat(page.locator(".result h2")).hasText("টাকা পাওয়া গেছে");
        }
    }
}
