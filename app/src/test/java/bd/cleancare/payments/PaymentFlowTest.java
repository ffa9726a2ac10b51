package bd.cleancare.payments;

import static bd.cleancare.payments.PaymentWorld.paymentOf;
import static org.assertj.core.api.Assertions.assertThat;

import bd.cleancare.testing.Api;
import bd.cleancare.testing.AppTest;
import bd.cleancare.testing.Await;
import bd.cleancare.testing.People;
import bd.cleancare.testing.People.Person;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The guide's contract, and paying bills. */
@AppTest
@Import(PaymentWorld.class)
class PaymentFlowTest {

    @Autowired
    Api api;
    @Autowired
    People people;
    @Autowired
    PaymentWorld world;
    @Autowired
    JdbcClient db;
    @Autowired
    Once once;

    Person citizen;

    @BeforeEach
    void healthyGateways() {
        world.heal();
        citizen = people.citizen();
    }

    @Test
    void guidePaymentGoesFromProcessToHistory() {
        var begun = world.process(citizen, 1000);
        assertThat(begun.status()).as(begun.text()).isEqualTo(200);
        assertThat(begun.body().path("transaction_id").asString()).matches("TXN[0-9A-Z]{12}");
        assertThat(begun.body().path("status").asString()).isEqualTo("processing");
        assertThat(begun.body().path("message").asString()).isEqualTo("Payment initiated. Please complete on bKash.");
        assertThat(begun.body().path("bkash_url").asString()).startsWith(world.bkash.baseUrl());

        String gatewayPayment = world.gatewayPaymentOf(begun);
        world.bkash.paysWithoutComingBack(gatewayPayment);
        var back = api.post("/api/payments/bkash/callback/", Map.of("paymentID", gatewayPayment, "status", "success"));
        assertThat(back.status()).isEqualTo(200);
        assertThat(back.body().path("message").asString()).isEqualTo("Payment successful");
        assertThat(back.body().path("transaction_id").asString()).isEqualTo(begun.body().path("transaction_id").asString());

        var line = api.as(citizen.accessToken()).get("/api/payments/history/").body().path("payments").get(0);
        assertThat(line.path("amount").isNumber()).isTrue();
        assertThat(line.path("amount").decimalValue()).isEqualByComparingTo("1000");
        assertThat(line.path("status").asString()).isEqualTo("completed");
        assertThat(line.path("service_type").asString()).isEqualTo("Holding Tax");
        assertThat(line.path("completed_at").isNull()).isFalse();
        Await.until(() -> world.messagesTo(citizen) == 1);
    }

