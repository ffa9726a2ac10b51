package bd.cleancare.payments;

import static bd.cleancare.payments.PaymentWorld.paymentOf;
import static org.assertj.core.api.Assertions.assertThat;

import bd.cleancare.testing.AppTest;
import bd.cleancare.testing.People;
import bd.cleancare.testing.People.Person;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A gateway that has forgotten a payment, as a simulator has that was started anew: the payment ends, and its bill can be paid. */
@AppTest
@Import(PaymentWorld.class)
class ForgottenPaymentTest {

    @Autowired
    People people;
    @Autowired
    PaymentWorld world;
    @Autowired
    JdbcClient db;

    /** Those that say so end when their time is over, the others when nobody may expect an answer any more. */
    @ParameterizedTest
    @CsvSource({"bkash,0", "upay,0", "nagad,4", "rocket,4"})
    void openPaymentOfBeforeEndsAndItsBillCanBePaid(String method, int daysAgo) {
        world.heal();
        Person citizen = people.citizen();
        UUID bill = world.bill(citizen, "451");
        UUID payment = paymentOf(world.pay(citizen, bill, method));
        db.sql("UPDATE payment_attempts SET gateway_payment_id = :other, invoice = :other WHERE payment_id = :payment")
                .param("other", "TR00GONE" + payment.toString().replace("-", "").substring(20)).param("payment", payment).update();
        db.sql("UPDATE payment_attempts SET created_at = now() - make_interval(days => ?) WHERE payment_id = ?").param(daysAgo).param(payment).update();
        db.sql("UPDATE payments SET expires_at = now() WHERE id = ?").param(payment).update();
        world.askNow(payment);
        world.awaitStatus(payment, "expired");
        var again = world.pay(citizen, bill, method);
        assertThat(again.status()).as(again.text()).isEqualTo(200);
        world.simulators.get(method).pays(world.payerIdOf(again));
        world.awaitStatus(paymentOf(again), "paid");
    }
}
