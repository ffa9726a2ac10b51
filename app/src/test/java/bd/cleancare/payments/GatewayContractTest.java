package bd.cleancare.payments;

import static org.assertj.core.api.Assertions.assertThat;

import bd.cleancare.payments.gateway.Gateway;
import bd.cleancare.payments.gateway.Gateway.Creation;
import bd.cleancare.payments.gateway.Gateway.Order;
import bd.cleancare.payments.gateway.Gateway.Outcome;
import bd.cleancare.payments.gateway.Gateway.Reference;
import bd.cleancare.payments.gateway.Gateway.RefundOrder;
import bd.cleancare.payments.gateway.Gateway.RefundOutcome;
import bd.cleancare.payments.gateway.Gateway.Refusal;
import bd.cleancare.shared.Ids;
import bd.cleancare.shared.Taka;
import bd.cleancare.testing.AppTest;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** What every gateway keeps, whatever its protocol; run over sockets against its simulator. */
@AppTest
@Import(PaymentWorld.class)
class GatewayContractTest {

    private static final AtomicInteger INVOICES = new AtomicInteger(100_000);
    private static final Map<String, String> QUERIES = Map.of("bkash", "*/payment/status", "nagad", "*/verify/payment/*", "rocket", "*/dbblecomtxn",
            "upay", "*/single-payment-status/*", "sslcommerz", "*/merchantTransIDvalidationAPI.php");
    private static final Map<String, String> CREATES = Map.of("bkash", "*/create", "nagad", "*/check-out/complete/*", "rocket", "*/dbblecomtxn",
            "upay", "*/merchant-payment-init/*", "sslcommerz", "*/api.php");

    @Autowired
    List<Gateway> gateways;
    @Autowired
    PaymentWorld world;

    @BeforeEach
    @AfterEach
    void heal() {
        world.heal();
    }

    private record Started(Gateway gateway, Order order, Creation.Created created) {

        Reference reference() {
            return new Reference(order.invoice(), created.paymentId(), order.amount(), Instant.now(), null);
        }

