package bd.cleancare.payments;

import static org.assertj.core.api.Assertions.assertThat;

import bd.cleancare.shared.CityTime;
import bd.cleancare.testing.Api;
import bd.cleancare.testing.Await;
import bd.cleancare.testing.SpawnedApp;
import bd.cleancare.testing.TestDatabase;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The whole demo is killed, its simulated gateways with it, while an event waits to be told. The next start knows everything again and goes
 * on from there.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GatewaysRestartTest {

    private static final List<String> METHODS = List.of("bkash", "nagad", "rocket", "upay");

    @TempDir
    static Path data;

    private final String jdbcUrl = TestDatabase.freshDatabase();
    private final Map<String, GatewayControl> gateways = new HashMap<>();
    private SpawnedApp app;
    private String citizen;
    private String chief;
    private String untold;

    @BeforeAll
    void payAndBeKilled() throws Exception {
        try (SpawnedApp first = start()) {
            app = first;
            citizen = app.register("01911000004", "যিনি কর দেন");
            chief = app.register("01911000005", "যিনি কর দেন");
            execute("UPDATE users SET role = 'super_admin' WHERE phone = '+8801911000005'");
            for (String method : METHODS) {
                pay(method);
            }
            gateways.get("upay").send("POST", "/__sim/statement", Map.of("mistake", "amount", "poisha", 100));
            try (var connection = DriverManager.getConnection(jdbcUrl, "postgres", ""); var statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                // Nothing can be told while nobody may write what is to be told.
                statement.execute("LOCK TABLE notification_facts IN EXCLUSIVE MODE");
                untold = pay("nagad");
                assertThat(count("SELECT count(*) FROM payment_events WHERE event = 'PaymentPaid' AND published_at IS NULL AND payment_id = '" + untold + "'")).isOne();
                first.kill();
            }
        }
        app = start();
    }

    @AfterAll
    void end() throws InterruptedException {
        app.close();
    }

    @Test
    void reconcilingShowsThePlantedDifferenceAndNoOther() {
        for (String method : METHODS) {
            JsonNode result = reconcile(method);
            boolean planted = method.equals("upay");
            assertThat(result.path("items").valueStream().map(item -> item.path("kind").asString()).toList()).as(method + result)
                    .isEqualTo(planted ? List.of("amount_differs") : List.of());
            assertThat(result.path("matched").asInt()).as(method + result).isEqualTo(planted ? 0 : method.equals("nagad") ? 2 : 1);
        }
    }

    /** J19 */
    @Test
    void eventOfTheKilledProcessIsToldOnce() throws SQLException {
        String told = "SELECT count(*) FROM notification_facts WHERE event = 'payment_completed' AND path LIKE '%" + untold + "%'";
        String sent = "SELECT count(*) FROM outgoing_messages WHERE address = '+8801911000004' AND state IN ('sent', 'delivered')";
        Await.until(() -> count(told) == 1 && count("SELECT count(*) FROM payment_events WHERE published_at IS NULL") == 0, Duration.ofSeconds(60));
        Await.until(() -> count("SELECT count(*) FROM notification_facts") >= METHODS.size() + 1 && count("SELECT count(*) FROM outgoing_messages WHERE state NOT IN ('sent', 'delivered')") == 0,
                Duration.ofSeconds(60));
        assertThat(count(told)).isOne();
        assertThat(count(sent)).as("one code and a message for each payment").isEqualTo(1 + METHODS.size() + 1);
    }

    /** The gateway still knows what it took in its life before, and gives it back. */
    @Test
    void whatWasPaidBeforeCanBeRefunded() throws Exception {
        JsonNode bkash = app.api().as(citizen).get("/api/payments/history/").body().path("payments").valueStream()
                .filter(payment -> payment.path("payment_method").asString().equals("bkash")).findFirst().orElseThrow();
        String payment = bkash.path("id").asString();
        String amount = bkash.path("amount").asString();
        var asked = app.api().as(chief).with("Idempotency-Key", "r1").post("/api/payments/" + payment + "/refunds/",
                Map.of("amount", amount, "refundable", amount, "reason", "paid for the wrong house"));
        assertThat(asked.status()).as(asked.text()).isEqualTo(201);
        String checker = app.register("01911000006", "যিনি কর দেন");
        execute("UPDATE users SET role = 'super_admin' WHERE phone = '+8801911000006'");
        var approved = app.api().as(checker).post("/api/payments/refunds/" + asked.body().path("id").asString() + "/approve/", Map.of());
        assertThat(approved.body().path("status").asString()).as(approved.text()).isEqualTo("succeeded");
        assertThat(gateways.get("bkash").money().path("refunded_poisha").asLong()).isPositive();
    }

    private SpawnedApp start() throws IOException, InterruptedException {
        return SpawnedApp.start(jdbcUrl, data, "--cleancare.gateways.simulator-directory=" + data.resolve("gateways"));
    }

    private String pay(String method) throws SQLException {
        Api payer = app.api().as(citizen);
        String amount = Integer.toString(500 + (int) (System.nanoTime() / 1000 % 400));
        var begun = payer.post("/api/payments/process/", Map.of("service_type", "Holding Tax", "amount", amount, "payment_method", method, "phone_number", "01711111111"));
        assertThat(begun.status()).as(begun.text()).isEqualTo(200);
        String payment = begun.body().path("payment_id").asString();
        var attempt = attemptOf(payment);
        gateways.computeIfAbsent(method, _ -> new GatewayControl(attempt.base())).pays(attempt.payerId());
        Await.until(() -> payer.get("/api/payments/" + payment + "/").body().path("status").asString().equals("completed"), Duration.ofSeconds(20));
        return payment;
    }

    private record AtTheGateway(String base, String payerId) {
    }

    private AtTheGateway attemptOf(String payment) throws SQLException {
        try (var connection = DriverManager.getConnection(jdbcUrl, "postgres", ""); var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT gateway, invoice, gateway_payment_id, redirect_url FROM payment_attempts WHERE payment_id = '" + payment + "'")) {
            row.next();
            String url = row.getString("redirect_url");
            return new AtTheGateway(url.substring(0, url.indexOf('/', "http://".length())), row.getString("gateway").equals("upay") ? row.getString("invoice") : row.getString("gateway_payment_id"));
        }
    }

    /** By the address of before: a gateway is where it was, as payers' open pages need it. */
    private JsonNode reconcile(String gateway) {
        LocalDate today = LocalDate.now(CityTime.ZONE);
        String statement = gateways.get(gateway).send("GET", "/__sim/statement?date=" + today, null).asString("");
        Api staff = app.api().as(chief);
        var answer = staff.send(staff.request("/api/payments/reconciliation/" + gateway + "/" + today + "/").header("Content-Type", "text/csv").POST(BodyPublishers.ofString(statement)));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.body();
    }

    private int count(String sql) {
        try (var connection = DriverManager.getConnection(jdbcUrl, "postgres", ""); var statement = connection.createStatement(); var row = statement.executeQuery(sql)) {
            row.next();
            return row.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(jdbcUrl, "postgres", ""); var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
