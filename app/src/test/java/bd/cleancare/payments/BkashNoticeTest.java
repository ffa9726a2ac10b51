package bd.cleancare.payments;

import static bd.cleancare.payments.PaymentWorld.paymentOf;
import static org.assertj.core.api.Assertions.assertThat;

import bd.cleancare.payments.gateway.sns.BkashNotices;
import bd.cleancare.payments.gateway.sns.BkashNotices.Reason;
import bd.cleancare.testing.Api;
import bd.cleancare.testing.AppTest;
import bd.cleancare.testing.Await;
import bd.cleancare.testing.People;
import bd.cleancare.testing.People.Person;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** bKash's notices through Amazon (J24): a genuine one makes us ask, every other one is dropped and counted. */
@AppTest
@Import(PaymentWorld.class)
class BkashNoticeTest {

    @Autowired
    Api api;
    @Autowired
    People people;
    @Autowired
    PaymentWorld world;
    @Autowired
    BkashNotices notices;

    Person citizen;
    UUID bill;

    @BeforeEach
    void subscribe() {
        world.heal();
        citizen = people.citizen();
        bill = world.bill(citizen, "731");
        world.bkash.send("POST", "/__sim/webhook", Map.of("url", hook()));
        assertThat(world.bkash.send("GET", "/__sim/webhook", null).path("confirmed").asBoolean()).as("we fetched the address that confirms").isTrue();
    }

    @AfterEach
    void heal() {
        world.heal();
    }

    /** The notice comes while execute is still unanswered, twice, and the browser comes after it. */
    @Test
    void noticeBeforeTheAnswerAndTwiceHasOneEffect() {
        var begun = world.pay(citizen, bill, "bkash");
        String id = world.gatewayPaymentOf(begun);
        world.bkash.fault(Map.of("endpoint", "*/execute", "kind", "delay", "delay_ms", 800, "after_commit", true));
        world.bkash.fault(Map.of("kind", "repeat-ipn", "count", 2));
        long replayed = notices.count(Reason.REPLAYED);
        world.bkash.pays(id);
        world.awaitStatus(paymentOf(begun), "paid");
        Await.until(() -> notices.count(Reason.REPLAYED) > replayed);
        api.get("/api/payments/bkash/callback/?status=success&paymentID=" + id);
        assertThat(world.bkash.calls("/execute", id)).isOne();
        assertThat(world.ledgerEntries(paymentOf(begun))).isOne();
        assertThat(world.receipts(paymentOf(begun))).isOne();
    }

    /** The payer's browser never came back and our answer to execute was lost; the notice brings the truth before the poller would. */
    @Test
    void noticeAloneIsEnough() {
        var begun = world.pay(citizen, bill, "bkash");
        String id = world.gatewayPaymentOf(begun);
        world.bkash.fault(Map.of("endpoint", "*/payment/status", "kind", "status", "status", 500, "skip", 1, "times", 1));
        world.bkash.fault(Map.of("endpoint", "*/execute", "kind", "drop-after-commit"));
        world.bkash.fault(Map.of("kind", "no-ipn"));
        world.bkash.pays(id);
        assertThat(world.status(paymentOf(begun))).isEqualTo("unknown");
        assertThat(send(Map.of("Message", told(begun)), Map.of())).isEqualTo(204);
        world.awaitStatus(paymentOf(begun), "paid");
        assertThat(world.bkash.calls("/execute", id)).isOne();
    }

    /** Late and out of order: the payment was given up, and then the notice tells that it was paid after all. */
    @Test
    void noticeForAPaymentThatIsOverIsFollowedUp() {
        var begun = world.pay(citizen, bill, "bkash");
        String id = world.gatewayPaymentOf(begun);
        world.bkash.payer(id, Map.of("action", "cancel", "follow", true));
        world.awaitStatus(paymentOf(begun), "cancelled");
        int asked = world.bkash.calls("/payment/status", id);
        assertThat(send(Map.of("Message", told(begun)), Map.of())).isEqualTo(204);
        Await.until(() -> world.bkash.calls("/payment/status", id) > asked);
        assertThat(world.status(paymentOf(begun))).as("bKash says it was not paid").isEqualTo("cancelled");
    }

