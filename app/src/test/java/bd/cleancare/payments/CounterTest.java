package bd.cleancare.payments;

import static bd.cleancare.payments.PaymentFlowTest.atOnce;
import static bd.cleancare.payments.PaymentWorld.paymentOf;
import static org.assertj.core.api.Assertions.assertThat;

import bd.cleancare.payments.ledger.Accounts;
import bd.cleancare.payments.ledger.Ledger;
import bd.cleancare.shared.Taka;
import bd.cleancare.testing.Api;
import bd.cleancare.testing.AppTest;
import bd.cleancare.testing.Await;
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

/** Bills paid into a clerk's hands. */
@AppTest
@Import(PaymentWorld.class)
class CounterTest {

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
    Person clerk;
    UUID bill;

    @BeforeEach
    void somebodyOwesSomething() {
        world.heal();
        citizen = people.citizen();
        clerk = people.admin();
        bill = world.bill(citizen, "640.25");
    }

    @AfterEach
    void booksAreInOrder() {
        world.assertBooksAreInOrder();
    }

    @Test
    void cashSettlesTheBillWithReceiptHistoryAndTrail() {
        Taka before = ledger.balance(Accounts.clearing("cash"));
        var taken = world.atTheCounter(clerk, bill, "640.25", "cash", "book 7, page 12");
        assertThat(taken.status()).as(taken.text()).isEqualTo(201);
        assertThat(taken.body().path("status").asString()).isEqualTo("completed");
        assertThat(taken.body().path("receipt_number").asString()).startsWith("HT/");
        assertThat(ledger.balance(Accounts.clearing("cash")).minus(before)).isEqualTo(Taka.parse("640.25").orElseThrow());
        UUID payment = UUID.fromString(taken.body().path("id").asString());
        assertThat(db.sql("SELECT actor_id FROM payment_events WHERE payment_id = ? AND event = 'PaymentPaid'").param(payment).query(UUID.class).single()).isEqualTo(clerk.id());
        var history = api.as(citizen.accessToken()).get("/api/payments/history/?payment_method=cash").body();
        assertThat(history.path("payments").get(0).path("id").asString()).isEqualTo(payment.toString());
        assertThat(api.as(citizen.accessToken()).get("/api/payments/" + payment + "/receipt/").status()).isEqualTo(200);
        assertThat(api.as(citizen.accessToken()).get("/api/payments/bills/" + bill + "/").body().path("status").asString()).isEqualTo("settled");
        Await.until(() -> world.messagesTo(citizen) == 1);
    }

