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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Gateways at which the money moves on the payer's page, whether we hear of it or not. */
@AppTest
@Import(PaymentWorld.class)
class PaidAtTheGatewayTest {

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
    UUID bill;

    @BeforeEach
    void somebodyOwesSomething() {
        world.heal();
        citizen = people.citizen();
        bill = world.bill(citizen, "640.25");
    }

    @AfterEach
    void heal() {
        world.heal();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nagad", "rocket", "upay"})
    void billIsPaidAndTheBrowserComesBack(String method) {
        var begun = world.pay(citizen, bill, method);
        assertThat(begun.status()).as(begun.text()).isEqualTo(200);
        assertThat(begun.body().path("redirect_url").asString()).startsWith("http");
        assertThat(begun.body().has("bkash_url")).isFalse();
        var paid = world.simulators.get(method).pays(world.payerIdOf(begun));
        assertThat(paid.path("followed").get(0).asInt()).isEqualTo(200);
        assertPaidOnce(paymentOf(begun));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nagad", "rocket", "upay"})
    void callbackThatNeverComesIsNotNeeded(String method) {
        var begun = world.pay(citizen, bill, method);
        world.simulators.get(method).paysWithoutComingBack(world.payerIdOf(begun));
        world.askNow(paymentOf(begun));
        world.awaitStatus(paymentOf(begun), "paid");
        assertPaidOnce(paymentOf(begun));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nagad", "rocket", "upay"})
    void fiftyCallbacksAtOncePayOnce(String method) {
        var begun = world.pay(citizen, bill, method);
        world.simulators.get(method).fault(Map.of("kind", "repeat-callback", "count", 50));
        var paid = world.simulators.get(method).pays(world.payerIdOf(begun));
        assertThat(paid.path("followed").valueStream().map(status -> status.asInt())).hasSize(50).containsOnly(200);
        assertPaidOnce(paymentOf(begun));
        Await.until(() -> world.messagesTo(citizen) > 0);
        assertThat(world.messagesTo(citizen)).isOne();
    }

    @ParameterizedTest
    @CsvSource({"nagad,*/verify/payment/*,amount,1", "nagad,*/verify/payment/*,orderId,OTHER", "nagad,*/verify/payment/*,merchantId,OTHER",
            "upay,*/single-payment-status/*,amount,1", "upay,*/single-payment-status/*,invoice_id,OTHER", "rocket,*/dbblecomtxn,AMOUNT,100", "rocket,*/dbblecomtxn,DESCRIPTION,OTHER"})
    void answerThatDoesNotFitIsHeld(String method, String endpoint, String field, String value) {
        var begun = world.pay(citizen, bill, method);
        world.simulators.get(method).fault(Map.of("endpoint", endpoint, "kind", "tamper", "set", Map.of(field, value)));
        world.simulators.get(method).pays(world.payerIdOf(begun));
        assertThat(world.status(paymentOf(begun))).isEqualTo("held");
        assertThat(world.ledgerEntries(paymentOf(begun))).isZero();
    }

    /** J17: bKash's money moves only when we say so, which nobody must once the other has paid; if both moved, one is due back. */
    @Test
    void billPaidByBkashAndNagadAtOnceIsPaidByOneAndTheOtherIsDueBack() {
        var one = world.pay(citizen, bill, "nagad");
        String nagad = world.payerIdOf(one);
        var two = api.as(citizen.accessToken()).with("Idempotency-Key", "again").post("/api/payments/" + paymentOf(one) + "/again/",
                Map.of("payment_method", "bkash", "phone_number", "01711111111"));
        String bkash = world.gatewayPaymentOf(two);
        long before = world.bkash.money().path("net_poisha").asLong();
        atOnce(2, i -> i == 0 ? world.simulators.get("nagad").pays(nagad) : world.bkash.pays(bkash));
        world.askNow(paymentOf(one));
        world.awaitStatus(paymentOf(one), "paid");
        Await.until(() -> db.sql("SELECT count(*) FROM payment_attempts WHERE payment_id = ? AND status = 'succeeded'").param(paymentOf(one)).query(Integer.class).single() == 1
                && !attempts(paymentOf(one)).contains("confirm_sent"));
        boolean both = world.bkash.money().path("net_poisha").asLong() > before;
        Await.until(() -> attempts(paymentOf(one)).contains("duplicate_paid") == both);
        assertThat(db.sql("SELECT status FROM refunds WHERE payment_id = ?").param(paymentOf(one)).query(String.class).list())
                .isEqualTo(both ? java.util.List.of("requested") : java.util.List.of());
        assertThat(world.bkash.calls("/execute", bkash)).isEqualTo(both ? 1 : 0);
        assertPaidOnce(paymentOf(one));
        assertBalanced();
    }

    /** J17, where each gateway moves the money by itself. */
    @Test
    void billPaidByNagadAndUpayAtOnceIsPaidByOneAndTheOtherIsDueBack() {
        var one = world.pay(citizen, bill, "nagad");
        String nagad = world.payerIdOf(one);
        var two = api.as(citizen.accessToken()).with("Idempotency-Key", "again").post("/api/payments/" + paymentOf(one) + "/again/",
                Map.of("payment_method", "upay", "phone_number", "01711111111"));
        assertThat(two.status()).as(two.text()).isEqualTo(200);
        String upay = world.payerIdOf(two);
        atOnce(2, i -> i == 0 ? world.simulators.get("nagad").pays(nagad) : world.simulators.get("upay").pays(upay));
        world.awaitStatus(paymentOf(one), "paid");
        Await.until(() -> attempts(paymentOf(one)).contains("duplicate_paid"));
        assertThat(attempts(paymentOf(one))).contains("succeeded");
        assertThat(db.sql("SELECT status FROM refunds WHERE payment_id = ?").param(paymentOf(one)).query(String.class).list()).containsExactly("requested");
        assertPaidOnce(paymentOf(one));
        assertBalanced();
    }

    /** J23 */
    @Test
    void moneyThatComesAfterExpiryIsAppliedWhileTheBillStillNeedsIt() {
        var begun = world.pay(citizen, bill, "upay");
        String payer = world.payerIdOf(begun);
        expire(begun);
        world.simulators.get("upay").pays(payer);
        assertThat(world.status(paymentOf(begun))).isEqualTo("applied");
        assertThat(world.receipts(paymentOf(begun))).isOne();
        assertThat(billStatus()).isEqualTo("settled");
        assertThat(events(paymentOf(begun))).contains("PaidLate").contains("PaymentPaid");
        Await.until(() -> world.messagesTo(citizen) == 1);
    }

    /** J23, J37 */
    @Test
    void moneyThatComesAfterAnotherPaymentPaidTheBillIsDueBack() {
        var late = world.pay(citizen, bill, "upay");
        String payer = world.payerIdOf(late);
        expire(late);
        var prompt = world.pay(citizen, bill, "nagad");
        world.simulators.get("nagad").pays(world.payerIdOf(prompt));
        Taka payable = ledger.balance(Accounts.REFUNDS_PAYABLE);
        world.simulators.get("upay").pays(payer);
        assertThat(world.status(paymentOf(late))).isEqualTo("refund_due");
        assertThat(world.receipts(paymentOf(late))).isZero();
        assertThat(ledger.balance(Accounts.REFUNDS_PAYABLE)).isEqualTo(payable.minus(Taka.parse("640.25").orElseThrow()));
        Await.until(() -> world.messagesTo(citizen) == 2);
        assertBalanced();
    }

    /** J27: lowered while the payer was away; the rest is the payer's. */
    @Test
    void billLoweredMeanwhileKeepsTheRestAsCredit() {
        var begun = world.pay(citizen, bill, "nagad");
        db.sql("UPDATE bills SET demand_poisha = 40000 WHERE id = ?").param(bill).update();
        Taka credit = ledger.balance(Accounts.CREDIT);
        world.simulators.get("nagad").pays(world.payerIdOf(begun));
        assertPaidOnce(paymentOf(begun));
        assertThat(ledger.balance(Accounts.CREDIT)).isEqualTo(credit.minus(Taka.parse("240.25").orElseThrow()));
        assertBalanced();
    }

    /** J27: raised meanwhile; what was paid counts and the rest stays due. */
    @Test
    void billRaisedMeanwhileIsPaidInPart() {
        var begun = world.pay(citizen, bill, "nagad");
        db.sql("UPDATE bills SET demand_poisha = 100000 WHERE id = ?").param(bill).update();
        world.simulators.get("nagad").pays(world.payerIdOf(begun));
        assertThat(world.status(paymentOf(begun))).isEqualTo("paid");
        var now = api.as(citizen.accessToken()).get("/api/payments/bills/" + bill + "/").body();
        assertThat(now.path("status").asString()).isEqualTo("due");
        assertThat(now.path("payable").asString()).isEqualTo("359.75");
    }

    /** J27: paid in cash at the counter meanwhile. */
    @Test
    void billPaidAtTheCounterMeanwhileMakesTheGatewaysMoneyDueBack() {
        var begun = world.pay(citizen, bill, "rocket");
        assertThat(world.atTheCounter(people.admin(), bill, "640.25", "cash", null).status()).isEqualTo(201);
        world.simulators.get("rocket").pays(world.payerIdOf(begun));
        assertThat(world.status(paymentOf(begun))).isEqualTo("refund_due");
        assertBalanced();
    }

    private void expire(Api.Answer begun) {
        db.sql("UPDATE payments SET expires_at = now() - interval '1 second' WHERE id = ?").param(paymentOf(begun)).update();
        world.askNow(paymentOf(begun));
        world.awaitStatus(paymentOf(begun), "expired");
    }

    private void assertBalanced() {
        assertThat(ledger.trialBalance().values().stream().reduce(Taka.ZERO, Taka::plus)).isEqualTo(Taka.ZERO);
    }

    private String attempts(UUID payment) {
        return db.sql("SELECT string_agg(status, ',' ORDER BY number) FROM payment_attempts WHERE payment_id = ?").param(payment).query(String.class).single();
    }

    private String events(UUID payment) {
        return db.sql("SELECT string_agg(event, ',' ORDER BY sequence) FROM payment_events WHERE payment_id = ?").param(payment).query(String.class).single();
    }

    private String billStatus() {
        return api.as(citizen.accessToken()).get("/api/payments/bills/" + bill + "/").body().path("status").asString();
    }

    private void assertPaidOnce(UUID payment) {
        assertThat(world.status(payment)).isEqualTo("paid");
        assertThat(world.ledgerEntries(payment)).isOne();
        assertThat(world.receipts(payment)).isOne();
        assertThat(billStatus()).isEqualTo("settled");
    }
}
