package bd.cleancare.payments;

import static org.assertj.core.api.Assertions.assertThat;

import bd.cleancare.payments.gateway.Gateway;
import bd.cleancare.payments.ledger.Ledger;
import bd.cleancare.payments.ledger.LedgerCheck;
import bd.cleancare.shared.Ids;
import bd.cleancare.shared.Taka;
import bd.cleancare.simulators.bkash.BkashGateway;
import bd.cleancare.simulators.nagad.NagadGateway;
import bd.cleancare.simulators.rocket.RocketGateway;
import bd.cleancare.simulators.sslcommerz.SslcommerzGateway;
import bd.cleancare.simulators.upay.UpayGateway;
import bd.cleancare.testing.Api;
import bd.cleancare.testing.Await;
import bd.cleancare.testing.People;
import bd.cleancare.testing.People.Person;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** What tests of payments need again and again. */
@TestComponent
@Lazy
class PaymentWorld {

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    final GatewayControl bkash;
    final Map<String, GatewayControl> simulators;
    private final JdbcClient db;
    private final Api api;
    private final People people;
    private final List<Gateway> gateways;
    private final PaymentStore payments;
    private final Beginning beginning;
    private final TransactionOperations transaction;
    private final Ledger ledger;
    private final LedgerCheck check;

    PaymentWorld(JdbcClient db, Api api, People people, BkashGateway bkash, NagadGateway nagad, RocketGateway rocket, UpayGateway upay, SslcommerzGateway sslcommerz,
            List<Gateway> gateways, PaymentStore payments, Beginning beginning, TransactionOperations transaction, Ledger ledger, LedgerCheck check) {
        this.db = db;
        this.api = api;
        this.people = people;
        this.bkash = new GatewayControl(bkash.baseUrl());
        this.simulators = Map.of("bkash", this.bkash, "nagad", new GatewayControl(nagad.baseUrl()), "rocket", new GatewayControl(rocket.baseUrl()),
                "upay", new GatewayControl(upay.baseUrl()), "sslcommerz", new GatewayControl(sslcommerz.baseUrl()));
        this.gateways = gateways;
        this.payments = payments;
        this.beginning = beginning;
        this.transaction = transaction;
        this.ledger = ledger;
        this.check = check;
    }

    /** No faults left over, no gateway resting because of the test before. */
    void heal() {
        simulators.values().forEach(GatewayControl::heal);
        gateways.forEach(gateway -> gateway.http().wake());
    }

    /** As after a run of failures: the gateway is left alone. */
    void rest(String name) {
        gateways.stream().filter(gateway -> gateway.name().equals(name)).forEach(gateway -> gateway.http().rest());
    }

    /** Somebody who has never paid, at gateways without faults. */
    Person newPayer() {
        heal();
        return people.citizen();
    }

    void assertBooksAreInOrder() {
        assertThat(check.check().problems()).isEmpty();
        assertThat(ledger.trialBalance().values().stream().reduce(Taka.ZERO, Taka::plus)).isEqualTo(Taka.ZERO);
    }

    UUID bill(Person owner, String taka) {
        return bill(owner, taka, LocalDate.now().plusDays(30));
    }

    UUID bill(Person owner, String taka, LocalDate dueOn) {
        int number = NUMBERS.incrementAndGet();
        UUID holding = Ids.next();
        UUID bill = Ids.next();
        db.sql("INSERT INTO holdings (id, number, shown_number, owner_id, owner_name, ward_number) VALUES (?, ?, ?, ?, 'Owner', '7')")
                .param(holding).param("h-" + number).param("H-" + number).param(owner.id()).update();
        db.sql("INSERT INTO bills (id, number, holding_id, service_type, period, demand_poisha, due_on) VALUES (?, ?, ?, 'holding-tax', '2026-27', ?, ?)")
                .param(bill).param("B" + number).param(holding).param(Taka.parse(taka).orElseThrow().poisha()).param(dueOn).update();
        return bill;
    }

    /** By Nagad and then by Upay, which both move money by themselves: what came second waits to go back. */
    UUID paidTwice(Person owner, UUID bill) {
        Api.Answer one = pay(owner, bill, "nagad");
        String nagad = payerIdOf(one);
        Api.Answer two = api.as(owner.accessToken()).with("Idempotency-Key", UUID.randomUUID().toString())
                .post("/api/payments/" + paymentOf(one) + "/again/", Map.of("payment_method", "upay", "phone_number", "01711111111"));
        String upay = payerIdOf(two);
        simulators.get("nagad").pays(nagad);
        simulators.get("upay").pays(upay);
        Await.until(() -> db.sql("SELECT count(*) FROM refunds WHERE payment_id = ?").param(paymentOf(one)).query(Integer.class).single() == 1);
        return paymentOf(one);
    }

    String holdingOf(UUID bill) {
        return db.sql("SELECT h.shown_number FROM holdings h JOIN bills b ON b.holding_id = h.id WHERE b.id = ?").param(bill).query(String.class).single();
    }

