package bd.cleancare.payments;

import static bd.cleancare.payments.PaymentWorld.paymentOf;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import bd.cleancare.shared.CityTime;
import bd.cleancare.shared.Digits;
import bd.cleancare.shared.Role;
import bd.cleancare.shared.Taka;
import bd.cleancare.shared.Viewer;
import bd.cleancare.testing.Api;
import bd.cleancare.testing.AppTest;
import bd.cleancare.testing.Browser;
import bd.cleancare.testing.Browser.Setup;
import bd.cleancare.testing.PageChecks;
import bd.cleancare.testing.People;
import bd.cleancare.testing.People.Person;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the city's staff do with payments, in a browser. */
@AppTest
@Import(PaymentWorld.class)
class PaymentDeskTest {

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
    void paymentsAreFoundByTheirReceipt() {
        UUID payment = world.paid(citizen, "upay", "77");
        String receipt = db.sql("SELECT series || '/' || fiscal_year || '-' || (fiscal_year + 1) % 100 || '/' || lpad(number::text, 6, '0') FROM receipts WHERE payment_id = ?")
                .param(payment).query(String.class).single();
        try (Browser browser = desk(people.admin())) {
            Page page = browser.open("/console/payments/");
            for (String search : List.of(receipt, receipt.toLowerCase(), Digits.toBangla(receipt))) {
                page.locator("#q").fill(search);
                page.locator("form.filters button").first().click();
                page.waitForURL(url -> url.contains(URLEncoder.encode(search, StandardCharsets.UTF_8)));
                assertThat(page.locator("tbody a")).hasCount(1);
                assertThat(page.locator("tbody a")).hasAttribute("href", "/console/payments/" + payment + "/");
            }
            PageChecks.assertGood(page);
            page.locator("#q").fill(receipt.replaceFirst("\\d{6}$", "999999"));
            page.locator("form.filters button").first().click();
            assertThat(page.locator("tbody a")).hasCount(0);
        }
    }

    @Test
    void aHoldingOwesInTheListWhatItsBillsCome() {
        UUID late = world.bill(citizen, "1000", LocalDate.now(CityTime.ZONE).minusDays(10));
        var rules = BillRulesTest.rules(Map.of("cleancare.payments.surcharge-basis-points", 200));
        var holdings = new Holdings(db, new Bills(new BillStore(db, rules), Clock.systemUTC()));
        Viewer viewer = new Viewer(UUID.randomUUID(), Role.SUPER_ADMIN, Set.of(), null);
        var listed = holdings.find(world.holdingOf(late), null, viewer).getFirst();
        Assertions.assertThat(listed.owed()).isEqualTo(Taka.of(1020));
        Assertions.assertThat(listed.openBills()).isOne();
        Assertions.assertThat(holdings.one(listed.id(), viewer)).contains(listed);
    }

    @Test
    void cashIsTakenAtTheCounterAndGetsAReceipt() {
        UUID bill = world.bill(citizen, "845");
        try (Browser browser = desk(people.admin())) {
            Page page = browser.open("/console/payments/bills/" + bill + "/counter/");
            page.locator("input[value=cheque]").check();
            page.locator("form.card .actions button").click();
            assertThat(page.locator("#reference-error")).isVisible();
            page.locator("input[value=cash]").check();
            page.locator("form.card .actions button").click();
            assertThat(page.locator(".flash")).containsText("রসিদ তৈরি");
            page.locator("a[href$='/receipt/']").click();
            assertThat(page.locator(".paper")).containsText("৮৪৫");
        }
        Assertions.assertThat(db.sql("SELECT status FROM bills WHERE id = ?").param(bill).query(String.class).single()).isEqualTo("settled");
    }

