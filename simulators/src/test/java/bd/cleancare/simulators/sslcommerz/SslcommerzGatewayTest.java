package bd.cleancare.simulators.sslcommerz;

import bd.cleancare.simulators.Client;
import bd.cleancare.simulators.SettableClock;
import bd.cleancare.simulators.Together;
import bd.cleancare.simulators.server.Address;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import java.net.InetSocketAddress;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

class SslcommerzGatewayTest {

    private final SslcommerzGateway.Credentials credentials = SslcommerzGateway.Credentials.generate();
    private final SettableClock clock = new SettableClock("2026-11-22T06:01:02Z");
    private final SslcommerzGateway gateway = SslcommerzGateway.start(Address.loopback(0), credentials,
            SslcommerzGateway.Options.defaults().with(clock));
    private final Client client = new Client(gateway.baseUrl());
    private final BlockingQueue<String> notices = new LinkedBlockingQueue<>();
    private final String store = "store_id=" + credentials.storeId() + "&store_passwd=" + credentials.storePassword();
    private HttpServer merchantSite;

    @BeforeEach
    void openMerchantSite() throws Exception {
        merchantSite = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        merchantSite.createContext("/ipn", exchange -> {
            notices.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        merchantSite.start();
    }

    @AfterEach
    void stop() {
        merchantSite.stop(0);
        gateway.close();
    }

    private Map<String, String> order() {
        Map<String, String> order = new HashMap<>();
        for (String field : "product_name product_category cus_name cus_email cus_add1 cus_city cus_postcode cus_country cus_phone".split(" ")) {
            order.put(field, "x");
        }
        order.putAll(Map.of("store_id", credentials.storeId(), "store_passwd", credentials.storePassword(), "total_amount", "500.00",
                "currency", "BDT", "tran_id", "T1", "product_profile", "general", "shipping_method", "NO", "value_a", "ওয়ার্ড ৭"));
        order.putAll(Map.of("success_url", "http://127.0.0.1:9/ok", "fail_url", "http://127.0.0.1:9/fail",
                "cancel_url", "http://127.0.0.1:9/cancel", "ipn_url", "http://127.0.0.1:" + merchantSite.getAddress().getPort() + "/ipn"));
        return order;
    }

    private String open() throws Exception {
        return client.form("/gwprocess/v4/api.php", order()).text("sessionkey");
    }

    private JsonNode pay(String session, Map<String, String> how) throws Exception {
        return client.post("/__sim/pay/" + session, how).json();
    }

    private JsonNode validate(String valId) throws Exception {
        return client.get("/validator/api/validationserverAPI.php?val_id=" + valId + "&v=1&format=json&" + store).json();
    }

    private JsonNode transaction(String query) throws Exception {
        return client.get("/validator/api/merchantTransIDvalidationAPI.php?" + query + "&format=json&" + store).json();
    }

    private long moved() throws Exception {
        return client.get("/__sim/money").json().path("net_poisha").asLong();
    }

    private static String md5(String text) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void leadsThePayerToThePageAndBack() throws Exception {
        var reply = client.form("/gwprocess/v4/api.php", order()).json();
        assertThat(reply.path("status").asString()).isEqualTo("SUCCESS");
        assertThat(client.get(reply.path("GatewayPageURL").asString()).body()).contains("৳ 500.00", "T1");

        var paid = pay(reply.path("sessionkey").asString(), Map.of());

        assertThat(paid.path("method").asString()).isEqualTo("POST");
        assertThat(paid.path("url").asString()).isEqualTo("http://127.0.0.1:9/ok");
        assertThat(paid.path("fields").path("status").asString()).isEqualTo("VALID");
        assertThat(paid.path("fields").path("store_amount").asString()).isEqualTo("487.50");
        assertThat(paid.path("fields").path("value_a").asString()).isEqualTo("ওয়ার্ড ৭");
        assertThat(moved()).isEqualTo(50_000);
    }

    @Test
    void takesTheMerchantsFormAsMultipartToo() throws Exception {
        String parts = order().entrySet().stream().map(field -> "--B0\r\nContent-Disposition: form-data; name=\"" + field.getKey()
                + "\"\r\n\r\n" + field.getValue() + "\r\n").collect(Collectors.joining()) + "--B0--\r\n";

        var reply = client.send(client.request("/gwprocess/v4/api.php").header("Content-Type", "multipart/form-data; boundary=B0")
                .POST(HttpRequest.BodyPublishers.ofString(parts))).json();

        assertThat(reply.path("status").asString()).isEqualTo("SUCCESS");
        assertThat(pay(reply.path("sessionkey").asString(), Map.of()).path("fields").path("value_a").asString()).isEqualTo("ওয়ার্ড ৭");
    }

    @Test
    void signsWhatItSendsThroughTheBrowser() throws Exception {
        var fields = pay(open(), Map.of()).path("fields");

        Map<String, String> signed = new TreeMap<>(Map.of("store_passwd", md5(credentials.storePassword())));
        for (String name : fields.path("verify_key").asString().split(",")) {
            signed.put(name, fields.path(name).asString());
        }
        String text = signed.entrySet().stream().map(one -> one.getKey() + "=" + one.getValue()).collect(Collectors.joining("&"));
        assertThat(signed).containsKeys("amount", "tran_id", "val_id", "status");
        assertThat(fields.path("verify_sign").asString()).isEqualTo(md5(text));
    }

    @Test
    void notifiesTheMerchantsServerOnce() throws Exception {
        String session = open();
        pay(session, Map.of());
        pay(session, Map.of());

        assertThat(notices.poll(5, TimeUnit.SECONDS)).contains("tran_id=T1", "status=VALID");
        assertThat(notices.poll(300, TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    void notifiesThriceOrNeverWhenToldTo() throws Exception {
        client.post("/__sim/faults", Map.of("kind", "repeat-ipn", "count", 3));
        pay(open(), Map.of());
        for (int i = 0; i < 3; i++) {
            assertThat(notices.poll(5, TimeUnit.SECONDS)).isNotNull();
        }

        client.post("/__sim/faults", Map.of("kind", "no-ipn"));
        pay(open(), Map.of());
        assertThat(notices.poll(300, TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    void notifiesLateWhenToldTo() throws Exception {
        client.post("/__sim/faults", Map.of("kind", "repeat-ipn", "count", 1, "delay_ms", 700));
        pay(open(), Map.of());

        assertThat(notices.poll(300, TimeUnit.MILLISECONDS)).isNull();
        assertThat(notices.poll(5, TimeUnit.SECONDS)).contains("status=VALID");
    }

    @Test
    void saysValidOnceAndValidatedEverAfter() throws Exception {
        String valId = pay(open(), Map.of()).path("fields").path("val_id").asString();

        assertThat(validate(valId).path("status").asString()).isEqualTo("VALID");
        assertThat(validate(valId).path("status").asString()).isEqualTo("VALIDATED");
        assertThat(client.form("/validator/api/validationserverAPI.php?val_id=" + valId + "&" + store, Map.of()).text("amount"))
                .isEqualTo("500.00");
        assertThat(validate("made-up").path("status").asString()).isEqualTo("INVALID_TRANSACTION");
    }

    @ParameterizedTest
    @CsvSource({"action,cancel,CANCELLED,/cancel", "wallet,01823074817,FAILED,/fail", "wallet,01823074818,FAILED,/fail"})
    void movesNothingWhenThePayerDoesNotPay(String field, String value, String status, String path) throws Exception {
        String session = open();

        var back = pay(session, Map.of(field, value));

        assertThat(back.path("url").asString()).endsWith(path);
        assertThat(back.path("fields").has("val_id")).isFalse();
        assertThat(transaction("sessionkey=" + session).path("status").asString()).isEqualTo(status);
        assertThat(moved()).isZero();
    }

    @Test
    void movesMoneyOnceWhateverTheNumberOfTabs() throws Exception {
        String session = open();

        clock.slowDown();
        Together.run(30, () -> pay(session, Map.of()));

        assertThat(moved()).isEqualTo(50_000);
    }

    @Test
    void marksARiskyPayment() throws Exception {
        String valId = pay(open(), Map.of("wallet", "01619777283")).path("fields").path("val_id").asString();

        assertThat(validate(valId).path("risk_level").asString()).isEqualTo("1");
    }

    @Test
    void findsAllAttemptsOfATransaction() throws Exception {
        pay(open(), Map.of("action", "cancel"));
        pay(open(), Map.of());

        var found = transaction("tran_id=T1");

        assertThat(found.path("APIConnect").asString()).isEqualTo("DONE");
        assertThat(found.path("no_of_trans_found").asInt()).isEqualTo(2);
        assertThat(found.path("element").path(0).path("status").asString()).isEqualTo("CANCELLED");
        assertThat(found.path("element").path(1).path("status").asString()).isEqualTo("VALID");
        assertThat(transaction("tran_id=NONE").path("no_of_trans_found").asInt()).isZero();
    }

    @Test
    void givesBackWhatWasPaidAndNoMore() throws Exception {
        String bankTranId = pay(open(), Map.of()).path("fields").path("bank_tran_id").asString();
        String question = "bank_tran_id=" + bankTranId + "&refund_remarks=overpaid&refund_amount=";

        var first = transaction(question + "200.00");
        assertThat(first.path("status").asString()).isEqualTo("success");
        assertThat(transaction("refund_ref_id=" + first.path("refund_ref_id").asString()).path("status").asString()).isEqualTo("refunded");
        clock.slowDown();
        List<String> rest = Together.run(10, () -> transaction(question + "100.00").path("status").asString());

        assertThat(rest.stream().filter("success"::equals).count()).isEqualTo(3);
        assertThat(moved()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"store_passwd,wrong", "total_amount,9.99", "total_amount,500000.01", "total_amount,10.001", "currency,USD", "cus_phone,''",
            "tran_id,1234567890123456789012345678901", "success_url,app", "product_profile,gift"})
    void refusesABrokenOrderWithAReason(String field, String value) throws Exception {
        var order = order();
        order.put(field, value);

        var reply = client.form("/gwprocess/v4/api.php", order).json();

        assertThat(reply.path("status").asString()).isEqualTo("FAILED");
        assertThat(reply.path("failedreason").asString()).isNotEmpty();
    }

    @Test
    void answersNoStranger() throws Exception {
        String valId = pay(open(), Map.of()).path("fields").path("val_id").asString();

        assertThat(client.get("/validator/api/validationserverAPI.php?val_id=" + valId + "&store_id=x&store_passwd=y").text("status"))
                .isEqualTo("INVALID_TRANSACTION");
        assertThat(client.get("/validator/api/merchantTransIDvalidationAPI.php?tran_id=T1&store_id=x").text("APIConnect"))
                .isEqualTo("INACTIVE");
    }
}
