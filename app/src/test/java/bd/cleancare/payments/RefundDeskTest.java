package bd.cleancare.payments;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import bd.cleancare.shared.Digits;
import bd.cleancare.testing.Api;
import bd.cleancare.testing.AppTest;
import bd.cleancare.testing.Browser;
import bd.cleancare.testing.Browser.Setup;
import bd.cleancare.testing.PageChecks;
import bd.cleancare.testing.People;
import bd.cleancare.testing.People.Person;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How money goes back from the desk, in a browser. */
@AppTest
@Import(PaymentWorld.class)
class RefundDeskTest {

    @Autowired
    Api api;
    @Autowired
    People people;
    @Autowired
    PaymentWorld world;
    @Autowired
    JdbcClient db;

    Person citizen;

    @BeforeEach
    void healthyGateways() {
        world.heal();
        citizen = people.citizen();
    }

    private Browser desk(Person who) {
        return Setup.desk(api.base()).signedIn(people.cookieOf(who)).open();
    }

    @Test
    void oneAsksForARefundAndAnotherApproves() {
        UUID payment = world.paid(citizen, "bkash", "1200");
        Person maker = people.admin();
        try (Browser first = desk(maker); Browser second = desk(people.superAdmin())) {
            Page asking = first.open("/console/payments/" + payment + "/");
            asking.locator("#amount").fill("২০০");
            asking.locator("#refund button").click();
            assertThat(asking.locator("#summary")).isVisible();
            assertThat(asking.locator("#amount")).hasValue("২০০");
            asking.locator("#reason").fill("মিটার ভুল পড়া হয়েছিল");
            asking.locator("#refund button").click();
            assertThat(asking.locator(".flash")).containsText("অন্য একজন");
            assertThat(asking.locator("form[action$='/approve/']")).hasCount(0);

            Page deciding = second.open("/console/payments/refunds/");
            var card = deciding.locator("article:has(a[href*='" + payment + "'])");
            String transaction = db.sql("SELECT transaction_id FROM payments WHERE id = ?").param(payment).query(String.class).single();
            String payer = db.sql("SELECT name FROM users WHERE id = ?").param(citizen.id()).query(String.class).single();
            for (String fact : List.of(transaction, "হোল্ডিং", "বিকাশ", Digits.toBangla(payer), "মিটার ভুল পড়া হয়েছিল")) {
                assertThat(card).containsText(fact);
            }
            int waiting = db.sql("SELECT count(*) FROM refunds WHERE status = 'requested'").query(Integer.class).single();
            assertThat(deciding.locator(".tabs .count")).containsText(Digits.toBangla(String.valueOf(waiting)));
            for (String box : List.of("article[id^=refund]", ".tabs")) {
                Assertions.assertThat((Boolean) deciding.locator(box).first().evaluate("box => box.scrollWidth <= box.clientWidth")).as("everything within " + box).isTrue();
            }
            PageChecks.assertGood(deciding);
            deciding.locator("article:has(a[href*='" + payment + "']) form[action$='/approve/'] button").click();
            assertThat(deciding.locator(".flash")).containsText("গেটওয়ে টাকা ফেরত দিয়েছে");
            assertThat(deciding.locator("article .badge").getByText("ফেরত হয়েছে")).isVisible();
            Assertions.assertThat(world.status(payment)).isEqualTo("partially_refunded");
        }
        try (Browser owner = Setup.phone(api.base()).signedIn(people.cookieOf(citizen)).open()) {
            Page receipt = owner.open("/payments/" + payment + "/receipt/");
            assertThat(receipt.locator(".stamp")).containsText("আংশিক ফেরত");
        }
    }

