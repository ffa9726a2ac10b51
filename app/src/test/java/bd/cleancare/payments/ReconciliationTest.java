package bd.cleancare.payments;

import static bd.cleancare.payments.PaymentWorld.paymentOf;
import static org.assertj.core.api.Assertions.assertThat;

import bd.cleancare.payments.ledger.Accounts;
import bd.cleancare.payments.ledger.Ledger;
import bd.cleancare.shared.CityTime;
import bd.cleancare.shared.Taka;
import bd.cleancare.testing.Api;
import bd.cleancare.testing.AppTest;
import bd.cleancare.testing.People;
import bd.cleancare.testing.People.Person;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;

/** A day compared with statements in which something is wrong. Each test reads its own lines of a day that others use too. */
@AppTest
@Import(PaymentWorld.class)
@ExtendWith(OutputCaptureExtension.class)
class ReconciliationTest {

    private static final String HEADER = "date_time,type,trx_id,invoice,wallet,amount,fee,net\n";

    @Autowired
    Api api;
    @Autowired
    People people;
    @Autowired
    PaymentWorld world;
    @Autowired
    JdbcClient db;
    @Autowired
    Ledger ledger;
    @Autowired
    ReconciliationStore store;
    @Autowired
    Worklist worklist;
    @Autowired
    GatewaysInUse inUse;
    @Autowired
    TransactionOperations transaction;

    Person chief;
    UUID payment;
    String trxId;
    String invoice;

    @BeforeEach
    void somebodyHasPaid() {
        world.heal();
        chief = people.superAdmin();
        Person citizen = people.citizen();
        var begun = world.pay(citizen, world.bill(citizen, "200"), "nagad");
        world.simulators.get("nagad").pays(world.payerIdOf(begun));
        payment = paymentOf(begun);
        trxId = db.sql("SELECT gateway_trx_id FROM payment_attempts WHERE payment_id = ?").param(payment).query(String.class).single();
        invoice = begun.body().path("transaction_id").asString();
    }

    /** J30: several nodes compare the same day at once. */
    @Test
    void sameDayComparedByFourAtOnceIsComparedOnce() {
        String statement = HEADER + line("payment", trxId, invoice, "199.00", "0.00") + line("payment", "U" + trxId, "NOBODY", "10.00", "0.00");
        Taka suspense = ledger.balance(Accounts.SUSPENSE);
        assertThat(PaymentFlowTest.atOnce(4, _ -> send(statement).status())).containsOnly(200);
        assertThat(kinds()).containsExactly("amount_differs");
        assertThat(suspense.minus(ledger.balance(Accounts.SUSPENSE))).isEqualTo(Taka.of(10));
    }

    /** A day is one of Dhaka: what was paid a second before its midnight is of that day, at the end of the fiscal year too. */
    @Test
    void daysEndAtMidnightInDhaka() {
        db.sql("UPDATE payment_attempts SET paid_at = '2026-06-30T17:59:59Z' WHERE payment_id = ?").param(payment).update();
        assertThat(store.ownPaidOn("nagad", LocalDate.of(2026, 6, 30))).anyMatch(own -> own.payment().equals(payment));
        assertThat(store.ownPaidOn("nagad", LocalDate.of(2026, 7, 1))).noneMatch(own -> own.payment().equals(payment));
        db.sql("UPDATE payment_attempts SET paid_at = '2026-06-30T18:00:00Z' WHERE payment_id = ?").param(payment).update();
        assertThat(store.ownPaidOn("nagad", LocalDate.of(2026, 7, 1))).anyMatch(own -> own.payment().equals(payment));
    }

    @Test
    void statementOfTheSimulatorMatchesAndRunningItAgainChangesNothing() {
        String statement = world.simulators.get("nagad").send("GET", "/__sim/statement", null).asString("");
        run(statement);
        assertThat(kinds()).isEmpty();
        Taka fees = ledger.balance(Accounts.GATEWAY_FEE);
        assertThat(fees.isPositive()).isTrue();
        run(statement);
        assertThat(ledger.balance(Accounts.GATEWAY_FEE)).isEqualTo(fees);
    }

