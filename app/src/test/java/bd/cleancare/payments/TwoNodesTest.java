package bd.cleancare.payments;

import static bd.cleancare.payments.PaymentWorld.paymentOf;
import static org.assertj.core.api.Assertions.assertThat;

import bd.cleancare.payments.gateway.GatewaySettings;
import bd.cleancare.testing.Api;
import bd.cleancare.testing.AppTest;
import bd.cleancare.testing.Await;
import bd.cleancare.testing.People;
import bd.cleancare.testing.People.Person;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A second node, a process of its own on the same database and gateways, which can be killed as a machine can. */
@AppTest
@Import(PaymentWorld.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoNodesTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Autowired
    Api api;
    @Autowired
    People people;
    @Autowired
    PaymentWorld world;
    @Autowired
    JdbcClient db;
    @Autowired
    Environment environment;
    @Autowired
    GatewaySettings gateways;

    private Process node;
    private int port;

    @BeforeAll
    void start() throws IOException {
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx300m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")), "bd.cleancare.CleanCare", "--spring.profiles.active=test",
                "--server.port=" + port, "--spring.datasource.url=" + environment.getProperty("spring.datasource.url"), "--spring.datasource.username=postgres",
                "--cleancare.gateways.simulated=false", "--cleancare.gateways.bkash.base-url=" + gateways.bkash().baseUrl()));
        var process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(new File("target/second-node.log"));
        process.environment().putAll(Map.of("CLEANCARE_GATEWAYS_BKASH_USERNAME", gateways.bkash().username(), "CLEANCARE_GATEWAYS_BKASH_PASSWORD", gateways.bkash().password(),
                "CLEANCARE_GATEWAYS_BKASH_APPKEY", gateways.bkash().appKey(), "CLEANCARE_GATEWAYS_BKASH_APPSECRET", gateways.bkash().appSecret()));
        node = process.start();
        Await.until(() -> {
            assertThat(node.isAlive()).as("see target/second-node.log").isTrue();
            return answers();
        }, Duration.ofSeconds(120));
    }

    @AfterAll
    void end() {
        node.destroyForcibly();
    }

    @BeforeEach
    void heal() {
        world.heal();
    }

    /** J30: thirty payments paid in silence and two pollers that want them all. */
    @Test
    @Order(1)
    void twoNodesThatPollTogetherConfirmEachPaymentOnce() {
        var begun = new ArrayList<Api.Answer>();
        for (int i = 0; i < 30; i++) {
            Person citizen = people.citizen();
            begun.add(world.pay(citizen, world.bill(citizen, "10" + i), "bkash"));
            world.bkash.paysWithoutComingBack(world.gatewayPaymentOf(begun.getLast()));
        }
        db.sql("UPDATE payment_attempts SET next_check_at = now() + interval '1 second' WHERE payment_id = ANY(?)")
                .param(begun.stream().map(PaymentWorld::paymentOf).toArray(UUID[]::new)).update();
        begun.forEach(each -> {
            world.awaitStatus(paymentOf(each), "paid");
            assertThat(world.bkash.calls("/execute", world.gatewayPaymentOf(each))).isOne();
            assertThat(world.ledgerEntries(paymentOf(each))).isOne();
            assertThat(world.receipts(paymentOf(each))).isOne();
        });
    }

    /** J4: the browser comes back again and again, and the balancer sends it here and there. */
    @Test
    @Order(2)
    void callbacksToBothNodesAtOnceMoveTheMoneyOnce() {
        Person citizen = people.citizen();
        var begun = world.pay(citizen, world.bill(citizen, "4320"), "bkash");
        String id = world.gatewayPaymentOf(begun);
        world.bkash.paysWithoutComingBack(id);
        String path = "/api/payments/bkash/callback/?paymentID=" + id + "&status=success";
        var statuses = PaymentFlowTest.atOnce(50, i -> i % 2 == 0 ? api.get(path).status() : ofTheNode(path));
        assertThat(statuses).containsOnly(200);
        world.awaitStatus(paymentOf(begun), "paid");
        assertThat(world.bkash.calls("/execute", id)).isOne();
        assertThat(world.ledgerEntries(paymentOf(begun))).isOne();
        assertThat(world.receipts(paymentOf(begun))).isOne();
        Await.until(() -> world.messagesTo(citizen) > 0);
        assertThat(world.messagesTo(citizen)).isOne();
    }

    private int ofTheNode(String path) {
        try {
            return HTTP.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build(), BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The key of a request lies in the database: the balancer may send its repetition to whichever node. */
    @Test
    @Order(3)
    void keyThatOneNodeAnsweredIsAnsweredAlikeByTheOther() throws Exception {
        Person citizen = people.citizen();
        UUID bill = world.bill(citizen, "4322");
        var first = world.pay(citizen, bill, "bkash", "either node");
        assertThat(first.status()).as(first.text()).isEqualTo(200);
        var again = HTTP.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/payments/bills/" + bill + "/pay/")).header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + citizen.accessToken()).header("Idempotency-Key", "either node")
                .POST(HttpRequest.BodyPublishers.ofString("{\"payment_method\":\"bkash\",\"phone_number\":\"01711111111\"}")).build(), BodyHandlers.ofByteArray());
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.bytes());
        assertThat(again.headers().firstValue("Idempotent-Replayed")).contains("true");
        assertThat(world.bkash.calls("/create", first.body().path("transaction_id").asString())).isOne();
    }

    /** J18: the money has moved, the node dies before it can write that down. */
    @Test
    @Order(4)
    void nodeKilledBetweenTheGatewaysAnswerAndOurCommitLosesNothing() throws Exception {
        Person citizen = people.citizen();
        UUID bill = world.bill(citizen, "4321");
        var begun = world.pay(citizen, bill, "bkash");
        String id = world.gatewayPaymentOf(begun);
        world.bkash.fault(Map.of("endpoint", "*/execute", "kind", "delay", "delay_ms", 20_000, "after_commit", true));
        world.bkash.paysWithoutComingBack(id);
        var hanging = HTTP.sendAsync(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/payments/bkash/callback/?paymentID=" + id + "&status=success")).build(),
                BodyHandlers.discarding());
        String invoice = begun.body().path("transaction_id").asString();
        Await.until(() -> world.bkash.money().path("movements").valueStream().anyMatch(move -> move.path("invoice").asString("").equals(invoice)), Duration.ofSeconds(20));

        node.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        assertThat(hanging.handle((_, dead) -> dead).get(10, TimeUnit.SECONDS)).isNotNull();
        assertThat(world.status(paymentOf(begun))).isEqualTo("confirming");
        assertThat(world.ledgerEntries(paymentOf(begun))).isZero();

        db.sql("UPDATE payment_attempts SET lease_until = now(), next_check_at = now() WHERE payment_id = ?").param(paymentOf(begun)).update();
        world.awaitStatus(paymentOf(begun), "paid");
        assertThat(world.bkash.calls("/execute", id)).isOne();
        assertThat(world.ledgerEntries(paymentOf(begun))).isOne();
        assertThat(world.receipts(paymentOf(begun))).isOne();
        Await.until(() -> world.messagesTo(citizen) == 1);
    }

    private boolean answers() {
        try {
            HttpResponse<Void> answer = HTTP.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/payments/methods/")).timeout(Duration.ofSeconds(2)).build(),
                    BodyHandlers.discarding());
            return answer.statusCode() == 200;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
