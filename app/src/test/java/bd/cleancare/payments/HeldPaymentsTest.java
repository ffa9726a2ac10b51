package bd.cleancare.payments;

import static bd.cleancare.payments.PaymentFlowTest.atOnce;
import static bd.cleancare.payments.PaymentWorld.paymentOf;
import static org.assertj.core.api.Assertions.assertThat;

import bd.cleancare.payments.ledger.Accounts;
import bd.cleancare.payments.ledger.Ledger;
import bd.cleancare.shared.Taka;
import bd.cleancare.testing.Api;
import bd.cleancare.testing.AppTest;
import bd.cleancare.testing.People;
import bd.cleancare.testing.People.Person;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Money that came with something wrong about it, and what staff do about it. */
@AppTest
@Import(PaymentWorld.class)
class HeldPaymentsTest {

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

    Person citizen;
    Person staff;
    UUID bill;

    @BeforeEach
    void somebodyOwesSomething() {
        world.heal();
        citizen = people.citizen();
        staff = people.admin();
        bill = world.bill(citizen, "500");
    }

    @AfterEach
    void booksAreInOrder() {
        world.heal();
        world.assertBooksAreInOrder();
    }

    @Test
    void staffSeeWhatIsHeldAndWhyAndCitizensDoNot() {
        UUID payment = heldByBkash("amount", "1.00", 1);
        JsonNode held = heldOf(payment);
        assertThat(held.path("why").asString()).contains("amount");
        assertThat(held.path("expected").asString()).isEqualTo("500.00");
        assertThat(held.path("told").asString()).isEqualTo("1.00");
        assertThat(api.as(citizen.accessToken()).get("/api/payments/held/").status()).isEqualTo(403);
        Person elsewhere = people.admin("99");
        assertThat(api.as(elsewhere.accessToken()).get("/api/payments/held/").text()).doesNotContain(payment.toString());
        assertThat(api.as(elsewhere.accessToken()).post("/api/payments/held/" + held.path("id").asString() + "/decide/",
                Map.of("decision", "release", "evidence", "looks good")).status()).isEqualTo(404);
    }

    /** The answer was garbled once; asked again the gateway tells the right amount. */
    @Test
    void releaseCountsWhatTheGatewayTellsWhenAskedAgain() {
        UUID payment = heldByBkash("amount", "1.00", 1);
        var done = decide(payment, "release", "called bKash, case 4711");
        assertThat(done.status()).as(done.text()).isEqualTo(200);
        assertThat(done.body().path("status").asString()).isEqualTo("completed");
        assertThat(world.receipts(payment)).isOne();
        assertThat(world.ledgerEntries(payment)).isOne();
        assertThat(billStatus()).isEqualTo("settled");
        var trail = db.sql("SELECT actor_id, evidence FROM payment_events WHERE payment_id = ? AND event = 'AttemptSucceeded'").param(payment).query().singleRow();
        assertThat(trail.get("actor_id")).isEqualTo(staff.id());
        assertThat(trail.get("evidence").toString()).contains("case 4711");
    }

    /** The gateway really took another amount: what came counts, the rest of the bill stays due. */
    @Test
    void releaseOfALessAmountPaysTheBillInPart() {
        UUID payment = heldAtNagad("amount", "120.00");
        Taka before = ledger.balance(Accounts.clearing("nagad"));
        world.simulators.get("nagad").fault(tamper("*/verify/payment/*", "amount", "120.00", 1));
        assertThat(decide(payment, "release", "statement of the day shows 120").status()).isEqualTo(200);
        assertThat(ledger.balance(Accounts.clearing("nagad")).minus(before)).isEqualTo(Taka.of(120));
        var now = api.as(citizen.accessToken()).get("/api/payments/bills/" + bill + "/").body();
        assertThat(now.path("status").asString()).isEqualTo("due");
        assertThat(now.path("payable").asString()).isEqualTo("380.00");
    }

    @Test
    void riskyPaymentIsHeldUntilStaffReleaseIt() {
        UUID payment = heldBySslcommerzRisk();
        assertThat(heldOf(payment).path("why").asString()).contains("risky");
        assertThat(decide(payment, "release", "spoke to the payer").status()).isEqualTo(200);
        assertThat(billStatus()).isEqualTo("settled");
    }