    /** Fees are booked when the statement comes, days later, and still belong to the day. */
    @Test
    void settledDayAgreesWithTheLedgerWheneverItIsCompared() {
        LocalDate then = LocalDate.of(2026, 6, 15);
        db.sql("UPDATE payment_attempts SET paid_at = '2026-06-15T17:59:00Z' WHERE payment_id = ?").param(payment).update();
        String paid = HEADER + line("payment", trxId, invoice, "200.00", "2.40");
        assertThat(send(paid, then).body().path("difference").asString()).isEqualTo("0.00");
        String strange = line("payment", "V" + trxId, "NOBODY", "30.00", "0.00");
        var explained = send(paid + strange, then).body();
        assertThat(explained.path("booked").asString()).isEqualTo("227.60");
        assertThat(explained.path("difference").asString()).as("what nobody knows is in suspense and in the worklist").isEqualTo("0.00");
        assertThat(send(paid + strange, then).body().path("difference").asString()).isEqualTo("0.00");
        assertThat(send(paid, then.plusDays(1)).body().path("booked").asString()).isEqualTo("0.00");
    }

    @Test
    void everyKindOfDifferenceIsAnItem() {
        run(HEADER + line("payment", trxId, invoice, "200.00", "2.40") + line("payment", trxId, invoice, "200.00", "2.40"));
        assertThat(kinds()).containsExactly("duplicate");
        run(HEADER + line("payment", trxId, invoice, "150.00", "2.40"));
        assertThat(kinds()).contains("amount_differs");
        run(HEADER + line("payment", trxId, invoice, "150.00", "2.40"));
        assertThat(kinds()).as("again adds nothing").containsExactlyInAnyOrder("duplicate", "amount_differs");
        run(HEADER + line("payment", trxId, invoice, "200.00", "20.00"));
        assertThat(kinds()).contains("fee_differs");
        run(HEADER);
        assertThat(kinds()).contains("missing_at_gateway");
        run(HEADER + line("refund", "R" + trxId, invoice, "200.00", "0.00"));
        assertThat(db.sql("SELECT kind FROM reconciliation_items WHERE trx_id = ?").param("R" + trxId).query(String.class).list()).containsExactly("refunded_only_there");
    }

    @Test
    void moneyOfAnUnknownInvoiceWaitsInSuspenseOnce() {
        Taka suspense = ledger.balance(Accounts.SUSPENSE);
        String row = HEADER + line("payment", "UNKNOWN" + trxId, "NOBODY", "77.00", "0.00");
        run(row);
        run(row);
        assertThat(ledger.balance(Accounts.SUSPENSE)).isEqualTo(suspense.minus(Taka.of(77)));
        var item = api.as(chief.accessToken()).get("/api/payments/reconciliation/items/").body().path("items").valueStream()
                .filter(each -> each.path("trx_id").asString("").equals("UNKNOWN" + trxId)).findFirst().orElseThrow();
        assertThat(item.path("kind").asString()).isEqualTo("missing_here");
        assertThat(api.as(chief.accessToken()).post("/api/payments/reconciliation/items/" + item.path("id").asString() + "/resolve/", java.util.Map.of("resolution", "found its owner")).status())
                .isEqualTo(200);
    }

    /** J29 */
    @Test
    void paymentWeHaveAsFailedIsCorrectedWithEvidence() {
        Person citizen = people.citizen();
        var begun = world.pay(citizen, world.bill(citizen, "88"), "nagad");
        String payer = world.payerIdOf(begun);
        world.simulators.get("nagad").fault(java.util.Map.of("endpoint", "*/verify/payment/*", "kind", "tamper", "set", java.util.Map.of("status", "Failed"), "times", 1));
        world.simulators.get("nagad").pays(payer);
        assertThat(world.status(paymentOf(begun))).isEqualTo("failed");
        String paidTrx = world.simulators.get("nagad").money().path("movements").valueStream()
                .filter(move -> move.path("invoice").asString("").equals(begun.body().path("transaction_id").asString())).findFirst().orElseThrow().path("trx_id").asString();
        run(HEADER + line("payment", paidTrx, begun.body().path("transaction_id").asString(), "88.00", "1.06"));
        assertThat(world.status(paymentOf(begun))).isEqualTo("applied");
        assertThat(db.sql("SELECT evidence FROM payments WHERE id = ?").param(paymentOf(begun)).query(String.class).single()).contains(paidTrx);
    }