    @Test
    void aPartIsTakenAtTheCounterAndTheRestStaysDue() {
        UUID bill = world.bill(citizen, "845");
        try (Browser browser = desk(people.admin())) {
            Page page = browser.open("/console/payments/bills/" + bill + "/counter/");
            page.locator("input[value=cash]").check();
            page.locator("#part_amount").fill("৯০০");
            page.locator("form.card .actions button").click();
            assertThat(page.locator("#part_amount-error")).containsText("বেশি নয়");
            assertThat(page.locator("#part_amount")).hasValue("৯০০");
            PageChecks.assertGood(page);
            page.locator("#part_amount").fill("৩৪৫");
            page.locator("form.card .actions button").click();
            assertThat(page.locator(".flash")).containsText("রসিদ তৈরি");
            page.navigate("/console/payments/bills/" + bill + "/counter/");
            assertThat(page.locator("b.sum").first()).containsText("৫০০");
        }
        Assertions.assertThat(db.sql("SELECT status FROM bills WHERE id = ?").param(bill).query(String.class).single()).isEqualTo("due");
    }

    @Test
    void filtersAreFoldedOnAPhoneAndOpenWhenOneIsSet() {
        try (Browser browser = Setup.phone(api.base()).signedIn(people.cookieOf(people.admin())).open()) {
            Page page = browser.open("/console/payments/");
            assertThat(page.locator("#q")).isVisible();
            assertThat(page.locator("#service")).isHidden();
            PageChecks.assertGood(page);
            page.locator("details.filters-rest > summary").click();
            assertThat(page.locator("#service")).isVisible();
            page.locator("#service").selectOption("water");
            page.waitForURL("**service=water**");
            page.reload();
            assertThat(page.locator("#service")).isVisible();
            PageChecks.assertGood(page);
        }
    }

    @Test
    void heldMoneyIsDecidedWithEvidence() {
        var begun = world.pay(citizen, world.bill(citizen, "380"), "bkash");
        world.bkash.fault(Map.of("endpoint", "*/execute", "kind", "tamper", "set", Map.of("amount", "300.00"), "times", 1));
        world.bkash.pays(world.gatewayPaymentOf(begun));
        UUID payment = paymentOf(begun);
        Assertions.assertThat(world.status(payment)).isEqualTo("held");
        try (Browser browser = desk(people.admin())) {
            Page page = browser.open("/console/payments/held/");
            var held = page.locator("article:has(a[href*='" + payment + "'])");
            held.locator("input[value=release]").check();
            held.locator("textarea").fill("গেটওয়ের পোর্টালে পুরো টাকা দেখা গেছে");
            held.locator("button").click();
            assertThat(page.locator(".flash")).containsText("সিদ্ধান্ত লেখা হয়েছে");
        }
        Assertions.assertThat(world.status(payment)).isIn("paid", "applied");
    }