    @Test
    void aRocketRefundIsDoneByHandWithEvidence() {
        UUID payment = world.paid(citizen, "rocket", "410");
        Person maker = people.admin();
        var asked = api.as(maker.accessToken()).with("Idempotency-Key", "desk-1").post("/api/payments/" + payment + "/refunds/",
                Map.of("amount", "410.00", "refundable", "410.00", "reason", "paid for the wrong house"));
        Assertions.assertThat(asked.status()).isEqualTo(201);
        try (Browser browser = desk(people.admin())) {
            Page page = browser.open("/console/payments/" + payment + "/");
            page.locator("form[action$='/approve/'] button").click();
            assertThat(page.locator(".flash")).containsText("হাতে ফেরত দিয়ে");
            assertThat(page.locator(".timeline")).containsText("এই গেটওয়ে টাকা ফেরত পাঠায় না");
            assertThat(page.locator(".timeline")).not().containsText("no refunds");
            page.locator("input[value=succeeded]").check();
            page.locator("input[name=evidence]").fill("ব্যাংকের চিঠি ৪৫/২০২৬");
            page.locator("form[action$='/resolve/'] button").click();
            assertThat(page.locator(".flash")).containsText("ফলাফল লেখা হয়েছে");
            assertThat(page.locator("article[id^=refund]")).containsText("ব্যাংকের চিঠি ৪৫/২০২৬");
        }
        Assertions.assertThat(world.status(payment)).isEqualTo("refunded");
    }

    @Test
    void whatAGatewayRefusesOrLeavesUnclearIsSaidSo() {
        UUID payment = world.paid(citizen, "bkash", "300");
        Person maker = people.admin();
        try (Browser browser = desk(people.admin())) {
            world.bkash.fault(Map.of("endpoint", "*/refund/payment/transaction", "kind", "status", "status", 400, "body",
                    "{\"internalCode\":\"x\",\"externalCode\":\"2074\",\"errorMessageEn\":\"x\",\"errorMessageBn\":null}"));
            asked(maker, payment, "300.00", "300.00");
            Page page = browser.open("/console/payments/" + payment + "/");
            page.locator("form[action$='/approve/'] button").click();
            assertThat(page.locator(".flash")).containsText("রাজি হয়নি");
            world.heal();
            world.bkash.fault(Map.of("endpoint", "*/refund/payment/transaction", "kind", "drop-after-commit"));
            asked(maker, payment, "300.00", "300.00");
            page.reload();
            page.locator("form[action$='/approve/'] button").click();
            assertThat(page.locator(".flash")).containsText("উত্তর অস্পষ্ট");
        } finally {
            world.heal();
        }
    }

    @Test
    void tooLargeARefundIsToldTheMost() {
        UUID payment = world.paid(citizen, "bkash", "4560");
        try (Browser browser = desk(people.admin())) {
            Page page = browser.open("/console/payments/" + payment + "/");
            assertThat(page.locator("#amount")).hasValue("৪৫৬০.০০");
            page.locator("#amount").fill("৯৯৯৯");
            page.locator("#refund button").click();
            assertThat(page.locator("#amount-error")).hasText("সর্বোচ্চ ৳৪,৫৬০ ফেরত দেওয়া যায়।");
            assertThat(page.locator("#summary")).containsText("ফেরতের কারণ লিখুন");
            PageChecks.assertGood(page);
        }
        Assertions.assertThat(db.sql("SELECT count(*) FROM refunds WHERE payment_id = ?").param(payment).query(Integer.class).single()).isZero();
    }

    private void asked(Person maker, UUID payment, String amount, String refundable) {
        var asked = api.as(maker.accessToken()).with("Idempotency-Key", UUID.randomUUID().toString()).post("/api/payments/" + payment + "/refunds/",
                Map.of("amount", amount, "refundable", refundable, "reason", "paid for the wrong house"));
        Assertions.assertThat(asked.status()).as(asked.text()).isEqualTo(201);
    }

    @Test
    void aSecondPaymentIsAmongWhatIsToBeGivenBackUntilItWent() {
        UUID payment = world.paidTwice(citizen, world.bill(citizen, "615"));
        Assertions.assertThat(world.status(payment)).isEqualTo("paid");
        try (Browser browser = desk(people.admin())) {
            Page page = browser.open("/console/payments/?state=refund_due");
            var row = page.locator("tbody tr:has(a[href*='" + payment + "'])");
            assertThat(row).containsText("দ্বিতীয়বার টাকা এসেছে");
            PageChecks.assertGood(page);
            page.navigate("/console/payments/" + payment + "/");
            assertThat(page.locator("article[id^=refund]")).containsText("দুবার টাকা এসেছে");
            PageChecks.assertGood(page);
            page.locator("form[action$='/approve/'] button").click();
            assertThat(page.locator(".flash")).containsText("গেটওয়ে টাকা ফেরত দিয়েছে");
            page.navigate("/console/payments/?state=refund_due");
            assertThat(row).hasCount(0);
        }
    }
}
