package bd.cleancare.simulators.bkash;

import bd.cleancare.simulators.server.Answer;
import bd.cleancare.simulators.server.CityTime;
import bd.cleancare.simulators.server.Faults;
import bd.cleancare.simulators.server.Json;
import bd.cleancare.simulators.server.Request;
import bd.cleancare.simulators.server.Secrets;
import bd.cleancare.simulators.server.SimulatorServer;
import bd.cleancare.simulators.server.Wire;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * bKash's notice to the merchant's server, through Amazon's notification service. {@code POST /__sim/webhook} with {@code url}
 * subscribes the merchant, who must confirm before anything else is sent; {@code GET} tells how far that is.
 */
final class Webhook {

    private static final String TOPIC = "arn:aws:sns:ap-southeast-1:000000000000:clean-care-payments";
    private static final DateTimeFormatter COMPACT = DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withZone(CityTime.ZONE);

    private final SimulatorServer server;
    private final Clock clock;
    /** Made when first asked for: whoever starts a simulator need not wait for keys that few deliveries are signed with. */
    private KeyPair keys;
    private String certificate;
    private final String certificatePath = "/sns/SimpleNotificationService-" + Secrets.digits(16) + ".pem";
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private volatile Subscription subscription = new Subscription("", "", false);

    private record Subscription(String url, String token, boolean confirmed) {
    }

    Webhook(SimulatorServer server, Clock clock) {
        this.server = server;
        this.clock = clock;
        server.routes().get(certificatePath, request -> Answer.of(200, "application/x-pem-file", certificate()));
        server.routes().get("/sns/confirm", this::confirm);
        server.routes().control("POST", "/__sim/webhook", this::subscribe);
        server.routes().control("POST", "/__sim/webhook/send", this::sendAsTold);
        server.routes().control("GET", "/__sim/webhook", request -> Answer.json(Json.object().put("url", subscription.url)
                .put("confirmed", subscription.confirmed).put("certificate", certificate())));
    }

    private synchronized KeyPair keys() {
        if (keys == null) {
            keys = rsa();
        }
        return keys;
    }

    private synchronized String certificate() {
        if (certificate == null) {
            certificate = SelfSigned.pem(keys(), "sns.simulator", clock.instant().minus(Duration.ofDays(1)), clock.instant().plus(Duration.ofDays(365)));
        }
        return certificate;
    }

    /** Does not wait for the merchant; the notice may arrive before the answer to execute. */
    void completed(Payment payment) {
        Subscription to = subscription;
        if (!to.confirmed) {
            return;
        }
        Faults.Delivery delivery = server.faults().notice();
        // Repeated deliveries are the same message with the same id.
        String message = envelope("Notification", Map.of("Message", Json.write(Json.object()
                .put("dateTime", COMPACT.format(payment.completed())).put("debitMSISDN", "88" + payment.wallet())
                .put("creditOrganizationName", "Clean Care").put("creditShortCode", "50022").put("trxID", payment.trxId())
                .put("transactionStatus", "Completed").put("transactionType", "10002294").put("amount", payment.order().amount())
                .put("currency", "BDT").put("transactionReference", payment.order().invoice())
                .put("merchantInvoiceNumber", payment.order().invoice()))));
        for (int i = 0; i < delivery.times(); i++) {
            Thread.startVirtualThread(() -> {
                Wire.pause(delivery.delayMs());
                post(to.url, "Notification", message);
            });
        }
    }

    private Answer subscribe(Request request) {
        String token = Secrets.word(64);
        subscription = new Subscription(Json.text(request.json(), "url"), token, false);
        String message = envelope("SubscriptionConfirmation", Map.of("Token", token, "Message",
                "You have chosen to subscribe to the topic " + TOPIC + ".", "SubscribeURL", server.baseUrl() + "/sns/confirm?Token=" + token));
        int status = post(subscription.url, "SubscriptionConfirmation", message);
        return Answer.json(Json.object().put("merchant_answered", status));
    }

    /**
     * A message as somebody else would send it: {@code type}, {@code url}, the envelope's fields in {@code set} before it is signed, those in
     * {@code forge} after.
     */
    private Answer sendAsTold(Request request) {
        String type = request.json().path("type").asString("Notification");
        Map<String, String> fields = addressed(Map.of("Message", "{}"));
        request.json().path("set").properties().forEach(field -> fields.put(field.getKey(), field.getValue().asString()));
        ObjectNode message = (ObjectNode) Json.read(signed(type, fields)).orElseThrow();
        request.json().path("forge").properties().forEach(field -> message.set(field.getKey(), field.getValue()));
        return Answer.json(Json.object().put("merchant_answered", post(request.json().path("url").asString(subscription.url), type, Json.write(message))));
    }

    private Answer confirm(Request request) {
        Subscription now = subscription;
        if (now.token.isEmpty() || !now.token.equals(request.param("Token"))) {
            return Answer.text(403, "Invalid token");
        }
        subscription = new Subscription(now.url, now.token, true);
        return Answer.of(200, "text/xml", "<ConfirmSubscriptionResponse/>");
    }

    private String envelope(String type, Map<String, String> content) {
        return signed(type, addressed(content));
    }

    private Map<String, String> addressed(Map<String, String> content) {
        Map<String, String> fields = new HashMap<>(content);
        fields.put("MessageId", UUID.randomUUID().toString());
        fields.put("TopicArn", TOPIC);
        fields.put("Timestamp", Instant.ofEpochMilli(clock.millis()).toString());
        return fields;
    }

    private String signed(String type, Map<String, String> fields) {
        return new SnsMessage(type, fields).signedBy(keys().getPrivate(), server.baseUrl() + certificatePath);
    }

    private int post(String url, String type, String message) {
        try {
            return http.send(HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(15))
                    .header("x-amz-sns-message-type", type).header("Content-Type", "text/plain; charset=UTF-8")
                    .POST(HttpRequest.BodyPublishers.ofString(message)).build(), HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException merchantAway) {
            return 0;
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private static KeyPair rsa() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException everyJdkHasRsa) {
            throw new IllegalStateException(everyJdkHasRsa);
        }
    }
}
