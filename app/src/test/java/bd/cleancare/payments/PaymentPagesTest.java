package bd.cleancare.payments;

import static bd.cleancare.payments.PaymentWorld.paymentOf;

import bd.cleancare.testing.Api;
import bd.cleancare.testing.AppTest;
import bd.cleancare.testing.Browser;
import bd.cleancare.testing.Browser.Setup;
import bd.cleancare.testing.PageChecks;
import bd.cleancare.testing.People;
import bd.cleancare.testing.People.Person;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every page of payments: accessible, in both languages, no wider than the screen. */
@AppTest
@Import(PaymentWorld.class)
class PaymentPagesTest {

    @Autowired
    Api api;
    @Autowired
    People people;
    @Autowired
    PaymentWorld world;
    @Autowired
    JdbcClient db;
    @Autowired
    BillImports imports;

    Person citizen;
    UUID bill;
    UUID paid;
    UUID open;

    @BeforeEach
    void somebodyOwesAndHasPaid() {
        world.heal();
        citizen = people.citizen();
        bill = world.bill(citizen, "2500.50");
        var done = world.pay(citizen, world.bill(citizen, "120"), "bkash");
        world.bkash.pays(world.gatewayPaymentOf(done));
        paid = paymentOf(done);
        open = paymentOf(world.pay(citizen, world.bill(citizen, "77", LocalDate.now().minusDays(40)), "upay"));
    }

    @Test
    void pagesOfPayersAreGood() {
        look(citizen, List.of("/payments/", "/payments/find/", "/payments/find/?holding=" + world.holdingOf(bill), "/payments/find/?holding=none-such",
                "/payments/bills/" + bill + "/pay/", "/payments/new/", "/payments/history/", "/payments/history/?status=failed&from=2026-13-01",
                "/payments/" + paid + "/", "/payments/" + open + "/", "/payments/" + UUID.randomUUID() + "/", "/payments/" + paid + "/receipt/", "/receipts/" + paid + "/none"));
    }

    @Test
    void somebodyWithNothingSeesWhatToDo() {
        look(people.citizen(), List.of("/payments/", "/payments/history/"));
    }

    @Test
    void pagesOfStaffAreGood() {
        Person maker = people.superAdmin();
        db.sql("UPDATE users SET name = 'কর্মকর্তা' WHERE id = ?").param(maker.id()).update();
        api.as(maker.accessToken()).with("Idempotency-Key", "look").post("/api/payments/" + paid + "/refunds/",
                Map.of("amount", "20.00", "refundable", "120.00", "reason", "মিটার ভুল পড়া হয়েছিল"));
        UUID job = imports.start("bills.csv", BillImport.HEADER + "\nx,,,,,,,,,\n", maker.viewer()).orElseThrow();
        UUID holding = db.sql("SELECT holding_id FROM bills WHERE id = ?").param(bill).query(UUID.class).single();
        bd.cleancare.testing.Await.until(() -> imports.find(job).orElseThrow().finished(), java.time.Duration.ofSeconds(20));
        look(maker, List.of("/console/payments/", "/console/payments/?q=none-such", "/console/payments/" + paid + "/", "/console/payments/" + open + "/",
                "/console/payments/refunds/", "/console/payments/held/", "/console/payments/bills/" + bill + "/counter/", "/console/payments/refunds/?status=failed", "/console/payments/holdings/?q=h-", "/console/payments/holdings/" + holding + "/",
                "/console/payments/reconciliation/", "/console/payments/reconciliation/bkash/2026-01-02/", "/console/payments/services/", "/console/payments/services/water/",
                "/console/payments/services/new/", "/console/payments/import/", "/console/payments/import/" + job + "/", "/console/payments/ledger/"));
    }

    private void look(Person who, List<String> paths) {
        for (Setup setup : List.of(Setup.phone(api.base()), Setup.desk(api.base()).english().atNight())) {
            try (Browser browser = setup.signedIn(people.cookieOf(who)).open()) {
                for (String path : paths) {
                    Page page = browser.open(path);
                    String name = path.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "x").replaceAll("[^a-z0-9]+", "-");
                    Browser.picture(page, Path.of("target/payments/" + name + (setup.dark() ? "desk" : "phone") + ".png"));
                    PageChecks.assertGood(page);
                    page.close();
                }
            }
        }
    }
}