    @Test
    void brokenFileChangesNothingAndNamesItsRowsAndTheReportCanBeDownloaded() {
        var broken = send(HEADER + "a,b,c\n");
        assertThat(broken.status()).isEqualTo(400);
        assertThat(broken.body().path("statement").get(0).asString()).contains("২");
        run(HEADER + line("payment", trxId, invoice, "1.00", "0.00"));
        var report = api.as(chief.accessToken()).get("/api/payments/reconciliation/nagad/" + today() + "/?language=bn");
        assertThat(report.text()).contains("গেটওয়ে").contains(trxId);
        assertThat(api.as(people.citizen().accessToken()).get("/api/payments/reconciliation/nagad/" + today() + "/").status()).isEqualTo(403);
    }

    @Test
    void aDayToComeIsRefusedAndNothingIsListedAsCompared() {
        var refused = send(HEADER, today().plusDays(1));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().path("day").get(0).asString()).contains("এখনো আসেনি");
        assertThat(db.sql("SELECT count(*) FROM reconciliations WHERE day > ?").param(today()).query(Integer.class).single()).isZero();
    }

    /** One that has never taken money and is not routed to has no statements; one that was given up still has its old ones. */
    @Test
    void onlyGatewaysInUseAreCompared() {
        assertThat(inUse.names()).contains("bkash", "nagad", "rocket", "upay");
        transaction.executeWithoutResult(each -> {
            each.setRollbackOnly();
            db.sql("UPDATE payment_attempts SET gateway = 'none', invoice = id::text, gateway_payment_id = id::text, gateway_trx_id = id::text WHERE gateway = 'sslcommerz'").update();
            assertThat(inUse.names()).containsExactly("bkash", "nagad", "rocket", "upay");
            db.sql("UPDATE payment_attempts SET gateway = 'sslcommerz' WHERE payment_id = ?").param(payment).update();
            assertThat(inUse.names()).contains("sslcommerz");
        });
    }

    @Test
    void differencesThatNobodyDecidesAboutAreLogged(CapturedOutput output) {
        run(HEADER + line("payment", trxId, invoice, "1.00", "0.00"));
        db.sql("UPDATE reconciliation_items SET resolved_at = now(), resolution = 'test' WHERE resolved_at IS NULL AND trx_id <> ?").param(trxId).update();
        PaymentKeeping.tellOldDifferences(worklist, Clock.systemUTC());
        assertThat(output.getAll()).doesNotContain("wait for longer than");
        PaymentKeeping.tellOldDifferences(worklist, Clock.offset(Clock.systemUTC(), Duration.ofDays(4)));
        assertThat(output.getAll()).contains("wait for longer than 3 days; the oldest is of nagad on " + today());
    }

    private List<String> kinds() {
        return db.sql("SELECT kind FROM reconciliation_items WHERE trx_id = ? ORDER BY created_at").param(trxId).query(String.class).list();
    }

    private JsonNode run(String csv) {
        var answer = send(csv);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.body();
    }

    private Api.Answer send(String csv) {
        return send(csv, today());
    }

    private Api.Answer send(String csv, LocalDate day) {
        return api.send(api.as(chief.accessToken()).request("/api/payments/reconciliation/nagad/" + day + "/").header("Content-Type", "text/csv").POST(BodyPublishers.ofString(csv)));
    }

    private static LocalDate today() {
        return LocalDate.now(CityTime.ZONE);
    }

    private static String line(String type, String trx, String invoice, String amount, String fee) {
        return "2026-11-22 12:00:00," + type + "," + trx + "," + invoice + ",017,"+ amount + "," + fee + ",0.00\n";
    }
}