    @Test
    void browserIsSentToOurOwnPageWhateverItBrings() {
        var begun = world.process(citizen, "120.50");
        String gatewayPayment = world.gatewayPaymentOf(begun);
        world.bkash.paysWithoutComingBack(gatewayPayment);
        var back = api.with("Accept", "text/html").with("Host-Hint", "evil.example").get("/api/payments/bkash/callback/?paymentID=" + gatewayPayment
                + "&status=failure&returnUrl=https://evil.example/");
        assertThat(back.status()).isEqualTo(303);
        assertThat(back.header("Location")).isEqualTo(api.uri("/payments/" + paymentOf(begun) + "/").toString());
        assertThat(back.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(world.status(paymentOf(begun))).isEqualTo("paid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-5", "\"-5\"", "1.234", "\"NaN\"", "1e3", "\"1e3\"", "500001", "999999999999", "true", "[5]", "{\"a\":1}", "\"৫০০ ডলার\""})
    void badAmountsAreRefused(String amount) {
        var answer = api.as(citizen.accessToken()).post("/api/payments/process/",
                "{\"service_type\":\"Holding Tax\",\"amount\":" + amount + ",\"payment_method\":\"bkash\",\"phone_number\":\"01711111111\"}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.body().path("amount").get(0).asString()).isNotBlank();
        assertThat(api.as(citizen.accessToken()).get("/api/payments/history/").body().path("count").asInt()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"service_type", "amount", "payment_method", "phone_number"})
    void missingFieldsGetTheGuidesWords(String missing) {
        var body = new HashMap<String, Object>(Map.of("service_type", "Holding Tax", "amount", 10, "payment_method", "bkash", "phone_number", "01711111111"));
        body.remove(missing);
        assertThat(api.as(citizen.accessToken()).post("/api/payments/process/", body).body().path("error").asString()).isEqualTo("সব field পূরণ করুন");
    }

    @Test
    void zeroIsMissingBanglaDigitsAreDigitsAndAnUnknownMethodLeavesNoRow() {
        assertThat(world.process(citizen, 0).body().path("error").asString()).isEqualTo("সব field পূরণ করুন");
        var unknown = api.as(citizen.accessToken()).post("/api/payments/process/",
                Map.of("service_type", "Holding Tax", "amount", 10, "payment_method", "cheque", "phone_number", "01711111111"));
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.body().path("error").asString()).isEqualTo("Unsupported payment method");
        assertThat(api.as(citizen.accessToken()).get("/api/payments/history/").body().path("count").asInt()).isZero();
        assertThat(world.process(citizen, "৫০০").status()).isEqualTo(200);
        assertThat(api.as(citizen.accessToken()).get("/api/payments/history/").body().path("payments").get(0).path("amount").decimalValue()).isEqualByComparingTo("500");
    }

    @Test
    void gatewayThatRefusesFailsThePaymentAndTheHistoryIsNewestFirst() {
        assertThat(world.process(citizen, 75).status()).isEqualTo(200);
        world.bkash.fault(Map.of("endpoint", "*/create", "kind", "status", "status", 200, "body", "{\"statusCode\":\"2006\",\"statusMessage\":\"told\"}"));
        var refused = world.process(citizen, 76);

        assertThat(refused.status()).as(refused.text()).isEqualTo(400);
        assertThat(refused.body().path("error").asString()).isEqualTo("Payment initiation failed");
        assertThat(refused.body().path("message").asString()).isNotBlank();
        var lines = api.as(citizen.accessToken()).get("/api/payments/history/").body().path("payments");
        assertThat(lines.valueStream().map(line -> line.path("amount").decimalValue().intValueExact())).containsExactly(76, 75);
        assertThat(lines.valueStream().map(line -> line.path("status").asString())).containsExactly("failed", "processing");
        assertThat(lines.get(0).propertyNames()).contains("id", "transaction_id", "service_type", "amount", "payment_method", "status", "created_at", "completed_at");
    }

    @Test
    void billIsPaidOnceWithTheAmountComputedHere() {
        UUID bill = world.bill(citizen, "2500.50");
        var wrong = api.as(citizen.accessToken()).with("Idempotency-Key", "k").post("/api/payments/bills/" + bill + "/pay/",
                Map.of("payment_method", "bkash", "phone_number", "01711111111", "amount", "1.00"));
        assertThat(wrong.status()).isEqualTo(422);

        var begun = world.pay(citizen, bill, "bkash");
        assertThat(begun.status()).as(begun.text()).isEqualTo(200);
        world.bkash.pays(world.gatewayPaymentOf(begun));
        assertThat(world.status(paymentOf(begun))).isEqualTo("paid");
        assertThat(world.ledgerEntries(paymentOf(begun))).isOne();
        var paid = api.as(citizen.accessToken()).get("/api/payments/bills/" + bill + "/").body();
        assertThat(paid.path("status").asString()).isEqualTo("settled");
        assertThat(paid.path("payable").asString()).isEqualTo("0.00");
        assertThat(world.pay(citizen, bill, "bkash").status()).isEqualTo(409);
    }

    @Test
    void twentyClicksAtOnceOpenOnePayment() {
        UUID bill = world.bill(citizen, "700");
        var answers = atOnce(20, _ -> world.pay(citizen, bill, "bkash"));
        assertThat(answers.stream().filter(answer -> answer.status() == 200)).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.status() == 409 && answer.body().path("code").asString().equals("payment_already_open"))).hasSize(19);
        assertThat(answers.stream().filter(answer -> answer.status() == 409)).allSatisfy(answer -> assertThat(answer.body().path("payment_url").asString()).isNotBlank());
    }

    @Test
    void sameKeyGetsTheSameAnswerAndOneCreate() {
        UUID bill = world.bill(citizen, "811");
        var first = world.pay(citizen, bill, "bkash", "key-1");
        var second = api.as(citizen.accessToken()).with("Idempotency-Key", "key-1")
                .post("/api/payments/bills/" + bill + "/pay/", "{ \"phone_number\" : \"+880 1711-111111\",\n \"payment_method\":\"bkash\"}");
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.bytes()).isEqualTo(first.bytes());
        assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(first.header("Idempotent-Replayed")).isNull();
        assertThat(world.bkash.calls("/create", first.body().path("transaction_id").asString())).isOne();
    }

    @Test
    void keysBelongToOnePersonAndOneWish() {
        UUID bill = world.bill(citizen, "812");
        assertThat(world.pay(citizen, bill, "bkash", "key-2").status()).isEqualTo(200);
        var otherWish = api.as(citizen.accessToken()).with("Idempotency-Key", "key-2")
                .post("/api/payments/bills/" + bill + "/pay/", Map.of("payment_method", "bkash", "phone_number", "01722222222"));
        assertThat(otherWish.status()).isEqualTo(422);
        Person other = people.citizen();
        var others = world.pay(other, bill, "bkash", "key-2");
        assertThat(others.status()).isEqualTo(409);
        assertThat(others.text()).doesNotContain("TXN").doesNotContain("payment_url\"");
    }

    @Test
    void keyIsDemandedAndBounded() {
        UUID bill = world.bill(citizen, "813");
        var body = Map.of("payment_method", "bkash", "phone_number", "01711111111");
        String path = "/api/payments/bills/" + bill + "/pay/";
        assertThat(api.as(citizen.accessToken()).post(path, body).status()).isEqualTo(400);
        assertThat(api.as(citizen.accessToken()).with("Idempotency-Key", " ").post(path, body).status()).isEqualTo(400);
        assertThat(api.as(citizen.accessToken()).with("Idempotency-Key", "k".repeat(256)).post(path, body).body().path("code").asString()).isEqualTo("idempotency_key_missing");
    }

    @Test
    void refusedRequestsDoNotUseUpTheirKey() {
        UUID bill = world.bill(citizen, "814");
        var bad = api.as(citizen.accessToken()).with("Idempotency-Key", "key-3").post("/api/payments/bills/" + bill + "/pay/",
                Map.of("payment_method", "bkash", "phone_number", "01711111111", "amount", "3"));
        assertThat(bad.status()).isEqualTo(422);
        assertThat(world.pay(citizen, bill, "bkash", "key-3").status()).isEqualTo(200);
    }

    @Test
    void whileTheFirstIsAtWorkItsKeyIsBusyAndTheGatewayHearsOfOnePayment() {
        UUID bill = world.bill(citizen, "815");
        int before = world.bkash.calls("/create", "");
        world.bkash.fault(Map.of("endpoint", "*/create", "kind", "delay", "delay_ms", 1500));
        var answers = atOnce(5, _ -> world.pay(citizen, bill, "bkash", "key-4"));
        assertThat(answers.stream().filter(answer -> answer.status() == 200)).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.status() == 409)).hasSize(4).allSatisfy(answer -> assertThat(answer.header("Retry-After")).isNotBlank());
        assertThat(world.bkash.calls("/create", "") - before).isOne();
    }

    /** A process died between the key's row and the answer: once its lease is over, the next request goes on with the same payment. */
    @Test
    void keyOfARequestThatDiedIsTakenUpWithItsPayment() {
        UUID bill = world.bill(citizen, "816");
        var first = world.pay(citizen, bill, "bkash", "key-5");
        db.sql("UPDATE payment_idempotency_keys SET status = NULL, body = NULL, lease_until = now() + interval '1 minute' WHERE user_id = ?").param(citizen.id()).update();
        assertThat(world.pay(citizen, bill, "bkash", "key-5").status()).isEqualTo(409);
        db.sql("UPDATE payment_idempotency_keys SET lease_until = now() WHERE user_id = ?").param(citizen.id()).update();
        var resumed = world.pay(citizen, bill, "bkash", "key-5");
        assertThat(resumed.status()).isEqualTo(200);
        assertThat(paymentOf(resumed)).isEqualTo(paymentOf(first));
        assertThat(resumed.body().path("bkash_url").asString()).isEqualTo(first.body().path("bkash_url").asString());
        assertThat(api.as(citizen.accessToken()).get("/api/payments/" + paymentOf(first) + "/").body().path("redirect_url").asString())
                .isEqualTo(first.body().path("redirect_url").asString());
    }

    @Test
    void oldKeysAreForgotten() {
        assertThat(world.pay(citizen, world.bill(citizen, "817"), "bkash", "key-6").status()).isEqualTo(200);
        assertThat(once.purge()).isZero();
        db.sql("UPDATE payment_idempotency_keys SET created_at = now() - interval '49 hours' WHERE user_id = ?").param(citizen.id()).update();
        assertThat(once.purge()).isOne();
    }

    @Test
    void billIsPaidOnPages() {
        UUID bill = world.bill(citizen, "950");
        var mine = page("/payments/");
        assertThat(mine.status()).as(mine.text()).isEqualTo(200);
        assertThat(mine.text()).contains("/payments/bills/" + bill + "/pay/").contains("৯৫০");
        var begun = world.pay(citizen, bill, "nagad");
        var waiting = page("/payments/" + paymentOf(begun) + "/");
        assertThat(waiting.text()).contains(world.simulators.get("nagad").baseUrl()).contains("data-waiting");
        world.simulators.get("nagad").pays(world.payerIdOf(begun));
        var paid = page("/payments/" + paymentOf(begun) + "/");
        assertThat(paid.text()).contains("টাকা পাওয়া গেছে").contains("/receipt/").doesNotContain("data-waiting");
        assertThat(page("/payments/" + paymentOf(begun) + "/receipt.pdf").header("Content-Type")).isEqualTo("application/pdf");
        assertThat(api.get("/payments/" + paymentOf(begun) + "/").text()).doesNotContain("TXN");
    }

    private Api.Answer page(String path) {
        return api.with("Cookie", "session=" + people.cookieOf(citizen)).with("Accept", "text/html").get(path);
    }

    @Test
    void otherPeoplesPaymentsDoNotExist() {
        var begun = world.process(citizen, 33);
        Person stranger = people.citizen();
        assertThat(api.as(stranger.accessToken()).get("/api/payments/" + paymentOf(begun) + "/").status()).isEqualTo(404);
        assertThat(api.as(stranger.accessToken()).get("/api/payments/history/").body().path("count").asInt()).isZero();
        assertThat(api.get("/api/payments/history/").status()).isEqualTo(401);
        assertThat(api.as(people.admin().accessToken()).get("/api/payments/" + paymentOf(begun) + "/").body().path("events").isEmpty()).isFalse();
        assertThat(api.as(people.admin("99").accessToken()).get("/api/payments/" + paymentOf(begun) + "/").status()).isEqualTo(200);
    }

    /** A payment of another ward does not exist for an admin of this one, and whoever of the staff looks leaves a mark. */
    @Test
    void staffSeeTheirWardsPaymentsAndLeaveAMark() {
        var begun = world.process(citizen, 34);
        String address = "/api/payments/" + paymentOf(begun) + "/";
        db.sql("UPDATE payments SET ward_number = '7' WHERE id = ?").param(paymentOf(begun)).update();
        assertThat(api.as(people.admin("99").accessToken()).get(address).status()).isEqualTo(404);
        assertThat(api.as(people.serviceProvider().accessToken()).get(address).status()).isEqualTo(404);
        assertThat(api.as(citizen.accessToken()).get(address).status()).isEqualTo(200);
        String marks = "SELECT viewer_id FROM payment_views WHERE payment_id = ?";
        assertThat(db.sql(marks).param(paymentOf(begun)).query(UUID.class).list()).isEmpty();
        Person ward = people.admin("7");
        assertThat(api.as(ward.accessToken()).get(address).status()).isEqualTo(200);
        assertThat(db.sql(marks).param(paymentOf(begun)).query(UUID.class).list()).containsExactly(ward.id());
    }

    static <T> List<T> atOnce(int many, java.util.function.IntFunction<T> action) {
        try (var threads = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
            var running = IntStream.range(0, many).mapToObj(i -> threads.submit(() -> action.apply(i))).toList();
            return running.stream().map(future -> {
                try {
                    return future.get();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }).toList();
        }
    }
}
