package bd.cleancare.payments;

import static org.assertj.core.api.Assertions.assertThat;

import bd.cleancare.payments.ledger.Accounts;
import bd.cleancare.payments.ledger.Ledger;
import bd.cleancare.payments.ledger.LedgerCheck;
import bd.cleancare.platform.tallies.Tallies;
import bd.cleancare.shared.Taka;
import bd.cleancare.testing.Api;
import bd.cleancare.testing.AppTest;
import bd.cleancare.testing.Await;
import bd.cleancare.testing.People;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Payers, gateways and wires that do anything at any time. Afterwards every taka the gateways took stands in the ledger and nothing
 * else does. {@code -Dpayments.random=1000 -Dpayments.seed=…} makes it longer or other.
 */
@AppTest
@Import(PaymentWorld.class)
class RandomRunTest {

    private static final int PAYMENTS = Integer.getInteger("payments.random", 120);
    private static final long SEED = Long.getLong("payments.seed", 20261122L);
    private static final List<String> METHODS = List.of("bkash", "nagad", "rocket", "upay");
    private static final List<Map<String, Object>> FAULTS = List.of(
            Map.of("kind", "drop-after-commit"), Map.of("kind", "close"), Map.of("kind", "html"), Map.of("kind", "malformed-json"),
            Map.of("kind", "status", "status", 500), Map.of("kind", "delay", "delay_ms", 300), Map.of("kind", "401"),
            Map.of("kind", "repeat-callback", "count", 3), Map.of("kind", "no-callback"), Map.of("kind", "early-callback"));

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
    @Autowired
    LedgerCheck check;
    @Autowired
    Tallies tallies;

    @Test
    void everyTakaIsAccountedFor() throws InterruptedException {
        world.heal();
        var before = new HashMap<String, Long>();
        METHODS.forEach(method -> before.put(method, unbooked(method)));
        var random = new Random(SEED);
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < PAYMENTS; i++) {
                long seed = random.nextLong();
                threads.submit(() -> somebodyPays(new Random(seed)));
            }
            threads.shutdown();
            assertThat(threads.awaitTermination(10, TimeUnit.MINUTES)).isTrue();
        }
        settleEverything();
        assertThat(check.check().problems()).isEmpty();
        assertThat(tallies.check()).as("the dashboard counted along").allMatch(finding -> finding.differences() == 0);
        assertThat(ledger.trialBalance().values().stream().reduce(Taka.ZERO, Taka::plus)).isEqualTo(Taka.ZERO);
        METHODS.forEach(method -> assertThat(unbooked(method)).as(method + " money that is not booked").isEqualTo(before.get(method)));
        assertThat(db.sql("SELECT count(*) FROM bills WHERE credited_poisha > demand_poisha").query(Integer.class).single()).isZero();
        assertThat(db.sql("SELECT count(*) FROM payment_attempts WHERE confirms > 2").query(Integer.class).single()).isZero();
        assertThat(db.sql("SELECT count(*) FROM payments p WHERE p.status IN ('paid', 'applied') AND NOT EXISTS (SELECT FROM receipts r WHERE r.payment_id = p.id)")
                .query(Integer.class).single()).isZero();
    }

    private void somebodyPays(Random random) {
        var citizen = people.citizen();
        String method = METHODS.get(random.nextInt(METHODS.size()));
        GatewayControl simulator = world.simulators.get(method);
        UUID bill = world.bill(citizen, random.nextInt(10, 5000) + "." + random.nextInt(10, 99));
        if (random.nextInt(3) == 0) {
            simulator.fault(FAULTS.get(random.nextInt(FAULTS.size())));
        }
        Api.Answer begun = null;
        for (int tries = 0; tries < 3 && (begun == null || begun.status() != 200); tries++) {
            begun = world.pay(citizen, bill, method, "only");
        }
        if (begun.status() != 200) {
            return;
        }
        switch (random.nextInt(8)) {
            case 0 -> simulator.payer(world.payerIdOf(begun), Map.of("action", "cancel", "follow", true));
            case 1 -> simulator.payer(world.payerIdOf(begun), Map.of("wallet", "01823074817", "follow", true));
            case 2 -> simulator.paysWithoutComingBack(world.payerIdOf(begun));
            case 3 -> {
                // goes away
            }
            default -> simulator.pays(world.payerIdOf(begun));
        }
    }

    /** The wires are whole again and time has passed. */
    private void settleEverything() {
        world.heal();
        db.sql("UPDATE payment_attempts SET next_check_at = now(), lease_until = NULL WHERE next_check_at IS NOT NULL").update();
        db.sql("UPDATE payments SET expires_at = now() + interval '3 seconds' WHERE status IN ('created', 'awaiting_payer', 'confirming', 'unknown')").update();
        try {
            Await.until(() -> {
                db.sql("UPDATE payment_attempts SET next_check_at = now() WHERE next_check_at > now() + interval '2 seconds' AND lease_until IS NULL").update();
                return db.sql("SELECT count(*) FROM payments WHERE status IN ('created', 'awaiting_payer', 'confirming', 'unknown', 'paid_late')").query(Integer.class).single() == 0;
            }, Duration.ofSeconds(60));
        } catch (AssertionError late) {
            throw new AssertionError(db.sql("""
                    SELECT p.transaction_id, p.status, a.gateway, a.status AS attempt, a.next_check_at, a.lease_until, a.checks FROM payments p
                    JOIN payment_attempts a ON a.payment_id = p.id WHERE p.status IN ('created', 'awaiting_payer', 'confirming', 'unknown')""").query().listOfRows().toString());
        }
    }

    /** What the gateway holds for us, less what the ledger says it holds. */
    private long unbooked(String method) {
        return world.simulators.get(method).money().path("net_poisha").asLong() - ledger.balance(Accounts.clearing(method)).poisha();
    }
}
