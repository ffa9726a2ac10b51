package bd.cleancare.payments;

import static bd.cleancare.payments.PaymentFlowTest.atOnce;
import static bd.cleancare.payments.PaymentWorld.paymentOf;
import static org.assertj.core.api.Assertions.assertThat;

import bd.cleancare.payments.ledger.Ledger;
import bd.cleancare.payments.ledger.LedgerCheck;
import bd.cleancare.shared.Taka;
import bd.cleancare.testing.Api;
import bd.cleancare.testing.AppTest;
import bd.cleancare.testing.Await;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Time that runs out, several who pay at once, a gateway that stalls. */
@AppTest
@Import(PaymentWorld.class)
class BkashTogetherTest extends BkashPayments {

    private static final int STALL_MS = Integer.getInteger("payments.stall", 6_000);

    @Autowired
    HikariDataSource pool;
    @Autowired
    Ledger ledger;
    @Autowired
    LedgerCheck check;

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
    void billCancelledMeanwhileIsNotChargedByBkash() {
        var begun = world.pay(citizen, bill, "bkash");
        String id = world.gatewayPaymentOf(begun);
        db.sql("UPDATE bills SET status = 'cancelled' WHERE id = ?").param(bill).update();
        world.bkash.pays(id);
        assertThat(world.bkash.calls("/execute", id)).isZero();
        assertThat(world.status(paymentOf(begun))).isEqualTo("awaiting_payer");
    }

    /**
     * J28: the gateway hangs with every slot taken; whoever wants something else notices nothing and no database connection waits.
     * {@code -Dpayments.stall=29000} takes the longest that a gateway may.
     */
    @Test
    void stalledGatewayLeavesTheRestAlone() throws Exception {
        world.bkash.fault(Map.of("endpoint", "*/create", "kind", "delay", "delay_ms", STALL_MS, "times", -1));
        try (var stalled = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 200; i++) {
                UUID other = world.bill(citizen, Integer.toString(5000 + i));
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

    /** Fifty payers come back at once, and the books are read all the while. */
    @Test
    void booksBalanceAtEveryMomentOfFiftyPaymentsAtOnce() {
        var ids = java.util.stream.IntStream.range(0, 50).mapToObj(i -> {
            var begun = world.pay(citizen, world.bill(citizen, Integer.toString(100 + i)), "bkash");
            world.bkash.paysWithoutComingBack(world.gatewayPaymentOf(begun));
            return world.gatewayPaymentOf(begun);
        }).toList();
        var sums = atOnce(100, i -> {
            if (i < ids.size()) {
                assertThat(api.get(BACK + ids.get(i)).status()).isEqualTo(200);
            }
            return ledger.trialBalance().values().stream().reduce(Taka.ZERO, Taka::plus);
        });
        assertThat(java.util.Set.copyOf(sums)).containsExactly(Taka.ZERO);
        assertThat(check.check().problems()).isEmpty();
    }

    private void overdue(Api.Answer begun) {
        db.sql("UPDATE payments SET expires_at = now() + interval '200 milliseconds' WHERE id = ?").param(paymentOf(begun)).update();
    }
}