        String payerId() {
            return gateway.name().equals("upay") ? order.invoice() : created.paymentId();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"bkash", "nagad", "rocket", "upay", "sslcommerz"})
    void paymentThatIsPaidIsToldWithAllThatMustFit(String name) {
        Started started = start(name, "512.35");
        assertThat(started.gateway.query(started.reference())).isInstanceOf(Outcome.Pending.class);
        world.simulators.get(name).paysWithoutComingBack(started.payerId());
        Outcome outcome = started.gateway.query(started.reference());
        if (outcome instanceof Outcome.Authorised) {
            outcome = started.gateway.confirm(started.reference());
        }
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Paid.class, paid -> {
            assertThat(paid.amount()).isEqualTo(started.order.amount());
            assertThat(paid.invoice()).isEqualTo(started.order.invoice());
            assertThat(paid.currency()).isIn("BDT", "050");
            assertThat(paid.trxId()).isNotBlank();
            assertThat(paid.doubt()).isNull();
            assertThat(paid.paidAt()).isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(5));
            assertThat(String.valueOf(paid.payerMasked()) + paid.answer()).doesNotContainPattern("017\\d{8}");
        });
        assertThat(started.gateway.query(started.reference())).isInstanceOf(Outcome.Paid.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bkash", "nagad", "upay", "sslcommerz"})
    void payerWhoCancelsIsTold(String name) {
        Started started = start(name, "99");
        world.simulators.get(name).payer(started.payerId(), Map.of("action", "cancel"));
        assertThat(started.gateway.query(started.reference())).isInstanceOfSatisfying(Outcome.NotPaid.class, told -> assertThat(told.why()).isEqualTo(Refusal.CANCELLED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bkash", "nagad", "rocket", "upay", "sslcommerz"})
    void walletWithoutMoneyIsNotPaid(String name) {
        Started started = start(name, "98");
        world.simulators.get(name).payer(started.payerId(), Map.of("wallet", "01823074817"));
        assertThat(started.gateway.query(started.reference())).isInstanceOf(Outcome.NotPaid.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bkash", "nagad", "rocket", "upay", "sslcommerz"})
    void answerThatCannotBeReadIsNeverARefusal(String name) {
        Started started = start(name, "97");
        for (Map<String, Object> fault : faults()) {
            world.simulators.get(name).fault(with(fault, "endpoint", QUERIES.get(name)));
            assertThat(started.gateway.query(started.reference())).as(fault.toString()).isInstanceOf(Outcome.Unknown.class);
            world.simulators.get(name).fault(with(fault, "endpoint", CREATES.get(name)));
            int before = creates(name);
            assertThat(started.gateway.create(order("96"))).as(fault.toString()).isInstanceOf(Creation.Unknown.class);
            assertThat(creates(name) - before).as("what may have been done is not asked for again: " + fault).isOne();
            world.heal();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"bkash", "nagad", "upay", "sslcommerz"})
    void refundsArePartOrWholeAndNeverMore(String name) {
        Started started = start(name, "300");
        Outcome.Paid paid = paid(started);
        assertThat(refund(started, paid, "100")).isInstanceOf(RefundOutcome.Refunded.class);
        assertThat(refund(started, paid, "200.01")).isInstanceOf(RefundOutcome.Refused.class);
        assertThat(refund(started, paid, "200")).isInstanceOf(RefundOutcome.Refunded.class);
        assertThat(world.simulators.get(name).money().path("movements").valueStream().filter(move -> move.path("kind").asString("").equals("refund")
                && move.path("invoice").asString("").equals(started.order.invoice())).mapToLong(move -> move.path("poisha").asLong()).sum()).isEqualTo(30_000);
    }

    @Test
    void rocketRefundsAreDoneByHand() {
        Started started = start("rocket", "300");
        assertThat(refund(started, paid(started), "100")).isInstanceOf(RefundOutcome.ByHand.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bkash", "nagad", "upay", "sslcommerz"})
    void refundWhoseAnswerIsLostIsUnknown(String name) {
        Started started = start(name, "301");
        Outcome.Paid paid = paid(started);
        String endpoint = Map.of("bkash", "*/refund/payment/transaction", "nagad", "*/purchase/cancel", "upay", "*/bulk/refund/", "sslcommerz", "*/merchantTransIDvalidationAPI.php").get(name);
        world.simulators.get(name).fault(Map.of("endpoint", endpoint, "kind", "drop-after-commit", "times", -1));
        int before = calls(name, endpoint);
        assertThat(refund(started, paid, "10")).isInstanceOf(RefundOutcome.Unknown.class);
        assertThat(calls(name, endpoint) - before).as("a refund is never sent again by itself").isOne();
    }

    @Test
    void nagadAnswerWithATamperedSignatureIsNoAnswer() {
        world.simulators.get("nagad").fault(Map.of("endpoint", "*/initialize/*", "kind", "tamper", "set", Map.of("signature", "AAAA")));
        assertThat(gateway("nagad").create(order("50"))).isInstanceOf(Creation.Unknown.class);
    }

    @Test
    void riskySslcommerzPaymentComesWithADoubt() {
        Started started = start("sslcommerz", "51");
        world.simulators.get("sslcommerz").payer(started.payerId(), Map.of("wallet", "01619777283"));
        assertThat(started.gateway.query(started.reference())).isInstanceOfSatisfying(Outcome.Paid.class, paid -> assertThat(paid.doubt()).isNotNull());
    }

    /** After a run of failures the gateway is left alone: no call reaches it and the payer is told at once. */
    @ParameterizedTest
    @ValueSource(strings = {"bkash", "nagad", "rocket", "upay", "sslcommerz"})
    void gatewayThatKeepsFailingIsLeftAlone(String name) {
        start(name, "60");
        world.simulators.get(name).fault(Map.of("endpoint", "*", "kind", "status", "status", 503, "times", -1));
        for (int i = 0; i < 25; i++) {
            gateway(name).create(order("61"));
        }
        int calls = world.simulators.get(name).calls("/", "");
        assertThat(gateway(name).create(order("62"))).isInstanceOfSatisfying(Creation.Refused.class, refused -> assertThat(refused.why()).isEqualTo(Refusal.UNAVAILABLE));
        assertThat(world.simulators.get(name).calls("/", "")).isEqualTo(calls);
    }

    private int creates(String name) {
        return calls(name, CREATES.get(name));
    }

    /** How often a path was called that is written as in a fault, with stars for what varies. */
    private int calls(String name, String endpoint) {
        return world.simulators.get(name).calls(endpoint.replaceAll("^\\*|\\*$", ""), "");
    }

    private Outcome.Paid paid(Started started) {
        world.simulators.get(started.gateway.name()).paysWithoutComingBack(started.payerId());
        Outcome outcome = started.gateway.query(started.reference());
        return (Outcome.Paid) (outcome instanceof Outcome.Authorised ? started.gateway.confirm(started.reference()) : outcome);
    }

    private static RefundOutcome refund(Started started, Outcome.Paid paid, String amount) {
        return started.gateway.refund(new RefundOrder(started.reference(), paid.trxId(), Taka.parse(amount).orElseThrow(), Ids.next().toString(), "asked for"));
    }

    private Started start(String name, String amount) {
        Order order = order(amount);
        Creation creation = gateway(name).create(order);
        assertThat(creation).isInstanceOf(Creation.Created.class);
        return new Started(gateway(name), order, (Creation.Created) creation);
    }

    private Gateway gateway(String name) {
        return gateways.stream().filter(gateway -> gateway.name().equals(name)).findFirst().orElseThrow();
    }

    private static Order order(String amount) {
        return new Order("CT" + INVOICES.incrementAndGet() + Long.toString(System.nanoTime(), 36).toUpperCase(Locale.ROOT).substring(0, 8), Taka.parse(amount).orElseThrow(),
                "01711111111", "http://127.0.0.1:9/back/", "127.0.0.1");
    }

    private static List<Map<String, Object>> faults() {
        return List.of(Map.of("kind", "status", "status", 500, "body", "{}"), Map.of("kind", "html"), Map.of("kind", "malformed-json"), Map.of("kind", "close"),
                Map.of("kind", "drop-after-commit"));
    }

    private static Map<String, Object> with(Map<String, Object> fault, String name, Object value) {
        var more = new java.util.HashMap<>(fault);
        more.put(name, value);
        // Reads may be repeated by the wire itself.
        more.put("times", -1);
        return more;
    }
}
