package bd.cleancare.payments;

import static bd.cleancare.payments.PaymentWorld.paymentOf;
import static org.assertj.core.api.Assertions.assertThat;

import bd.cleancare.testing.Api;
import bd.cleancare.testing.People;
import bd.cleancare.testing.People.Person;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody with a bill and a bKash wallet; the gateway's money moves when we say so. The numbers in the tests are those of the fault matrix. */
abstract class BkashPayments {

    static final String BACK = "/api/payments/bkash/callback/?status=success&paymentID=";

    @Autowired
    Api api;
    @Autowired
    People people;
    @Autowired
    PaymentWorld world;
    @Autowired
    JdbcClient db;

    Person citizen;
    UUID bill;

    @BeforeEach
    void somebodyOwesSomething() {
        world.heal();
        citizen = people.citizen();
        bill = world.bill(citizen, "1234.50");
    }

    @AfterEach
    void heal() {
        world.heal();
    }

    String attempts(UUID payment) {
        return db.sql("SELECT string_agg(status, ',' ORDER BY number) FROM payment_attempts WHERE payment_id = ?").param(payment).query(String.class).single();
    }

    void assertPaidOnce(UUID payment) {
        assertThat(world.status(payment)).isEqualTo("paid");
        assertThat(world.ledgerEntries(payment)).isOne();
        assertThat(world.receipts(payment)).isOne();
        assertThat(api.as(citizen.accessToken()).get("/api/payments/bills/" + bill + "/").body().path("status").asString()).isEqualTo("settled");
    }
}
