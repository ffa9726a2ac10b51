package bd.cleancare.payments;

import static bd.cleancare.payments.PaymentFlowTest.atOnce;
import static bd.cleancare.payments.PaymentWorld.paymentOf;
import static org.assertj.core.api.Assertions.assertThat;

import bd.cleancare.testing.AppTest;
import bd.cleancare.testing.Await;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.Import;

/** Browsers that come back from bKash: early, often, with lies, or not at all. */
@AppTest
@Import(PaymentWorld.class)
class BkashCallbacksTest extends BkashPayments {

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

    /** J21 */
    @Test
    void callbackThatNeverComesIsNotNeeded() {
        var begun = world.pay(citizen, bill, "bkash");
        world.bkash.paysWithoutComingBack(world.gatewayPaymentOf(begun));
        world.askNow(paymentOf(begun));
        world.awaitStatus(paymentOf(begun), "paid");
        assertPaidOnce(paymentOf(begun));
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
}
