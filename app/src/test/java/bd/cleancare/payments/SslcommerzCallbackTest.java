package bd.cleancare.payments;

import static bd.cleancare.payments.PaymentWorld.paymentOf;
import static org.assertj.core.api.Assertions.assertThat;

import bd.cleancare.testing.Api;
import bd.cleancare.testing.AppTest;
import bd.cleancare.testing.People;
import bd.cleancare.testing.People.Person;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The aggregator's browser and its notice come to one door: the checksum opens it, the validation decides. */
@AppTest
@Import(PaymentWorld.class)
class SslcommerzCallbackTest {

    @Autowired
    Api api;
    @Autowired
    People people;
    @Autowired
    PaymentWorld world;
    @Autowired
    JdbcClient db;

    Person citizen;
    UUID payment;
    String session;

    @BeforeEach
    void somebodyIsAtTheAggregator() {
        world.heal();
        citizen = people.citizen();
        payment = paymentOf(world.pay(citizen, world.bill(citizen, "377"), "rocket"));
        session = world.throughSslcommerz(payment, citizen);
    }

    @Test
    void formWithoutAGenuineChecksumIsNotEvenLookedUp() {
        String invoice = db.sql("SELECT invoice FROM payment_attempts WHERE gateway_payment_id = ?").param(session).query(String.class).single();
        world.simulators.get("sslcommerz").fault(Map.of("kind", "no-ipn"));
        world.simulators.get("sslcommerz").paysWithoutComingBack(session);
        int asked = calls();
        for (String sign : new String[] {"", "&verify_key=tran_id&verify_sign=00000000000000000000000000000000", "&verify_key=&verify_sign=d41d8cd98f00b204e9800998ecf8427e"}) {
            var answer = api.send(api.request("/api/payments/sslcommerz/callback/").header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString("status=VALID&tran_id=" + invoice + "&amount=377.00" + sign)));
            assertThat(answer.status()).isEqualTo(404);
        }
        assertThat(calls()).isEqualTo(asked);
        assertThat(world.status(payment)).isEqualTo("awaiting_payer");
    }

    /** The notice comes thrice beside the browser; the payment is paid once, and only after the validation was called. */
    @Test
    void genuineOnesPayOnceAfterTheValidation() {
        world.simulators.get("sslcommerz").fault(Map.of("kind", "repeat-ipn", "count", 3));
        world.simulators.get("sslcommerz").pays(session);
        world.awaitStatus(payment, "paid");
        assertThat(world.simulators.get("sslcommerz").calls("/validationserverAPI.php", "")).isPositive();
        assertThat(world.ledgerEntries(payment)).isOne();
        assertThat(world.receipts(payment)).isOne();
    }

    private int calls() {
        return world.simulators.get("sslcommerz").calls("/validator/", "");
    }
}