    @Test
    void onlyStaffTakeMoneyAndOnlyTheRightAmountByAKnownWay() {
        assertThat(world.atTheCounter(citizen, bill, "640.25", "cash", null).status()).isEqualTo(403);
        var other = world.atTheCounter(clerk, bill, "640", "cash", null);
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.body().path("payable").asString()).isEqualTo("640.25");
        assertThat(world.atTheCounter(clerk, bill, "640.25", "bkash", null).status()).isEqualTo(400);
        assertThat(world.atTheCounter(clerk, bill, "640.25", "cheque", null).body().path("reference").isMissingNode()).isFalse();
        assertThat(world.atTheCounter(clerk, UUID.randomUUID(), "640.25", "cash", null).status()).isEqualTo(404);
        assertThat(world.pay(citizen, bill, "cash").status()).as("a payer cannot claim to have paid cash").isEqualTo(400);
        assertThat(db.sql("SELECT count(*) FROM payments WHERE bill_id = ?").param(bill).query(Integer.class).single()).isZero();
    }

    @Test
    void partIsTakenOnlyWhenItIsMeantAndWhereTheServiceAllowsIt() {
        var part = part("240.25");
        assertThat(part.status()).as(part.text()).isEqualTo(201);
        assertThat(part.body().path("receipt_number").asString()).startsWith("HT/");
        var left = api.as(citizen.accessToken()).get("/api/payments/bills/" + bill + "/").body();
        assertThat(left.path("status").asString()).isEqualTo("due");
        assertThat(left.path("payable").asString()).isEqualTo("400.00");
        assertThat(part("400.01").status()).isEqualTo(422);
        assertThat(part("0").status()).isEqualTo(422);
        db.sql("UPDATE service_types SET free_amount = false WHERE code = 'holding-tax'").update();
        try {
            assertThat(part("100").status()).isEqualTo(422);
            assertThat(world.atTheCounter(clerk, bill, "400", "cash", null).status()).isEqualTo(201);
        } finally {
            db.sql("UPDATE service_types SET free_amount = true WHERE code = 'holding-tax'").update();
        }
        assertThat(api.as(citizen.accessToken()).get("/api/payments/bills/" + bill + "/").body().path("status").asString()).isEqualTo("settled");
    }

    @Test
    void ofTwentyPartsAtOnceNoMoreIsTakenThanIsDue() {
        var answers = atOnce(20, _ -> part("100").status());
        assertThat(answers).filteredOn(status -> status == 201).hasSize(6);
        assertThat(answers).filteredOn(status -> status != 201).containsOnly(422);
        assertThat(db.sql("SELECT credited_poisha FROM bills WHERE id = ?").param(bill).query(Long.class).single()).isEqualTo(60_000);
    }

    @Test
    void whetherItIsAPartIsSaidByABooleanOrItsWord() {
        assertThat(counter(Map.of("payment_method", "cash", "amount", "100", "part", true)).status()).isEqualTo(201);
        assertThat(counter(Map.of("payment_method", "cash", "amount", "100", "part", "true")).status()).isEqualTo(201);
        assertThat(counter(Map.of("payment_method", "cash", "amount", "100", "part", false)).status()).isEqualTo(422);
        for (Object unclear : new Object[] {"perhaps", 1, java.util.List.of(true), Map.of()}) {
            var answer = counter(Map.of("payment_method", "cash", "amount", "100", "part", unclear));
            assertThat(answer.status()).as(answer.text()).isEqualTo(400);
            assertThat(answer.body().path("part").get(0).asString()).isNotBlank();
        }
        assertThat(db.sql("SELECT credited_poisha FROM bills WHERE id = ?").param(bill).query(Long.class).single()).isEqualTo(20_000);
    }

    private Api.Answer counter(Map<String, Object> body) {
        return api.as(clerk.accessToken()).with("Idempotency-Key", UUID.randomUUID().toString()).post("/api/payments/bills/" + bill + "/counter/", body);
    }

    private Api.Answer part(String taka) {
        return api.as(clerk.accessToken()).with("Idempotency-Key", UUID.randomUUID().toString())
                .post("/api/payments/bills/" + bill + "/counter/", Map.of("payment_method", "cash", "amount", taka, "part", "true"));
    }

    @Test
    void ofTwentyClerksWithOneBillOneTakesTheMoney() {
        var answers = atOnce(20, _ -> world.atTheCounter(clerk, bill, "640.25", "cash", null).status());
        assertThat(answers).containsOnlyOnce(201).filteredOn(status -> status != 201).containsOnly(409);
    }

    @Test
    void sameKeyIsTheSameMoney() {
        var request = api.as(clerk.accessToken()).with("Idempotency-Key", "desk 3");
        var first = request.post("/api/payments/bills/" + bill + "/counter/", Map.of("payment_method", "cheque", "amount", "640.25", "reference", "0012 Sonali"));
        var second = request.post("/api/payments/bills/" + bill + "/counter/", Map.of("payment_method", "cheque", "amount", "640.25", "reference", "0012 Sonali"));
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.text()).isEqualTo(first.text());
        assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
    }

    @Test
    void holdingWithoutAnAccountCanPayToo() {
        db.sql("UPDATE holdings SET owner_id = NULL WHERE id = (SELECT holding_id FROM bills WHERE id = ?)").param(bill).update();
        var taken = world.atTheCounter(clerk, bill, "640.25", "cash", null);
        assertThat(taken.status()).as(taken.text()).isEqualTo(201);
        String payment = taken.body().path("id").asString();
        Await.until(() -> db.sql("SELECT count(*) FROM payment_events WHERE payment_id = ?::uuid AND published_at IS NULL").param(payment).query(Integer.class).single() == 0);
        assertThat(api.as(clerk.accessToken()).get("/api/payments/" + payment + "/").status()).isEqualTo(200);
        assertThat(api.as(clerk.accessToken()).get("/api/payments/" + payment + "/receipt/").status()).isEqualTo(200);
        assertThat(api.as(clerk.accessToken()).with("Idempotency-Key", "x").post("/api/payments/" + payment + "/again/",
                Map.of("payment_method", "bkash", "phone_number", "01711111111")).status()).isEqualTo(404);
    }

    /** A cheque that the bank returns, or cash that has to go back: by hand, by a second person, and the bill is due again. */
    @Test
    void returnedChequeMakesTheBillDueAgain() {
        UUID payment = UUID.fromString(world.atTheCounter(clerk, bill, "640.25", "cheque", "0012 Sonali").body().path("id").asString());
        var asked = api.as(clerk.accessToken()).with("Idempotency-Key", "back").post("/api/payments/" + payment + "/refunds/",
                Map.of("amount", "640.25", "refundable", "640.25", "reason", "the bank returned it"));
        assertThat(asked.status()).as(asked.text()).isEqualTo(201);
        Person checker = people.admin();
        String refund = "/api/payments/refunds/" + asked.body().path("id").asString();
        assertThat(api.as(checker.accessToken()).post(refund + "/approve/", Map.of()).body().path("status").asString()).isEqualTo("manual");
        assertThat(api.as(checker.accessToken()).post(refund + "/resolve/", Map.of("outcome", "succeeded", "evidence", "return memo 88")).status()).isEqualTo(200);
        assertThat(world.status(payment)).isEqualTo("refunded");
        assertThat(api.as(citizen.accessToken()).get("/api/payments/bills/" + bill + "/").body().path("payable").asString()).isEqualTo("640.25");
    }

    /** J27: the payer stands on bKash's page while somebody pays at the counter; bKash is never told to move the money. */
    @Test
    void payerOnTheGatewaysPageIsNotChargedForABillPaidAtTheCounter() {
        var begun = world.pay(citizen, bill, "bkash");
        assertThat(world.atTheCounter(clerk, bill, "640.25", "cash", null).status()).isEqualTo(201);
        String id = world.gatewayPaymentOf(begun);
        world.bkash.pays(id);
        assertThat(world.bkash.calls("/execute", id)).isZero();
        assertThat(world.status(paymentOf(begun))).isEqualTo("awaiting_payer");
        assertThat(world.ledgerEntries(paymentOf(begun))).isZero();
    }
}