    Api.Answer pay(Person person, UUID bill, String method) {
        return pay(person, bill, method, UUID.randomUUID().toString());
    }

    Api.Answer pay(Person person, UUID bill, String method, String key) {
        return api.as(person.accessToken()).with("Idempotency-Key", key)
                .post("/api/payments/bills/" + bill + "/pay/", Map.of("payment_method", method, "phone_number", "01711111111"));
    }

    /** A further attempt at an open payment, through the aggregator; its session there. */
    String throughSslcommerz(UUID payment, Person person) {
        Gateway sslcommerz = gateways.stream().filter(gateway -> gateway.name().equals("sslcommerz")).findFirst().orElseThrow();
        Payment current = payments.find(payment).orElseThrow();
        Attempt attempt = transaction.execute(_ -> beginning.attempt(payments.lock(payment), Method.ROCKET, sslcommerz));
        beginning.send(attempt, sslcommerz, new PaymentOrder(person.id(), null, current.serviceLabel(), current.amount(), Method.ROCKET, person.phone(), current.bill(), null, null,
                api.base(), "127.0.0.1"));
        return db.sql("SELECT gateway_payment_id FROM payment_attempts WHERE id = ?").param(attempt.id()).query(String.class).single();
    }

    /** A bill of somebody's, paid. */
    UUID paid(Person payer, String method, String taka) {
        var begun = pay(payer, bill(payer, taka), method);
        simulators.get(method).pays(payerIdOf(begun));
        return paymentOf(begun);
    }

    /** Where the payer is sent to at the gateway. */
    String pageOf(String gatewayPayment) {
        return db.sql("SELECT redirect_url FROM payment_attempts WHERE gateway_payment_id = ?").param(gatewayPayment).query(String.class).single();
    }

    Api.Answer atTheCounter(Person clerk, UUID bill, String taka, String method, String reference) {
        var body = new java.util.HashMap<String, Object>(Map.of("payment_method", method, "amount", taka));
        if (reference != null) {
            body.put("reference", reference);
        }
        return api.as(clerk.accessToken()).with("Idempotency-Key", UUID.randomUUID().toString()).post("/api/payments/bills/" + bill + "/counter/", body);
    }

    Api.Answer process(Person person, Object amount) {
        return api.as(person.accessToken()).post("/api/payments/process/", Map.of("service_type", "Holding Tax", "amount", amount, "payment_method", "bkash",
                "phone_number", "+8801711111111"));
    }

    String gatewayPaymentOf(Api.Answer begun) {
        return db.sql("SELECT gateway_payment_id FROM payment_attempts WHERE payment_id = ? ORDER BY number DESC LIMIT 1")
                .param(paymentOf(begun)).query(String.class).single();
    }

    /** What the simulator's payer page calls the payment. */
    String payerIdOf(Api.Answer begun) {
        return db.sql("SELECT CASE gateway WHEN 'upay' THEN invoice ELSE gateway_payment_id END FROM payment_attempts WHERE payment_id = ? ORDER BY number DESC LIMIT 1")
                .param(paymentOf(begun)).query(String.class).single();
    }

    /** The payment's page as its payer sees it, in Bangla. */
    String page(Person payer, UUID payment) {
        return api.with("Cookie", "session=" + people.cookieOf(payer)).get("/payments/" + payment + "/").text();
    }

    static UUID paymentOf(Api.Answer begun) {
        return UUID.fromString(begun.body().path("payment_id").asString());
    }

    String status(UUID payment) {
        return db.sql("SELECT status FROM payments WHERE id = ?").param(payment).query(String.class).single();
    }

    void awaitStatus(UUID payment, String status) {
        try {
            Await.until(() -> status(payment).equals(status), Duration.ofSeconds(15));
        } catch (AssertionError late) {
            throw new AssertionError("expected " + status + ", is " + status(payment) + ": " + db.sql("SELECT event, reason FROM payment_events WHERE payment_id = ? ORDER BY sequence")
                    .param(payment).query().listOfRows());
        }
    }

    /** The poller's turn, without the minutes. */
    void askNow(UUID payment) {
        db.sql("UPDATE payment_attempts SET next_check_at = now() WHERE payment_id = ? AND next_check_at IS NOT NULL").param(payment).update();
    }

    int ledgerEntries(UUID payment) {
        return db.sql("SELECT count(*) FROM ledger_transactions WHERE kind = 'payment' AND reference = ?").param(payment.toString()).query(Integer.class).single();
    }

    int receipts(UUID payment) {
        return db.sql("SELECT count(*) FROM receipts WHERE payment_id = ?").param(payment).query(Integer.class).single();
    }

    int messagesTo(Person person) {
        return db.sql("SELECT count(*) FROM outgoing_messages WHERE address = ?").param(person.phone().canonical()).query(Integer.class).single();
    }
}
