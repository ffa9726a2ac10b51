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
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Time that runs out, several who pay at once, a gateway that stalls. */
@AppTest
@Import(PaymentWorld.class)
class BkashTogetherTest extends BkashPayments {

    /** The longest that a gateway may take. */
    private static final int STALL_MS = 29_000;
    private static final int PAYERS = 200;
    private static final int TOGETHER = 50;
    private static final int READERS = 4;

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
     */
    @Test
    void stalledGatewayLeavesTheRestAlone() throws Exception {
        historyAskedHundredTimes();
        Duration calm = historyAskedHundredTimes();
        var bills = IntStream.range(0, PAYERS).mapToObj(i -> world.bill(citizen, Integer.toString(5000 + i))).toList();
        int before = world.bkash.unanswered("/create");
        var answered = new AtomicInteger();
        world.bkash.fault(Map.of("endpoint", "*/create", "kind", "delay", "delay_ms", STALL_MS, "times", -1));
        try (var stalled = Executors.newVirtualThreadPerTaskExecutor()) {
            bills.forEach(other -> stalled.submit(() -> {
                world.pay(citizen, other, "bkash");
                answered.incrementAndGet();
            }));
            // Whoever got no place at the gateway has been told so; the others wait there, and for nothing else.
            Await.until(() -> answered.get() + world.bkash.unanswered("/create") - before == PAYERS, Duration.ofSeconds(25));
            assertThat(world.bkash.unanswered("/create") - before).isGreaterThan(20);
            Await.until(() -> pool.getHikariPoolMXBean().getActiveConnections() <= 2, Duration.ofSeconds(3));
            Duration meanwhile = historyAskedHundredTimes();
            assertThat(meanwhile).as("in calm times it takes " + calm).isLessThan(Collections.max(List.of(Duration.ofSeconds(4), calm.multipliedBy(3))));
            assertThat(world.pay(citizen, bill, "upay").status()).isEqualTo(200);
            assertThat(world.bkash.unanswered("/create") - before).as("still stalled").isGreaterThan(20);
            world.bkash.heal();
        }
    }

    private Duration historyAskedHundredTimes() {
        long begun = System.nanoTime();
        assertThat(atOnce(100, _ -> api.as(citizen.accessToken()).get("/api/payments/history/?page_size=1").status())).containsOnly(200);
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    /** Fifty payers come back at once, and the books are read all the while. Who finds the house full comes again. */
    @Test
    void booksBalanceAtEveryMomentOfFiftyPaymentsAtOnce() {
        var begun = IntStream.range(0, TOGETHER).mapToObj(i -> {
            var each = world.pay(citizen, world.bill(citizen, Integer.toString(100 + i)), "bkash");
            world.bkash.paysWithoutComingBack(world.gatewayPaymentOf(each));
            return each;
        }).toList();
        var back = new AtomicInteger();
        var sums = atOnce(TOGETHER + READERS, i -> {
            if (i < TOGETHER) {
                String id = world.gatewayPaymentOf(begun.get(i));
                Await.until(() -> api.get(BACK + id).status() == 200, Duration.ofSeconds(60));
                back.incrementAndGet();
                return Set.of(Taka.ZERO);
            }
            var read = new HashSet<Taka>();
            while (back.get() < TOGETHER) {
                read.add(ledger.trialBalance().values().stream().reduce(Taka.ZERO, Taka::plus));
            }
            return read;
        });
        assertThat(sums).allSatisfy(read -> assertThat(read).containsExactly(Taka.ZERO));
        assertThat(begun).allSatisfy(each -> {
            assertThat(world.status(paymentOf(each))).isEqualTo("paid");
            assertThat(world.ledgerEntries(paymentOf(each))).isOne();
        });
        assertThat(check.check().problems()).isEmpty();
    }

    private void overdue(Api.Answer begun) {
        db.sql("UPDATE payments SET expires_at = now() + interval '200 milliseconds' WHERE id = ?").param(paymentOf(begun)).update();
    }
}