    @Test
    void aDayWithAPlantedDifferenceIsReconciled() {
        UUID payment = world.paid(citizen, "upay", "530");
        String trxId = db.sql("SELECT gateway_trx_id FROM payment_attempts WHERE payment_id = ?").param(payment).query(String.class).single();
        world.simulators.get("upay").send("POST", "/__sim/statement", Map.of("mistake", "amount", "trx_id", trxId, "poisha", 5000));
        String today = LocalDate.now(CityTime.ZONE).toString();
        Person chief = people.superAdmin();
        try (Browser browser = desk(chief)) {
            Page page = browser.open("/console/payments/reconciliation/");
            page.locator("#gateway").selectOption("upay");
            page.locator("#day").fill(today);
            page.locator("form.filters button").click();
            page.locator("form[action$='/fetch/'] button").click();
            assertThat(page.locator(".flash")).containsText("হিসাব মেলানো হয়েছে");
            assertThat(page.locator("main")).containsText("দিনটি এখনো শেষ হয়নি");
            var difference = page.locator(".difference").filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText(trxId));
            assertThat(difference).containsText("৳৫৩০");
            difference.locator("input[name=resolution]").fill("গেটওয়ে ভুল স্বীকার করেছে");
            difference.locator("button").click();
            assertThat(difference).containsText("গেটওয়ে ভুল স্বীকার করেছে");
            assertThat(difference.locator("form")).hasCount(0);
            String csv = new String(page.request().get("/console/payments/reconciliation/upay/" + today + "/report.csv?language=bn").body(), StandardCharsets.UTF_8);
            Assertions.assertThat(csv).contains("গেটওয়ে").contains(trxId).contains("গেটওয়ে ভুল স্বীকার করেছে")
                    .contains("\"উপায়\"").contains("\"টাকার পরিমাণ আলাদা\"").doesNotContain("amount_differs").contains("নিষ্পত্তি করেছেন")
                    .contains(db.sql("SELECT name FROM users WHERE id = ?").param(chief.id()).query(String.class).single());
        } finally {
            world.simulators.get("upay").send("DELETE", "/__sim/statement", null);
        }
    }

    @Test
    void aDayToComeIsNotOpened() {
        try (Browser browser = desk(people.superAdmin())) {
            Page page = browser.open("/console/payments/reconciliation/");
            page.locator("#gateway").selectOption("bkash");
            page.locator("#day").fill(LocalDate.now(CityTime.ZONE).plusDays(2).toString());
            page.locator("form.filters button").click();
            assertThat(page.locator("#day-error")).containsText("এখনো আসেনি");
            assertThat(page.locator("form[enctype]")).hasCount(0);
            PageChecks.assertGood(page);
            page.navigate("/console/payments/reconciliation/bkash/" + LocalDate.now(CityTime.ZONE).plusDays(2) + "/");
            assertThat(page.locator("#day-error")).isVisible();
        }
    }

    @Test
    void aStatementThatCannotBeReadNamesItsRows() {
        try (Browser browser = desk(people.superAdmin())) {
            Page page = browser.open("/console/payments/reconciliation/bkash/2026-01-05/");
            page.locator("#statement").setInputFiles(new FilePayload("day.csv", "text/csv", "date_time,type,trx_id,invoice,wallet,amount,fee,net\na,b,c\n".getBytes(StandardCharsets.UTF_8)));
            page.locator("form[enctype] button").click();
            assertThat(page.locator("#statement-error")).containsText("২");
        }
    }

    @Test
    void aFileOfBillsGoesInAndItsBadRowsAreNamed() {
        String number = "IMP" + UUID.randomUUID().toString().substring(0, 8);
        String csv = BillImport.HEADER + "\n" + number + ",মালিক,,6,রোড ১," + number + "-1,holding-tax,2026-27,1200.00,2027-06-30\n"
                + number + ",মালিক,,6,রোড ১," + number + "-2,no-such-service,2026-27,কত?,2027-06-30\n";
        try (Browser browser = desk(people.superAdmin())) {
            Page page = browser.open("/console/payments/import/");
            page.locator("#file").setInputFiles(new FilePayload("বিল.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
            page.locator("form[enctype] button").click();
            page.locator("#progress[data-finished]").waitFor();
            assertThat(page.locator(".stat").first()).containsText("১");
            assertThat(page.locator("#progress tbody tr")).hasCount(2);
            assertThat(page.locator("#progress tbody")).containsText("service_type");
            page.navigate("/console/payments/holdings/?q=" + number.toLowerCase());
            page.locator("tbody a").click();
            assertThat(page.locator(".bill")).containsText("১,২০০");
        }
    }

    @Test
    void aServiceIsRenamedAndPaymentsAreFoundByNumber() {
        UUID payment = world.paid(citizen, "nagad", "95");
        String transaction = db.sql("SELECT transaction_id FROM payments WHERE id = ?").param(payment).query(String.class).single();
        db.sql("INSERT INTO service_types (code, name_bn, name_en, receipt_series) VALUES ('market-fee', 'বাজার ফি', 'Market fee', 'MF') ON CONFLICT DO NOTHING").update();
        try (Browser browser = desk(people.superAdmin())) {
            Page page = browser.open("/console/payments/?q=" + transaction.toLowerCase() + "&from=2020-01-01");
            assertThat(page.locator("tbody tr")).hasCount(1);
            page.locator("tbody a").click();
            assertThat(page.locator("h1")).hasText(transaction);
            assertThat(page.locator("main")).containsText("আয়: হোল্ডিং");
            assertThat(page.locator("main")).containsText("পাওনা: নগদ");
            assertThat(page.locator("main")).not().containsText("revenue:");
            assertThat(page.locator(".timeline")).not().containsText("nagad");
            page.navigate("/console/payments/services/market-fee/");
            page.locator("#name_bn").fill("হাটবাজার ফি");
            page.locator("form.card button").click();
            assertThat(page.locator("table")).containsText("হাটবাজার ফি");
        }
    }
}
