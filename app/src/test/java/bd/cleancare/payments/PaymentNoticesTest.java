package bd.cleancare.payments;

import static bd.cleancare.payments.PaymentWorld.paymentOf;
import static org.assertj.core.api.Assertions.assertThat;

import bd.cleancare.testing.Api;
import bd.cleancare.testing.AppTest;
import bd.cleancare.testing.Await;
import bd.cleancare.testing.People;
import bd.cleancare.testing.People.Person;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What payers are told. */
@AppTest
@Import(PaymentWorld.class)
class PaymentNoticesTest {

    @Autowired
    PaymentWorld world;
    @Autowired
    People people;
    @Autowired
    Api api;
    @Autowired
    JdbcClient db;

    private Person citizen;
    private UUID bill;

    @BeforeEach
    void aBill() {
        world.heal();
        citizen = people.citizen();
        bill = world.bill(citizen, "620");
    }

    @Test
    void aPaymentItsReceiptAndWhatGoesBackAreTold() {
        var begun = world.pay(citizen, bill, "bkash");
        world.bkash.pays(world.gatewayPaymentOf(begun));
        world.awaitStatus(paymentOf(begun), "paid");
        assertThat(toldOf(begun)).containsExactlyInAnyOrder("payment_completed", "receipt_ready");
        var asked = api.as(people.admin().accessToken()).with("Idempotency-Key", UUID.randomUUID().toString())
                .post("/api/payments/" + paymentOf(begun) + "/refunds/", Map.of("amount", "620", "refundable", "620", "reason", "paid for the wrong house"));
        api.as(people.admin().accessToken()).post("/api/payments/refunds/" + asked.body().path("id").asString() + "/approve/", Map.of());
        world.awaitStatus(paymentOf(begun), "refunded");
        assertThat(toldOf(begun)).contains("payment_refunded");
    }

    @Test
    void whoCancelsAtTheWalletKnowsIt() {
        var begun = world.pay(citizen, bill, "bkash");
        world.bkash.payer(world.gatewayPaymentOf(begun), Map.of("action", "cancel", "follow", true));
        world.awaitStatus(paymentOf(begun), "cancelled");
        assertThat(toldOf(begun)).isEmpty();
    }

    @Test
    void whatTheGatewayRefusesIsToldUnderTheBellAndBySms() {
        var begun = world.pay(citizen, bill, "bkash");
        world.bkash.payer(world.gatewayPaymentOf(begun), Map.of("wallet", "01823074817", "follow", true));
        world.awaitStatus(paymentOf(begun), "failed");
        assertThat(toldOf(begun)).containsExactly("payment_failed");
        Await.until(() -> world.messagesTo(citizen) == 1);
    }

    @Test
    void whoWalksAwayFromTheWalletIsNotRunAfter() {
        var begun = world.pay(citizen, bill, "bkash");
        expires(begun);
        assertThat(toldOf(begun)).isEmpty();
    }

    @Test
    void whoApprovedAndNeverHeardIsTold() {
        var begun = world.pay(citizen, bill, "bkash");
        db.sql("UPDATE payment_attempts SET confirms = 1 WHERE payment_id = ?").param(paymentOf(begun)).update();
        expires(begun);
        assertThat(toldOf(begun)).containsExactly("payment_failed");
    }

    /** The gateway has forgotten it and will never say. */
    private void expires(Api.Answer begun) {
        UUID payment = paymentOf(begun);
        String gone = "TR00GONE" + payment.toString().replace("-", "").substring(20);
        db.sql("UPDATE payment_attempts SET gateway_payment_id = :gone, invoice = :gone WHERE payment_id = :payment").param("gone", gone).param("payment", payment).update();
        db.sql("UPDATE payments SET expires_at = now() WHERE id = ?").param(payment).update();
        world.askNow(payment);
        world.awaitStatus(payment, "expired");
    }

    /** Once all that happened to the payment has been passed on. */
    private List<String> toldOf(Api.Answer begun) {
        UUID payment = paymentOf(begun);
        Await.until(() -> db.sql("SELECT count(*) FROM payment_events WHERE payment_id = ? AND published_at IS NULL").param(payment).query(Long.class).single() == 0);
        return db.sql("SELECT event FROM notification_facts WHERE path = ? ORDER BY sequence").param("/payments/" + payment + "/").query(String.class).list();
    }
}
