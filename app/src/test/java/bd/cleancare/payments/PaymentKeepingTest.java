package bd.cleancare.payments;

import static bd.cleancare.payments.PaymentWorld.paymentOf;
import static org.assertj.core.api.Assertions.assertThat;

import bd.cleancare.testing.Api;
import bd.cleancare.testing.AppTest;
import bd.cleancare.testing.People;
import bd.cleancare.testing.People.Person;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is kept of old payments, when unfinished ones are asked about, and how the gateways are. */
@AppTest
@Import(PaymentWorld.class)
class PaymentKeepingTest {

    @Autowired
    Api api;
    @Autowired
    People people;
    @Autowired
    PaymentWorld world;
    @Autowired
    JdbcClient db;
    @Autowired
    Expunging expunging;
    @Autowired
    Confirmation confirmation;
    @Autowired
    PaymentSettings settings;

    Person citizen;

    @BeforeEach
    void somebody() {
        world.heal();
        citizen = people.citizen();
    }

    @AfterEach
    void heal() {
        world.heal();
    }

    @Test
    void oldPaymentsLoseTheirPayersWalletAndKeepTheirMoney() {
        UUID old = paid("nagad", "400");
        UUID young = paid("nagad", "410");
        UUID underWay = paymentOf(world.pay(citizen, world.bill(citizen, "420"), "nagad"));
        age(old, underWay);
        expunging.run();
        assertThat(wallet(old)).isEqualTo("null null");
        assertThat(wallet(young)).doesNotContain("null");
        assertThat(wallet(underWay)).as("not over").startsWith("+880");
        var shown = api.as(citizen.accessToken()).get("/api/payments/" + old + "/");
        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.body().path("phone_number").isNull()).isTrue();
        assertThat(api.as(citizen.accessToken()).get("/api/payments/" + old + "/receipt/").status()).isEqualTo(200);
        assertThat(world.ledgerEntries(old)).isOne();
    }

    /** What the rows say and what the ledger says differ: that is evidence, and it stays. */
    @Test
    void paymentThatDisagreesWithTheLedgerIsKept() {
        UUID odd = paid("upay", "430");
        db.sql("UPDATE payments SET amount_poisha = amount_poisha + 1 WHERE id = ?").param(odd).update();
        age(odd);
        assertThat(expunging.run()).isPositive();
        assertThat(wallet(odd)).startsWith("+880");
        db.sql("UPDATE payments SET amount_poisha = amount_poisha - 1 WHERE id = ?").param(odd).update();
        age(odd);
        expunging.run();
        assertThat(wallet(odd)).isEqualTo("null null");
    }

    /** Asked after 1 minute, then after 2, 5, 10, 30 minutes, an hour, and every three hours. */
    @Test
    void unfinishedAttemptIsAskedAboutLessAndLessOften() {
        UUID payment = paymentOf(world.pay(citizen, world.bill(citizen, "440"), "bkash"));
        for (int minutes : List.of(2, 5, 10, 30, 60, 180, 180)) {
            db.sql("UPDATE payment_attempts SET next_check_at = now() + interval '1 day' WHERE payment_id = ?").param(payment).update();
            confirmation.ofPayment(payment);
            int next = db.sql("SELECT round(extract(epoch FROM next_check_at - updated_at) / 60) FROM payment_attempts WHERE payment_id = ?").param(payment).query(Integer.class).single();
            assertThat(next).isEqualTo(minutes);
        }
    }

    @Test
    void eachGatewaysHealthIsShownAndNoneMakesTheProcessUnwell() {
        for (int i = 0; i < 12; i++) {
            world.bkash.fault(Map.of("endpoint", "*/create", "kind", "close"));
            world.pay(citizen, world.bill(citizen, "45" + i), "bkash");
        }
        var health = api.get("/actuator/health/payments");
        assertThat(health.status()).isEqualTo(200);
        var components = health.body().path("components").path("gateways").path("components");
        assertThat(components.path("bkash").path("status").asString()).as(health.text()).isEqualTo("RESTING");
        assertThat(components.path("nagad").path("status").asString()).isEqualTo("UP");
        assertThat(api.get("/actuator/health/liveness").body().path("status").asString()).isEqualTo("UP");
        assertThat(api.get("/actuator/health").body().path("status").asString()).isEqualTo("UP");
        assertThat(api.as(citizen.accessToken()).get("/api/payments/gateways/").status()).isEqualTo(403);
        assertThat(api.as(people.admin().accessToken()).get("/api/payments/gateways/").body().path("gateways").path("bkash").asString()).isEqualTo("open");
        Person chief = people.superAdmin();
        assertThat(api.as(chief.accessToken()).post("/api/payments/gateways/bkash/wake/", Map.of()).body().path("gateways").path("bkash").asString()).isEqualTo("closed");
        assertThat(api.as(chief.accessToken()).post("/api/payments/gateways/nobody/wake/", Map.of()).status()).isEqualTo(404);
    }

    @Test
    void installationWithoutGatewaysIsWell() {
        var contributor = GatewayHealth.gatewaysHealthContributor(new Gateways(List.of(), settings));
        assertThat(((HealthIndicator) contributor).health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void historyIsFilteredByDateMethodAndStatusAndPaged() {
        UUID first = paid("nagad", "460");
        UUID second = paid("upay", "470");
        UUID open = paymentOf(world.pay(citizen, world.bill(citizen, "480"), "bkash"));
        db.sql("UPDATE payments SET created_at = '2026-01-15T10:00:00+06:00' WHERE id = ?").param(first).update();
        assertThat(history("")).hasSize(3);
        assertThat(history("?payment_method=upay")).containsExactly(second);
        assertThat(history("?status=completed")).containsExactlyInAnyOrder(first, second);
        assertThat(history("?status=processing")).containsExactly(open);
        assertThat(history("?from=2026-01-15&to=2026-01-15")).containsExactly(first);
        assertThat(history("?to=2026-01-14")).isEmpty();
        assertThat(history("?from=%E0%A7%A8%E0%A7%A6%E0%A7%A8%E0%A7%AC-%E0%A7%A6%E0%A7%A7-%E0%A7%A7%E0%A7%AC&payment_method=nagad")).as("Bangla digits").isEmpty();
        assertThat(history("?page=2&page_size=2")).containsExactly(first);
        for (String bad : List.of("?payment_method=cow", "?status=maybe", "?from=15-01-2026")) {
            assertThat(api.as(citizen.accessToken()).get("/api/payments/history/" + bad).status()).as(bad).isEqualTo(400);
        }
    }

    private List<UUID> history(String query) {
        return api.as(citizen.accessToken()).get("/api/payments/history/" + query).body().path("payments").valueStream().map(each -> UUID.fromString(each.path("id").asString())).toList();
    }

    private UUID paid(String method, String taka) {
        var begun = world.pay(citizen, world.bill(citizen, taka), method);
        world.simulators.get(method).pays(world.payerIdOf(begun));
        world.awaitStatus(paymentOf(begun), "paid");
        return paymentOf(begun);
    }

    private void age(UUID... payments) {
        db.sql("UPDATE payments SET updated_at = now() - interval '8 years' WHERE id = ANY(?)").param(payments).update();
    }

    private String wallet(UUID payment) {
        return db.sql("SELECT coalesce(p.phone, 'null') || ' ' || coalesce(a.payer_masked, 'null') FROM payments p JOIN payment_attempts a ON a.payment_id = p.id WHERE p.id = ?")
                .param(payment).query(String.class).single();
    }
}
