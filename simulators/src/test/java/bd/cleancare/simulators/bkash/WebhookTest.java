package bd.cleancare.simulators.bkash;

import bd.cleancare.simulators.Client;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayInputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

class WebhookTest extends BkashTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final BlockingQueue<JsonNode> received = new LinkedBlockingQueue<>();
    private HttpServer merchantSite;

    @BeforeEach
    void openMerchantSite() throws Exception {
        merchantSite = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        merchantSite.createContext("/hook", exchange -> {
            JsonNode message = JSON.readTree(exchange.getRequestBody().readAllBytes());
            assertThat(exchange.getRequestHeaders().getFirst("x-amz-sns-message-type")).isEqualTo(message.path("Type").asString());
            received.add(message);
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        merchantSite.start();
        client.post("/__sim/webhook", Map.of("url", "http://127.0.0.1:" + merchantSite.getAddress().getPort() + "/hook"));
    }

    @AfterEach
    void closeMerchantSite() {
        merchantSite.stop(0);
    }

    private JsonNode next() throws Exception {
        return received.poll(5, TimeUnit.SECONDS);
    }

    private void confirm() throws Exception {
        assertThat(client.get(next().path("SubscribeURL").asString()).status()).isEqualTo(200);
    }

    private boolean isGenuine(JsonNode message, List<String> signedNames) throws Exception {
        String pem = new Client("").get(message.path("SigningCertURL").asString()).body();
        var certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
        certificate.verify(certificate.getPublicKey());
        certificate.checkValidity(Date.from(Instant.parse("2026-11-22T06:01:02Z")));
        Signature signature = Signature.getInstance("SHA1withRSA");
        signature.initVerify(certificate);
        for (String name : signedNames) {
            signature.update((name + "\n" + message.path(name).asString() + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return signature.verify(Base64.getDecoder().decode(message.path("Signature").asString()));
    }

    @Test
    void asksTheMerchantToConfirmFirst() throws Exception {
        paid("500", "INV-1");

        var message = next();
        assertThat(message.path("Type").asString()).isEqualTo("SubscriptionConfirmation");
        assertThat(isGenuine(message, List.of("Message", "MessageId", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type"))).isTrue();
        assertThat(received.poll(300, TimeUnit.MILLISECONDS)).isNull();
        assertThat(client.get("/sns/confirm?Token=made-up").status()).isEqualTo(403);
    }

    @Test
    void tellsOfAPaymentWithASignatureThatHolds() throws Exception {
        confirm();
        String trxId = status(paid("500.00", "INV-1")).path("trxID").asString();

        var message = next();
        assertThat(isGenuine(message, List.of("Message", "MessageId", "Timestamp", "TopicArn", "Type"))).isTrue();
        assertThat(isGenuine(message, List.of("Message", "MessageId", "Timestamp", "Type"))).isFalse();
        var content = JSON.readTree(message.path("Message").asString());
        assertThat(content.path("trxID").asString()).isEqualTo(trxId);
        assertThat(content.path("merchantInvoiceNumber").asString()).isEqualTo("INV-1");
        assertThat(content.path("dateTime").asString()).isEqualTo("20261122120102");
    }

    @Test
    void tellsTwiceOrNeverWhenToldTo() throws Exception {
        confirm();
        client.post("/__sim/faults", Map.of("kind", "repeat-ipn", "count", 2));
        paid("500.00", "INV-1");
        assertThat(next().path("MessageId").asString()).isEqualTo(next().path("MessageId").asString());

        client.post("/__sim/faults", Map.of("kind", "no-ipn"));
        paid("700.00", "INV-2");
        assertThat(received.poll(300, TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    void tellsBeforeTheAnswerToExecuteWhenThatIsLate() throws Exception {
        confirm();
        String id = create("500.00", "INV-1");
        approve(id);
        client.post("/__sim/faults", Map.of("endpoint", "*/execute", "kind", "delay", "delay_ms", 1500, "after_commit", true));
        Thread execution = Thread.startVirtualThread(() -> {
            try {
                execute(id);
            } catch (Exception failed) {
                throw new IllegalStateException(failed);
            }
        });

        assertThat(next().path("Type").asString()).isEqualTo("Notification");
        assertThat(execution.isAlive()).isTrue();
        execution.join();
    }
}
