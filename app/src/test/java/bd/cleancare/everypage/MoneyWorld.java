package bd.cleancare.everypage;

import bd.cleancare.payments.BillImport;
import bd.cleancare.payments.BillImports;
import bd.cleancare.testing.Api;
import bd.cleancare.testing.People.Person;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The money in the small city: a holding with a bill to pay, one that is overdue and one that was paid in cash. */
final class MoneyWorld {

    private final UUID bill;
    private final UUID holding;
    private final UUID paid;
    private final String receiptLink;
    private final UUID importJob;

    MoneyWorld(JdbcClient db, Api api, BillImports imports, Person owner, Person chief) {
        String number = "W06-" + UUID.randomUUID().toString().substring(0, 8);
        String rows = bill(number, owner, "1", "holding-tax", "12345.50", 35) + bill(number, owner, "2", "water", "620.00", -40) + bill(number, owner, "3", "trade-licence", "2530.00", 60);
        var office = api.as(chief.accessToken());
        office.send(office.request("/api/payments/bills/import/").header("Content-Type", "text/csv; charset=utf-8").POST(BodyPublishers.ofString(BillImport.HEADER + "\n" + rows)));
        var bills = api.as(owner.accessToken()).get("/api/payments/bills/").body().path("bills");
        this.bill = UUID.fromString(bills.get(1).path("id").asString());
        var cash = office.with("Idempotency-Key", number).post("/api/payments/bills/" + bills.get(0).path("id").asString() + "/counter/",
                Map.of("payment_method", "cash", "amount", bills.get(0).path("payable").asString())).body();
        this.paid = UUID.fromString(cash.path("id").asString());
        this.receiptLink = cash.path("receipt_verify_url").asString();
        office.with("Idempotency-Key", "refund-" + number).post("/api/payments/" + paid + "/refunds/", Map.of("amount", "100.00", "refundable", "2530.00", "reason", "মিটার ভুল পড়া হয়েছিল"));
        this.importJob = imports.start("bills-2026.csv", BillImport.HEADER + "\n" + number + ",,,,,,,,,\n", chief.viewer()).orElseThrow();
        this.holding = db.sql("SELECT holding_id FROM bills WHERE id = ?").param(bill).query(UUID.class).single();
    }

    /** To pay, in time. */
    UUID bill() {
        return bill;
    }

    UUID holding() {
        return holding;
    }

    /** With a receipt, and a refund that waits. */
    UUID paid() {
        return paid;
    }

    /** Where the code on the receipt leads. */
    String receiptLink() {
        return receiptLink;
    }

    UUID importJob() {
        return importJob;
    }

    private static String bill(String holding, Person owner, String part, String service, String demand, int dueInDays) {
        return holding + ",মোসাম্মৎ রহিমা খাতুন চৌধুরী," + owner.phone().canonical() + ",6,\"বাড়ি ১২, রোড ৪, ব্লক খ\"," + holding + "-" + part + "," + service + ",2026-27," + demand + ","
                + LocalDate.now().plusDays(dueInDays) + "\n";
    }
}
