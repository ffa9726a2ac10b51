package bd.cleancare.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import bd.cleancare.simulators.sms.SmsGateways;
import bd.cleancare.simulators.sms.SmsGateways.Credentials;
import bd.cleancare.testing.Api;
import bd.cleancare.testing.Await;
import bd.cleancare.testing.SpawnedApp;
import bd.cleancare.testing.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code kill -9} of one of two nodes while they send, and right after a change was acknowledged. The gateway stands outside of both. */
class TellingCrashTest {

    private static final int FACTS = 150;
    private static final String PHONE = "+8801911000002";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    Path data;

    private final String jdbcUrl = TestDatabase.freshDatabase();
    private final Credentials credentials = Credentials.generate();

    @Test
    void everyMessageIsAtTheGatewayOnceAndNoChangeGoesUntold() throws Exception {
        try (var gateway = SmsGateways.start(0, credentials); var client = HttpClient.newHttpClient()) {
            SpawnedApp first = start(gateway);
            try (SpawnedApp second = start(gateway)) {
                String token = register(first.api(), client, gateway);
                slowDown(client, gateway);
                tellMany();
                Await.until(() -> count(client, gateway, "again") >= 20, Duration.ofSeconds(60));
                List<String> filed = file(first.api().as(token), 5);
                first.kill();
                Await.until(() -> count(client, gateway, "again") >= FACTS && count(client, gateway, "আপনার অভিযোগ পেয়েছি") >= filed.size(), Duration.ofSeconds(120));
                // What the killed node had handed over without writing it down is asked for again under the same id once its lease ends.
                Await.until(() -> unsent() == 0, Duration.ofSeconds(60));
                for (int i = 0; i < FACTS; i++) {
                    assertThat(count(client, gateway, "again " + i + ".")).as("message " + i).isOne();
                }
                assertThat(filed).allSatisfy(tracking -> assertThat(count(client, gateway, tracking)).isOne());
            } finally {
                first.kill();
            }
        }
    }

    private SpawnedApp start(SmsGateways gateway) throws IOException, InterruptedException {
        String url = gateway.baseUrl();
        return SpawnedApp.start(jdbcUrl, data, "--cleancare.sms.simulated=false", "--cleancare.sms.connect-timeout=1s", "--cleancare.sms.read-timeout=2s",
                "--cleancare.sms.ssl-wireless.base-url=" + url, "--cleancare.sms.ssl-wireless.api-token=" + credentials.sslApiToken(),
                "--cleancare.sms.ssl-wireless.sid=" + credentials.sslSid(), "--cleancare.sms.bulksmsbd.base-url=" + url,
                "--cleancare.sms.bulksmsbd.api-key=" + credentials.bulkSmsApiKey(), "--cleancare.sms.bulksmsbd.sender-id=" + credentials.bulkSmsSenderId());
    }

    private static String register(Api api, HttpClient client, SmsGateways gateway) {
        api.post("/api/auth/register/", Map.of("phone", "01911000002", "name", "যিনি খবর পান", "password", "purple-rickshaw-77"));
        Await.until(() -> !inbox(client, gateway).isEmpty(), Duration.ofSeconds(20));
        String code = inbox(client, gateway).path(0).path("code").asString();
        return api.post("/api/auth/verify-otp/", Map.of("phone", "01911000002", "otp_code", code)).body().path("access_token").asString();
    }

    /** So that the kill finds messages on their way. */
    private static void slowDown(HttpClient client, SmsGateways gateway) throws IOException, InterruptedException {
        client.send(HttpRequest.newBuilder(URI.create(gateway.baseUrl() + "/__sim/faults"))
                .POST(BodyPublishers.ofString("{\"endpoint\":\"POST /api/v3/send-sms\",\"kind\":\"delay\",\"times\":-1,\"delay_ms\":300}")).build(), BodyHandlers.discarding());
    }

    /** As whoever tells leaves them, each with a text of its own. */
    private void tellMany() throws SQLException {
        execute("""
                INSERT INTO notification_facts (event, key, recipients, path, values)
                SELECT 'complaint_state_changed', 'crash-' || n, ARRAY[(SELECT id FROM users WHERE phone = '%s')], '/',
                    jsonb_build_object('tracking_number', 'X', 'title', 't', 'status', 'again ' || n || '.')
                FROM generate_series(0, %d) n""".formatted(PHONE, FACTS - 1));
    }

    private static List<String> file(Api citizen, int number) {
        List<String> filed = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            Api.Answer answer = citizen.with("Idempotency-Key", "crash-" + i).post("/api/complaints/", Map.of("title", "ড্রেন উপচে পড়ছে", "description", "পানি নামছে না",
                    "category", "পরিচ্ছন্নতা", "priority", "উচ্চ", "location", "বাজার সড়ক"));
            assertThat(answer.status()).isEqualTo(201);
            filed.add(answer.body().path("tracking_number").asString());
        }
        return filed;
    }

    private long unsent() {
        try {
            return number("SELECT count(*) FROM outgoing_messages WHERE state NOT IN ('sent', 'delivered')");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long count(HttpClient client, SmsGateways gateway, String text) {
        return inbox(client, gateway).valueStream().filter(message -> message.path("message").asString().contains(text)).count();
    }

    private static JsonNode inbox(HttpClient client, SmsGateways gateway) {
        try {
            return JSON.readTree(client.send(HttpRequest.newBuilder(URI.create(gateway.baseUrl() + "/inbox?limit=5000&phone=" + PHONE.replace("+", "%2B"))).build(),
                    BodyHandlers.ofString()).body());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private long number(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(jdbcUrl, "postgres", ""); var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(jdbcUrl, "postgres", "")) {
            connection.createStatement().execute(sql);
        }
    }
}
