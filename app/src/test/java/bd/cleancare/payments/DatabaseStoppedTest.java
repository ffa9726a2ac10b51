package bd.cleancare.payments;

import static org.assertj.core.api.Assertions.assertThat;

import bd.cleancare.testing.Api;
import bd.cleancare.testing.Await;
import bd.cleancare.testing.SpawnedApp;
import bd.cleancare.testing.TestDatabase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** J20: the database server itself is gone while the payer comes back, and is there again later. */
class DatabaseStoppedTest {

    @TempDir
    static Path directory;

    private final int port = freePort();

    @Test
    void payerIsToldToComeBackAndThePollerFindsTheMoneyOnceTheServerIsThere() throws Exception {
        EmbeddedPostgres server = TestDatabase.server(directory.resolve("postgres"), port);
        try (var app = SpawnedApp.start(server.getJdbcUrl("postgres", "postgres"), directory.resolve("data"))) {
            Api payer = app.api().as(app.register("01911000007", "যিনি কর দেন"));
            var begun = payer.post("/api/payments/process/", Map.of("service_type", "Holding Tax", "amount", "515", "payment_method", "bkash", "phone_number", "01711111111"));
            assertThat(begun.status()).as(begun.text()).isEqualTo(200);
            String address = begun.body().path("bkash_url").asString();
            String id = address.replaceAll(".*paymentI[Dd]=([^&]+).*", "$1");
            var bkash = new GatewayControl(URI.create(address).resolve("/").toString().replaceAll("/$", ""));
            bkash.paysWithoutComingBack(id);

            server.close();
            String back = "/api/payments/bkash/callback/?status=success&paymentID=" + id;
            assertThat(app.api().get(back).status()).isEqualTo(503);
            var browser = app.api().with("Accept", "text/html").get(back);
            assertThat(browser.status()).isIn(303, 503);
            assertThat(bkash.calls("/execute", id)).as("nothing is taken that cannot be written down").isZero();

            server = TestDatabase.server(directory.resolve("postgres"), port);
            askNow(server);
            String payment = "/api/payments/" + begun.body().path("payment_id").asString() + "/";
            Await.until(() -> payer.get(payment).body().path("status").asString().equals("completed"), Duration.ofSeconds(60));
            assertThat(bkash.calls("/execute", id)).isOne();
            assertThat(payer.get(payment + "receipt/").status()).isEqualTo(200);
        } finally {
            server.close();
        }
    }

    /** The poller's turn, without the minutes. */
    private static void askNow(EmbeddedPostgres server) throws SQLException {
        try (var connection = DriverManager.getConnection(server.getJdbcUrl("postgres", "postgres")); var statement = connection.createStatement()) {
            statement.execute("UPDATE payment_attempts SET next_check_at = now() WHERE next_check_at IS NOT NULL");
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