    @Test
    void whatIsNotGenuineIsDroppedAndCounted() {
        var begun = world.pay(citizen, bill, "bkash");
        String id = world.gatewayPaymentOf(begun);
        int asked = world.bkash.calls("/payment/status", id);
        assertDropped(Reason.SIGNATURE, Map.of(), Map.of("Message", told(begun)));
        assertDropped(Reason.SIGNATURE, Map.of("Message", told(begun)), Map.of("Signature", "AAAA"));
        assertDropped(Reason.SIGNATURE, Map.of("Message", told(begun)), Map.of("SignatureVersion", "9"));
        assertDropped(Reason.OTHER_TOPIC, Map.of("Message", told(begun), "TopicArn", "arn:aws:sns:ap-southeast-1:1:somebody-elses"), Map.of());
        assertDropped(Reason.OLD, Map.of("Message", told(begun), "Timestamp", Instant.now().minus(Duration.ofHours(2)).toString()), Map.of());
        assertDropped(Reason.OLD, Map.of("Message", told(begun), "Timestamp", Instant.now().plus(Duration.ofHours(2)).toString()), Map.of());
        assertDropped(Reason.OLD, Map.of("Message", told(begun), "Timestamp", "yesterday"), Map.of());
        for (String url : new String[] {"https://sns.evil.example/x.pem", "ftp://127.0.0.1/x.pem", "https://user@127.0.0.1/x.pem", world.bkash.baseUrl() + "/__sim/money", "::", ""}) {
            assertDropped(Reason.CERTIFICATE, Map.of("Message", told(begun)), Map.of("SigningCertURL", url));
        }
        for (String text : new String[] {"", "{}", "[]", "no json", "{\"Type\":\"Notification\"}"}) {
            assertThat(api.send(api.request("/api/payments/bkash/notice/").header("Content-Type", "text/plain")
                    .POST(java.net.http.HttpRequest.BodyPublishers.ofString(text))).status()).isIn(204, 400);
        }
        assertThat(world.bkash.calls("/payment/status", id)).isEqualTo(asked);
        assertThat(world.status(paymentOf(begun))).isEqualTo("awaiting_payer");
    }

    @Test
    void sameMessageAgainIsDropped() {
        var begun = world.pay(citizen, bill, "bkash");
        Map<String, Object> message = Map.of("Message", told(begun), "MessageId", UUID.randomUUID().toString());
        assertThat(send(message, Map.of())).isEqualTo(204);
        assertDropped(Reason.REPLAYED, message, Map.of());
    }

    /** A signed message that would have us call an address inside the house. */
    @Test
    void addressThatConfirmsIsFetchedFromAllowedHostsOnly() throws IOException {
        var hits = new AtomicInteger();
        HttpServer inside = HttpServer.create(new InetSocketAddress(InetAddress.getByName("localhost"), 0), 0);
        inside.createContext("/", exchange -> {
            hits.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        inside.start();
        try {
            for (String host : new String[] {"localhost", "127.0.0.1.nip.example", "127.1"}) {
                long before = notices.count(Reason.SUBSCRIBE_ADDRESS);
                assertThat(post("SubscriptionConfirmation", Map.of("Token", "t", "SubscribeURL", "http://" + host + ":" + inside.getAddress().getPort() + "/admin"), Map.of()))
                        .isEqualTo(204);
                assertThat(notices.count(Reason.SUBSCRIBE_ADDRESS) - before).isOne();
            }
            assertThat(hits).hasValue(0);
        } finally {
            inside.stop(0);
        }
    }

    private void assertDropped(Reason reason, Map<String, Object> set, Map<String, Object> forge) {
        long before = notices.count(reason);
        assertThat(send(set, forge)).isEqualTo(204);
        assertThat(notices.count(reason) - before).as(reason + " " + set + forge).isOne();
    }

    private int send(Map<String, Object> set, Map<String, Object> forge) {
        return post("Notification", set, forge);
    }

    private int post(String type, Map<String, Object> set, Map<String, Object> forge) {
        var wish = new HashMap<String, Object>(Map.of("type", type, "url", hook(), "set", set, "forge", forge));
        return world.bkash.send("POST", "/__sim/webhook/send", wish).path("merchant_answered").asInt();
    }

    private String hook() {
        return api.base() + "/api/payments/bkash/notice/";
    }

    private static String told(Api.Answer begun) {
        return "{\"transactionStatus\":\"Completed\",\"merchantInvoiceNumber\":\"" + begun.body().path("transaction_id").asString() + "\"}";
    }
}
