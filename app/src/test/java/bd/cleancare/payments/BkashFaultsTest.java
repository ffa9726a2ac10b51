package bd.cleancare.payments;

import static bd.cleancare.payments.PaymentFlowTest.atOnce;
import static bd.cleancare.payments.PaymentWorld.paymentOf;
import static org.assertj.core.api.Assertions.assertThat;

import bd.cleancare.testing.Api;
import bd.cleancare.testing.AppTest;
import bd.cleancare.testing.Await;
import bd.cleancare.testing.People;
import bd.cleancare.testing.People.Person;
import com.zaxxer.hikari.HikariDataSource;
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

/** What goes wrong on the wire to a gateway whose money moves when we say so; the numbers are those of the fault matrix. */
@AppTest
@Import(PaymentWorld.class)
class BkashFaultsTest {

    private static final String BACK = "/api/payments/bkash/callback/?status=success&paymentID=";

    @Autowired
    Api api;
    @Autowired
    People people;
    @Autowired
    PaymentWorld world;
    @Autowired
    JdbcClient db;
    @Autowired
    HikariDataSource pool;

    Person citizen;
    UUID bill;

    @BeforeEach
    void somebodyOwesSomething() {
        world.heal();
        citizen = people.citizen();
        bill = world.bill(citizen, "1234.50");
    }

    @AfterEach
    void heal() {
        world.heal();
    }

    /** J1 */
    @Test
    void createThatTimesOutLeavesTheBillPayableAndChargesOnce() {
        world.bkash.fault(Map.of("endpoint", "*/create", "kind", "drop-after-commit"));
        var lost = world.pay(citizen, bill, "bkash", "k1");
        assertThat(lost.status()).isEqualTo(502);
        assertThat(lost.body().path("error").asString()).isEqualTo("Payment initiation failed");
        assertThat(attempts(paymentOf(lost))).isEqualTo("unknown_create");

        var again = world.pay(citizen, bill, "bkash", "k1");
        assertThat(again.status()).as(again.text()).isEqualTo(200);
        assertThat(paymentOf(again)).isEqualTo(paymentOf(lost));
        assertThat(db.sql("SELECT count(DISTINCT invoice) FROM payment_attempts WHERE payment_id = ?").param(paymentOf(lost)).query(Integer.class).single()).isEqualTo(2);
        world.bkash.pays(world.gatewayPaymentOf(again));
        assertPaidOnce(paymentOf(again));
        world.askNow(paymentOf(again));
        Await.until(() -> attempts(paymentOf(again)).equals("lapsed,succeeded"));
    }

    /** J2 */
    @ParameterizedTest
    @CsvSource({"status,500", "html,200", "malformed-json,200", "close,0"})
    void createThatCannotBeReadIsAClean502(String kind, int status) {
        world.bkash.fault(Map.of("endpoint", "*/create", "kind", kind, "status", status));
        var answer = world.pay(citizen, bill, "bkash", "k2");
        assertThat(answer.status()).isEqualTo(502);
        assertThat(answer.body().path("code").asString()).isEqualTo("payment_unclear");
        assertThat(world.pay(citizen, bill, "bkash", "k2").status()).isEqualTo(200);
    }

    /** J3 */
    @Test
    void callbackBeforeTheCreateAnswerEndsPaidOnce() {
        world.bkash.fault(Map.of("kind", "early-callback"));
        var begun = world.pay(citizen, bill, "bkash");
        assertThat(begun.status()).isEqualTo(200);
        world.awaitStatus(paymentOf(begun), "paid");
        assertPaidOnce(paymentOf(begun));
    }