    /** Whoever decides to give it back does not approve it as well. */
    @Test
    void refundGoesBackThroughASecondPerson() {
        UUID payment = heldByBkash("amount", "1.00", 1);
        assertThat(decide(payment, "refund", "the payer asks for it").status()).isEqualTo(200);
        assertThat(world.status(payment)).isEqualTo("refund_due");
        String refund = db.sql("SELECT id FROM refunds WHERE payment_id = ?").param(payment).query(UUID.class).single().toString();
        assertThat(api.as(staff.accessToken()).post("/api/payments/refunds/" + refund + "/approve/", Map.of()).status()).isEqualTo(403);
        assertThat(api.as(people.admin().accessToken()).post("/api/payments/refunds/" + refund + "/approve/", Map.of()).body().path("status").asString()).isEqualTo("succeeded");
        assertThat(world.status(payment)).isEqualTo("refunded");
        assertThat(billStatus()).isEqualTo("due");
        assertThat(world.receipts(payment)).isZero();
    }

    /** What another payment's transaction proved is no money of this one. */
    @Test
    void nothingCameOnlyWhereTheGatewayDoesNotSayOtherwise() {
        UUID payment = heldByBkash("merchantInvoiceNumber", "TXNAAAAAAAAAAAA", 1);
        assertThat(decide(payment, "nothing_came", "not in the statement").status()).as("bKash says it was paid").isEqualTo(409);
        world.bkash.fault(tamper("*/payment/status", "merchantInvoice", "TXNAAAAAAAAAAAA", -1));
        assertThat(decide(payment, "release", "let it be").status()).isEqualTo(409);
        assertThat(decide(payment, "nothing_came", "another shop's sale").status()).isEqualTo(200);
        assertThat(world.status(payment)).isEqualTo("failed");
        assertThat(world.ledgerEntries(payment)).isZero();
        assertThat(world.pay(citizen, bill, "upay").status()).isEqualTo(200);
    }

    @Test
    void nothingIsDecidedWithoutEvidenceOrWhileTheGatewayIsSilent() {
        UUID payment = heldByBkash("amount", "1.00", 1);
        assertThat(decide(payment, "release", "ok").status()).isEqualTo(400);
        assertThat(decide(payment, "keep", "long enough").status()).isEqualTo(400);
        world.bkash.fault(Map.of("endpoint", "*/payment/status", "kind", "status", "status", 500));
        assertThat(decide(payment, "release", "long enough").status()).isEqualTo(503);
        assertThat(world.status(payment)).isEqualTo("held");
    }

    @Test
    void tenWhoDecideAtOnceDecideOnce() {
        UUID payment = heldByBkash("amount", "1.00", 1);
        String id = heldOf(payment).path("id").asString();
        var answers = atOnce(10, _ -> api.as(staff.accessToken()).post("/api/payments/held/" + id + "/decide/", Map.of("decision", "release", "evidence", "case 4711")).status());
        assertThat(answers).containsOnlyOnce(200).filteredOn(status -> status != 200).allMatch(status -> status == 409 || status == 404);
        assertThat(world.receipts(payment)).isOne();
    }

    private UUID heldByBkash(String field, String value, int times) {
        var begun = world.pay(citizen, bill, "bkash");
        world.bkash.fault(tamper("*/execute", field, value, times));
        world.bkash.pays(world.gatewayPaymentOf(begun));
        world.awaitStatus(paymentOf(begun), "held");
        return paymentOf(begun);
    }

    private UUID heldAtNagad(String field, String value) {
        var begun = world.pay(citizen, bill, "nagad");
        world.simulators.get("nagad").fault(tamper("*/verify/payment/*", field, value, 1));
        world.simulators.get("nagad").pays(world.payerIdOf(begun));
        world.awaitStatus(paymentOf(begun), "held");
        return paymentOf(begun);
    }

    private UUID heldBySslcommerzRisk() {
        UUID id = paymentOf(world.pay(citizen, bill, "rocket"));
        world.simulators.get("sslcommerz").payer(world.throughSslcommerz(id, citizen), Map.of("wallet", "01619777283", "follow", true));
        world.awaitStatus(id, "held");
        return id;
    }

    private static Map<String, Object> tamper(String endpoint, String field, String value, int times) {
        return Map.of("endpoint", endpoint, "kind", "tamper", "set", Map.of(field, value), "times", times);
    }

    private Api.Answer decide(UUID payment, String decision, String evidence) {
        return api.as(staff.accessToken()).post("/api/payments/held/" + heldOf(payment).path("id").asString() + "/decide/", Map.of("decision", decision, "evidence", evidence));
    }

    private JsonNode heldOf(UUID payment) {
        return api.as(staff.accessToken()).get("/api/payments/held/").body().path("held").valueStream()
                .filter(each -> each.path("payment_id").asString().equals(payment.toString())).findFirst().orElseThrow();
    }

    private String billStatus() {
        return api.as(citizen.accessToken()).get("/api/payments/bills/" + bill + "/").body().path("status").asString();
    }
}
