package bd.cleancare.payments;

import static bd.cleancare.payments.PaymentWorld.paymentOf;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import bd.cleancare.testing.Api;
import bd.cleancare.testing.AppTest;
import bd.cleancare.testing.Browser.Setup;
import bd.cleancare.testing.Browsers;
import bd.cleancare.testing.PageChecks;
import bd.cleancare.testing.People.Person;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** What a payer sees who comes back without the gateway's word, without the money, or not at all. */
@AppTest
@Import(PaymentWorld.class)
class ComingBackTest {

    /** The page looks every few seconds, and without scripts every quarter of a minute. */
    private static final HasTextOptions IN_TIME = new HasTextOptions().setTimeout(40_000);

    @Autowired Api api;
    @Autowired Browsers browsers;
    @Autowired PaymentWorld world;

    Person citizen;

    @BeforeEach
    void aPayer() {
        citizen = world.newPayer();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aLostWayBackResolvesItselfOnThePage(boolean scripts) {
        var begun = world.pay(citizen, world.bill(citizen, "360"), "nagad");
        Setup setup = browsers.phone(citizen);
        try (var browser = (scripts ? setup : setup.withoutScripts()).open()) {
            Page page = browser.open("/payments/" + paymentOf(begun) + "/");
            assertThat(page.locator(".result h2")).hasText("টাকা দেওয়া বাকি");
            world.simulators.get("nagad").paysWithoutComingBack(world.payerIdOf(begun));
            assertThat(page.locator(".result h2")).hasText("টাকা পাওয়া গেছে", IN_TIME);
            assertThat(page.locator("a[href$='/receipt/']")).isVisible();
        }
    }

    @Test
    void whoPaidMayAskAtOnce() {
        var begun = world.pay(citizen, world.bill(citizen, "361"), "upay");
        try (var browser = browsers.desk(citizen).withoutScripts().english().open()) {
            Page page = browser.open("/payments/" + paymentOf(begun) + "/");
            world.simulators.get("upay").paysWithoutComingBack(world.payerIdOf(begun));
            page.locator("form[action$='/check/'] button").click();
            assertThat(page.locator(".result h2")).hasText("Paid");
        }
    }

    @Test
    void whoCancelledAtTheGatewayTriesAgainWithAnotherWallet() {
        UUID bill = world.bill(citizen, "362");
        try (var browser = browsers.phone(citizen).open()) {
            Page page = browser.open("/payments/bills/" + bill + "/pay/");
            var payer = new PayerAtBrowser(page);
            payer.chooses("bkash");
            page.locator("button[value=cancel]").click();
            payer.comesBack();
            assertThat(page.locator(".result h2")).hasText("বাতিল হয়েছে", IN_TIME);
            PageChecks.assertGood(page);
            page.locator("a.button[href$='/pay/']").click();
            payer.chooses("nagad");
            payer.confirmsAtTheGateway();
            payer.comesBack();
            assertThat(page.locator(".result h2")).hasText("টাকা পাওয়া গেছে");
        }
    }

    @Test
    void anOpenPaymentGoesOnWithAnotherWallet() {
        UUID bill = world.bill(citizen, "363");
        var begun = world.pay(citizen, bill, "bkash");
        try (var browser = browsers.phone(citizen).open()) {
            Page page = browser.open("/payments/");
            page.locator(".bill .button").click();
            page.waitForURL("**/payments/" + paymentOf(begun) + "/");
            page.locator("details summary").click();
            page.locator("input[value=upay]").check();
            // The page looks for news every three seconds; what the payer is about to do stays as it is.
            page.waitForResponse(response -> response.url().endsWith("/payments/" + paymentOf(begun) + "/"), () -> {
            });
            page.waitForResponse(response -> response.url().endsWith("/payments/" + paymentOf(begun) + "/"), () -> {
            });
            assertThat(page.locator("input[value=upay]")).isVisible();
            assertThat(page.locator("input[value=upay]")).isChecked();
            var payer = new PayerAtBrowser(page);
            payer.chooses("upay");
            page.navigate(api.base() + "/payments/" + paymentOf(begun) + "/");
            assertThat(page.locator("#state a.button").first()).hasText("উপায়-এর পাতায় যান");
            page.locator("#state a.button").first().click();
            payer.confirmsAtTheGateway();
            payer.comesBack();
            assertThat(page.locator(".result h2")).hasText("টাকা পাওয়া গেছে");
            page.locator("a[href$='/receipt/']").click();
            assertThat(page.locator("main")).containsText("উপায়");
            assertThat(page.locator("main")).not().containsText("বিকাশ");
        }
    }

    /** A gateway that is left alone after failures says so before it is chosen, and after; the others take the money. */
    @Test
    void gatewayThatRestsSaysSoAndTheOthersStayOffered() {
        UUID bill = world.bill(citizen, "366");
        world.rest("bkash");
        try (var browser = browsers.phone(citizen).open()) {
            Page page = browser.open("/payments/bills/" + bill + "/pay/");
            assertThat(page.locator("[data-wallet=bkash] small")).hasText("এখন সাড়া দিচ্ছে না, অন্যটি বেছে নিন");
            PageChecks.assertGood(page);
            var payer = new PayerAtBrowser(page);
            payer.chooses("bkash");
            assertThat(page.locator(".result")).containsText("এই ওয়ালেট এখন সাড়া দিচ্ছে না");
            page.locator("a.button[href$='/pay/']").click();
            payer.chooses("nagad");
            payer.confirmsAtTheGateway();
            payer.comesBack();
            assertThat(page.locator(".result h2")).hasText("টাকা পাওয়া গেছে");
        } finally {
            world.heal();
        }
    }

    /** An old page of the bill, with another wallet chosen on it: nobody is sent to the first one's gateway unawares. */
    @Test
    void anOldPageOfABillUnderWayShowsWhatIsUnderWay() {
        UUID bill = world.bill(citizen, "367");
        try (var browser = browsers.phone(citizen).open()) {
            Page page = browser.open("/payments/bills/" + bill + "/pay/");
            var begun = world.pay(citizen, bill, "bkash");
            new PayerAtBrowser(page).chooses("nagad");
            page.waitForURL("**/payments/" + paymentOf(begun) + "/");
            assertThat(page.locator(".flash")).containsText("এই বিলের একটি পেমেন্ট এখন চলছে");
            assertThat(page.locator("#state a.button").first()).hasText("বিকাশ-এর পাতায় যান");
        }
    }

    @Test
    void whoPaidTwiceIsToldWhatBecomesOfTheSecond() {
        var begun = world.pay(citizen, world.bill(citizen, "368"), "nagad");
        String first = world.payerIdOf(begun);
        api.as(citizen.accessToken()).with("Idempotency-Key", "again").post("/api/payments/" + paymentOf(begun) + "/again/",
                java.util.Map.of("payment_method", "upay", "phone_number", "01711111111"));
        world.simulators.get("upay").pays(world.payerIdOf(begun));
        world.simulators.get("nagad").pays(first);
        world.awaitStatus(paymentOf(begun), "paid");
        try (var browser = browsers.phone(citizen).open()) {
            Page page = browser.open("/payments/" + paymentOf(begun) + "/");
            assertThat(page.locator("#state .notice")).containsText("নগদ থেকে আরও একবার ৳৩৬৮ এসেছে");
            PageChecks.assertGood(page);
        }
    }

    @Test
    void whoIsNotSignedInSeesNothingAndIsShownTheWay() {
        var begun = world.pay(citizen, world.bill(citizen, "365"), "bkash");
        try (var browser = Setup.phone(api.base()).open()) {
            Page page = browser.open("/payments/" + paymentOf(begun) + "/");
            assertThat(page.locator("main")).not().containsText("৩৬৫");
            assertThat(page.locator("main a.button")).hasAttribute("href", "/sign-in/?next=/payments/" + paymentOf(begun) + "/");
            PageChecks.assertGood(page);
        }
    }
}