    /** J4 */
    @ParameterizedTest
    @ValueSource(ints = {2, 50})
    void manyCallbacksAtOnceMoveTheMoneyOnce(int many) {
        var begun = world.pay(citizen, bill, "bkash");
        String id = world.gatewayPaymentOf(begun);
        world.bkash.paysWithoutComingBack(id);
        var answers = atOnce(many, _ -> api.get(BACK + id));
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body().path("message").asString()).isEqualTo("Payment successful");
        });
        assertPaidOnce(paymentOf(begun));
        assertThat(world.bkash.calls("/execute", id)).isOne();
        Await.until(() -> world.messagesTo(citizen) > 0);
        assertThat(world.messagesTo(citizen)).isOne();
    }

    /** J5, J7 */
    @ParameterizedTest
    @ValueSource(strings = {"success", "failure", "cancel", "nonsense", ""})
    void forgedStatusOfAnUnpaidPaymentChangesNothing(String status) {
        var begun = world.pay(citizen, bill, "bkash");
        String id = world.gatewayPaymentOf(begun);
        var answer = api.post("/api/payments/bkash/callback/", Map.of("paymentID", id, "status", status));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("message").asString()).isEqualTo("Payment failed");
        assertThat(world.status(paymentOf(begun))).isEqualTo("awaiting_payer");
        assertThat(world.bkash.calls("/execute", id)).isZero();
        world.bkash.pays(id);
        assertPaidOnce(paymentOf(begun));
    }

    /** J6 */
    @Test
    void unknownIdsAreAllAlike() {
        for (String id : new String[] {"TR0011unknown", "%00", "../x", "a".repeat(300), ""}) {
            assertThat(api.post("/api/payments/bkash/callback/", Map.of("paymentID", id)).body().path("error").asString()).isEqualTo("Payment not found");
        }
        var browser = api.with("Accept", "text/html").get(BACK + "TR0011unknown");
        assertThat(browser.status()).isEqualTo(303);
    }

    @Test
    void payerWhoCancelsOrCannotPayEndsThePaymentAndTheBillStaysDue() {
        var cancelled = world.pay(citizen, bill, "bkash");
        world.bkash.payer(world.gatewayPaymentOf(cancelled), Map.of("action", "cancel", "follow", true));
        assertThat(world.status(paymentOf(cancelled))).isEqualTo("cancelled");
        var poor = world.pay(citizen, bill, "bkash");
        world.bkash.payer(world.gatewayPaymentOf(poor), Map.of("wallet", "01823074817", "follow", true));
        assertThat(world.status(paymentOf(poor))).isEqualTo("failed");
        assertThat(world.pay(citizen, bill, "bkash").status()).isEqualTo(200);
    }

    /** J8, J27 of the requirements: execute is one-shot, its lost answer is asked for. */
    @ParameterizedTest
    @ValueSource(strings = {"drop-after-commit", "malformed-json", "status"})
    void executeWhoseAnswerIsLostAfterTheMoneyMovedIsPaid(String kind) {
        var begun = world.pay(citizen, bill, "bkash");
        String id = world.gatewayPaymentOf(begun);
        world.bkash.fault(Map.of("endpoint", "*/execute", "kind", kind, "after_commit", true, "status", 500));
        world.bkash.pays(id);
        assertPaidOnce(paymentOf(begun));
        assertThat(world.bkash.calls("/execute", id)).isOne();
    }

    /** J9 */
    @Test
    void executeLostBeforeTheMoneyMovedIsSentOnceMore() {
        var begun = world.pay(citizen, bill, "bkash");
        String id = world.gatewayPaymentOf(begun);
        world.bkash.fault(Map.of("endpoint", "*/execute", "kind", "close"));
        world.bkash.pays(id);
        assertThat(world.status(paymentOf(begun))).isEqualTo("awaiting_payer");
        world.askNow(paymentOf(begun));
        world.awaitStatus(paymentOf(begun), "paid");
        assertPaidOnce(paymentOf(begun));
        assertThat(world.bkash.calls("/execute", id)).isEqualTo(2);
    }

    /** J10 */
    @ParameterizedTest
    @CsvSource({"2117,paid", "2062,paid", "9999,paid", "503,paid", "2056,awaiting_payer", "2023,failed", "2029,failed"})
    void executeCodesMeanWhatTheTableSays(String code, String expected) {
        var begun = world.pay(citizen, bill, "bkash");
        boolean moved = expected.equals("paid");
        world.bkash.fault(Map.of("endpoint", "*/execute", "kind", "tamper", "set", Map.of("x", "y"), "after_commit", moved, "times", 0));
        world.bkash.fault(Map.of("endpoint", "*/execute", "kind", "status", "status", 200, "after_commit", moved,
                "body", "{\"statusCode\":\"" + code + "\",\"statusMessage\":\"told\"}"));
        world.bkash.pays(world.gatewayPaymentOf(begun));
        assertThat(world.status(paymentOf(begun))).isEqualTo(expected);
    }

    /** J11, J12 */
    @ParameterizedTest
    @CsvSource({"amount,1.00", "amount,99999.00", "currency,USD", "merchantInvoiceNumber,TXNAAAAAAAAAAAA"})
    void answerThatDoesNotFitIsHeldWithoutCreditOrReceipt(String field, String value) {
        var begun = world.pay(citizen, bill, "bkash");
        world.bkash.fault(Map.of("endpoint", "*/execute", "kind", "tamper", "set", Map.of(field, value)));
        world.bkash.pays(world.gatewayPaymentOf(begun));
        assertThat(world.status(paymentOf(begun))).isEqualTo("held");
        assertThat(world.ledgerEntries(paymentOf(begun))).isZero();
        assertThat(world.receipts(paymentOf(begun))).isZero();
        assertThat(api.as(citizen.accessToken()).get("/api/payments/bills/" + bill + "/").body().path("status").asString()).isEqualTo("due");
    }

    /** J13 */
    @Test
    void transactionOfAnotherPaymentIsHeld() {
        var first = world.pay(citizen, bill, "bkash");
        world.bkash.pays(world.gatewayPaymentOf(first));
        String used = db.sql("SELECT gateway_trx_id FROM payment_attempts WHERE payment_id = ?").param(paymentOf(first)).query(String.class).single();
        var second = world.pay(citizen, world.bill(citizen, "77"), "bkash");
        world.bkash.fault(Map.of("endpoint", "*/execute", "kind", "tamper", "set", Map.of("trxID", used)));
        world.bkash.pays(world.gatewayPaymentOf(second));
        assertThat(world.status(paymentOf(second))).isEqualTo("held");
    }

    /** J14 */
    @Test
    void tokenThatEndedIsReplacedOnce() {
        var begun = world.pay(citizen, bill, "bkash");
        int grants = world.bkash.calls("/token/grant", "");
        world.bkash.send("DELETE", "/__sim/tokens", null);
        world.bkash.pays(world.gatewayPaymentOf(begun));
        assertPaidOnce(paymentOf(begun));
        assertThat(world.bkash.calls("/token/grant", "") - grants).isOne();
    }

    /** J15 */
    @Test
    void revokedCredentialsAreNotTriedAgainAndAgain() {
        world.pay(citizen, bill, "bkash");
        int grants = world.bkash.calls("/token/grant", "");
        world.bkash.fault(Map.of("endpoint", "*/create", "kind", "401", "times", -1));
        for (int i = 0; i < 5; i++) {
            var answer = world.pay(citizen, world.bill(citizen, "90"), "bkash");
            assertThat(answer.status()).isIn(400, 502);
        }
        assertThat(world.bkash.calls("/token/grant", "") - grants).isLessThanOrEqualTo(2);
    }

    /** J21 */
    @Test
    void callbackThatNeverComesIsNotNeeded() {
        var begun = world.pay(citizen, bill, "bkash");
        world.bkash.paysWithoutComingBack(world.gatewayPaymentOf(begun));
        world.askNow(paymentOf(begun));
        world.awaitStatus(paymentOf(begun), "paid");
        assertPaidOnce(paymentOf(begun));
    }

    /** J22, J36: who never paid is asked about once more, then the bill is free again and a later callback takes nothing. */
    @Test
    void paymentThatIsNeverPaidExpiresAfterAsking() {
        var begun = world.pay(citizen, bill, "bkash");
        String id = world.gatewayPaymentOf(begun);
        overdue(begun);
        world.awaitStatus(paymentOf(begun), "expired");
        assertThat(world.bkash.calls("/payment/status", id)).isPositive();
        world.bkash.pays(id);
        assertThat(world.bkash.calls("/execute", id)).isZero();
        assertThat(world.status(paymentOf(begun))).isEqualTo("expired");
        assertThat(world.pay(citizen, bill, "bkash").status()).isEqualTo(200);
    }

    @Test
    void paymentThatWasPaidInSilenceDoesNotExpire() {
        var begun = world.pay(citizen, bill, "bkash");
        world.bkash.paysWithoutComingBack(world.gatewayPaymentOf(begun));
        overdue(begun);
        world.awaitStatus(paymentOf(begun), "paid");
    }

    /** J16, and money asked for by two attempts at once: the second is never executed. */
    @Test
    void twoAttemptsThePayerAgreedToMoveMoneyOnce() {
        var first = world.pay(citizen, bill, "bkash");
        String one = world.gatewayPaymentOf(first);
        var second = api.as(citizen.accessToken()).with("Idempotency-Key", "again").post("/api/payments/" + paymentOf(first) + "/again/",
                Map.of("payment_method", "bkash", "phone_number", "01711111111"));
        assertThat(second.status()).as(second.text()).isEqualTo(200);
        String two = world.gatewayPaymentOf(second);
        world.bkash.paysWithoutComingBack(one);
        world.bkash.payer(two, Map.of("wallet", "01619777282"));
        atOnce(2, i -> api.get(BACK + (i == 0 ? one : two)));
        world.askNow(paymentOf(first));
        world.awaitStatus(paymentOf(first), "paid");
        assertThat(world.bkash.calls("/execute", one) + world.bkash.calls("/execute", two)).isOne();
        assertPaidOnce(paymentOf(first));
    }

    /** J27 */
    @Test
    void billPaidAtTheCounterMeanwhileIsNotChargedByBkash() {
        var begun = world.pay(citizen, bill, "bkash");
        String id = world.gatewayPaymentOf(begun);
        db.sql("UPDATE bills SET status = 'cancelled' WHERE id = ?").param(bill).update();
        world.bkash.pays(id);
        assertThat(world.bkash.calls("/execute", id)).isZero();
        assertThat(world.status(paymentOf(begun))).isEqualTo("awaiting_payer");
    }

    /** J28: the gateway hangs with every slot taken; whoever wants something else notices nothing and no database connection waits. */
    @Test
    void stalledGatewayLeavesTheRestAlone() throws Exception {
        world.bkash.fault(Map.of("endpoint", "*/create", "kind", "delay", "delay_ms", 6_000, "times", -1));
        try (var stalled = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 40; i++) {
                UUID other = world.bill(citizen, "5" + i);
                stalled.submit(() -> world.pay(citizen, other, "bkash"));
            }
            Await.until(() -> world.bkash.calls("/create", "") > 20);
            Await.until(() -> pool.getHikariPoolMXBean().getActiveConnections() <= 2, java.time.Duration.ofSeconds(3));
            long begun = System.nanoTime();
            assertThat(atOnce(100, _ -> api.as(citizen.accessToken()).get("/api/payments/history/?page_size=1").status())).containsOnly(200);
            assertThat(java.time.Duration.ofNanos(System.nanoTime() - begun)).isLessThan(java.time.Duration.ofSeconds(4));
            assertThat(world.pay(citizen, bill, "upay").status()).isEqualTo(200);
            world.bkash.heal();
        }
    }

    /** J19: an event that was told and not marked is told again; the payer still hears of it once. */
    @Test
    void eventToldTwiceSendsOneMessage() {
        var begun = world.pay(citizen, bill, "bkash");
        world.bkash.pays(world.gatewayPaymentOf(begun));
        Await.until(() -> world.messagesTo(citizen) == 1);
        db.sql("UPDATE payment_events SET published_at = NULL WHERE payment_id = ? AND event = 'PaymentPaid'").param(paymentOf(begun)).update();
        Await.until(() -> db.sql("SELECT published_at IS NOT NULL FROM payment_events WHERE payment_id = ? AND event = 'PaymentPaid'").param(paymentOf(begun)).query(Boolean.class).single());
        assertThat(world.messagesTo(citizen)).isOne();
    }

    private void overdue(Api.Answer begun) {
        db.sql("UPDATE payments SET expires_at = now() + interval '200 milliseconds' WHERE id = ?").param(paymentOf(begun)).update();
    }

    private String attempts(UUID payment) {
        return db.sql("SELECT string_agg(status, ',' ORDER BY number) FROM payment_attempts WHERE payment_id = ?").param(payment).query(String.class).single();
    }

    private void assertPaidOnce(UUID payment) {
        assertThat(world.status(payment)).isEqualTo("paid");
        assertThat(world.ledgerEntries(payment)).isOne();
        assertThat(world.receipts(payment)).isOne();
        assertThat(api.as(citizen.accessToken()).get("/api/payments/bills/" + bill + "/").body().path("status").asString()).isEqualTo("settled");
    }
}
