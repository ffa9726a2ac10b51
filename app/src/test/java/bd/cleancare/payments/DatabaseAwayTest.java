package bd.cleancare.payments;

import static bd.cleancare.payments.PaymentWorld.paymentOf;
import static org.assertj.core.api.Assertions.assertThat;

import bd.cleancare.testing.Api;
import bd.cleancare.testing.AppTest;
import bd.cleancare.testing.Await;
import bd.cleancare.testing.People;
import bd.cleancare.testing.People.Person;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** J20: the payer comes back from the gateway and there is no database to be had. */
@AppTest
@Import(PaymentWorld.class)
class DatabaseAwayTest {

    @Autowired
    Api api;
    @Autowired
    People people;
    @Autowired
    PaymentWorld world;
    @Autowired
    HikariDataSource pool;

    @Test
    void callbackWithoutADatabaseIsToldToComeBackAndThePollerFindsTheMoney() throws SQLException {
        world.heal();
        Person citizen = people.citizen();
        var begun = world.pay(citizen, world.bill(citizen, "909"), "bkash");
        String id = world.gatewayPaymentOf(begun);
        world.bkash.paysWithoutComingBack(id);
        String back = "/api/payments/bkash/callback/?status=success&paymentID=" + id;
        var taken = new ArrayList<Connection>();
        try {
            takeAll(taken);
            assertThat(api.get(back).status()).isEqualTo(503);
            var browser = api.with("Accept", "text/html").get(back);
            assertThat(browser.status()).as("a payer who has paid is shown our page, not our fault").isEqualTo(303);
            var page = api.with("Accept", "text/html").get(java.net.URI.create(browser.header("Location")).getPath());
            assertThat(page.status()).isIn(200, 503);
            assertThat(page.header("Content-Type")).startsWith("text/html");
        } finally {
            for (Connection connection : taken) {
                connection.close();
            }
        }
        assertThat(world.status(paymentOf(begun))).isEqualTo("awaiting_payer");
        world.askNow(paymentOf(begun));
        world.awaitStatus(paymentOf(begun), "paid");
        assertThat(world.bkash.calls("/execute", id)).isOne();
        assertThat(world.ledgerEntries(paymentOf(begun))).isOne();
    }

    /** What works in the background wants the last ones too, so it may take a while. */
    private void takeAll(List<Connection> taken) {
        Await.until(() -> {
            try {
                taken.add(pool.getConnection());
            } catch (SQLTransientConnectionException _) {
                return false;
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            return taken.size() == pool.getMaximumPoolSize();
        }, Duration.ofSeconds(60));
    }
}
