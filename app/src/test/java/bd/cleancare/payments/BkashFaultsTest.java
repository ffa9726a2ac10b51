package bd.cleancare.payments;

import static bd.cleancare.payments.PaymentWorld.paymentOf;
import static org.assertj.core.api.Assertions.assertThat;

import bd.cleancare.testing.AppTest;
import bd.cleancare.testing.Await;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.Import;

/** What goes wrong on the wire to bKash. */
@AppTest
@Import(PaymentWorld.class)
class BkashFaultsTest extends BkashPayments {

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
        String id = world.gatewayPaymentOf(begun);
        world.bkash.pays(id);
        assertThat(world.status(paymentOf(begun))).isEqualTo(expected);
        assertThat(world.bkash.calls("/execute", id)).isOne();
        if (expected.equals("failed")) {
            assertThat(world.page(citizen, paymentOf(begun))).contains(code.equals("2023") ? "যথেষ্ট টাকা নেই" : "২ মিনিট");
        }
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

    /** J22: bKash itself ended the payment before the payer came back. No money moves, the page says why, and the bill can be paid. */
    @Test
    void payerWhoComesBackAfterTheGatewayEndedThePaymentIsToldSo() {
        var begun = world.pay(citizen, bill, "bkash");
        String id = world.gatewayPaymentOf(begun);
        world.bkash.fault(Map.of("endpoint", "*/payment/status", "kind", "tamper", "set", Map.of("transactionStatus", "Expired"), "times", -1));
        assertThat(api.get(BACK + id).body().path("message").asString()).isEqualTo("Payment failed");
        assertThat(world.status(paymentOf(begun))).isEqualTo("expired");
        assertThat(attempts(paymentOf(begun))).isEqualTo("lapsed");
        assertThat(world.bkash.calls("/execute", id)).isZero();
        assertThat(world.page(citizen, paymentOf(begun))).contains("সময়").contains("/payments/bills/" + bill + "/pay/");
        assertThat(world.pay(citizen, bill, "bkash").status()).isEqualTo(200);
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
        assertThat(api.as(people.admin().accessToken()).get("/api/payments/gateways/").body().path("gateways").path("bkash").asString()).isEqualTo("open");
    }
}
