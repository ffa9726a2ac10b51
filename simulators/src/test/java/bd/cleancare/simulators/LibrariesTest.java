package bd.cleancare.simulators;

import bd.cleancare.simulators.bkash.BkashGateway;
import bd.cleancare.simulators.rocket.RocketGateway;
import bd.cleancare.simulators.server.Address;
import bd.cleancare.simulators.sslcommerz.SslcommerzGateway;
import bd.cleancare.simulators.upay.UpayGateway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/** What client libraries of others were seen to send, to the byte, where a simulator once stumbled over it; the README names the libraries. */
class LibrariesTest {

    private final BkashGateway.Credentials bkashKeys = BkashGateway.Credentials.generate();
    private final BkashGateway bkash = BkashGateway.start(Address.loopback(0), bkashKeys, BkashGateway.Options.defaults());
    private final SslcommerzGateway.Credentials store = SslcommerzGateway.Credentials.generate();
    private final SslcommerzGateway sslcommerz = SslcommerzGateway.start(Address.loopback(0), store, SslcommerzGateway.Options.defaults());

    private final UpayGateway.Credentials upayKeys = UpayGateway.Credentials.generate();
    private final UpayGateway upay = UpayGateway.start(Address.loopback(0), upayKeys, UpayGateway.Options.defaults());
    private final RocketGateway.Credentials rocketKeys = RocketGateway.Credentials.generate();
    private final RocketGateway rocket = RocketGateway.start(0, rocketKeys, RocketGateway.Options.returningTo("", ""));

    @AfterEach
    void stop() {
        bkash.close();
        upay.close();
        rocket.close();
        sslcommerz.close();
    }

    /** bkash-payment 3.0.5 sends the amount as it was given: a number. */
    @ParameterizedTest
    @ValueSource(strings = {"1000", "10.5", "\"1000.00\""})
    void bkashTakesAnAmountThatIsANumber(String amount) throws Exception {
        var created = tokenized("/create", "{\"mode\":\"0011\",\"currency\":\"BDT\",\"intent\":\"sale\",\"amount\":" + amount
                + ",\"callbackURL\":\"http://127.0.0.1:9/cb\",\"payerReference\":\"1\",\"merchantInvoiceNumber\":\"Order_101\"}");

        assertThat(created.text("statusCode")).isEqualTo("0000");
        assertThat(created.text("amount")).isEqualTo(amount.replace("\"", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "true", "[5]", "\"\"", "-5", "0.001"})
    void bkashTakesNothingElseForAnAmount(String amount) throws Exception {
        var refused = tokenized("/create", "{\"mode\":\"0011\",\"currency\":\"BDT\",\"intent\":\"sale\",\"amount\":" + amount
                + ",\"callbackURL\":\"http://127.0.0.1:9/cb\",\"payerReference\":\"1\",\"merchantInvoiceNumber\":\"Order_101\"}");

        assertThat(refused.text("statusCode")).isIn("2065", "2006");
        assertThat(refused.text("paymentID")).isNull();
    }

    /** bkash-payment 3.0.5 asks for the refund's status first and refunds only when there was none. */
    @Test
    void bkashTellsThatThereWasNoRefundYet() throws Exception {
        String id = tokenized("/create", "{\"mode\":\"0011\",\"currency\":\"BDT\",\"intent\":\"sale\",\"amount\":1000,\"callbackURL\":\"http://127.0.0.1:9/cb\","
                + "\"payerReference\":\"1\",\"merchantInvoiceNumber\":\"Order_101\"}").text("paymentID");
        new Client(bkash.baseUrl()).post("/__sim/pay/" + id, Map.of());
        String trxId = tokenized("/execute", "{\"paymentID\":\"" + id + "\"}").text("trxID");

        assertThat(tokenized("/payment/refund", "{\"paymentID\":\"" + id + "\",\"trxID\":\"" + trxId + "\"}").text("refundTrxID")).isNull();
        assertThat(tokenized("/payment/refund", "{\"paymentID\":\"" + id + "\",\"trxID\":\"" + trxId
                + "\",\"amount\":10,\"sku\":\"Test\",\"reason\":\"Test\"}").text("refundTrxID")).matches("[A-Z0-9]{10}");
    }

    /** bkash-payment-gateway 2.0.1 knows a refused user by this word alone. */
    @Test
    void olderBkashRefusesAUserInItsOwnShape() throws Exception {
        var refused = new Client(bkash.baseUrl()).with(Map.of("username", bkashKeys.username(), "password", "wrong"))
                .post("/v1.2.0-beta/checkout/token/grant", "{\"app_key\":\"" + bkashKeys.appKey() + "\",\"app_secret\":\"" + bkashKeys.appSecret() + "\"}");

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.text("status")).isEqualTo("fail");
        assertThat(refused.text("msg")).isNotEmpty();
    }

    /** sslcommerz-lts 1.2.0 asks for the end of the connection and uses it again unless it is told that it ended. */
    @Test
    void connectionThatIsClosedIsSaidToBe() throws Exception {
        String answer = exchange("""
                POST /validator/api/validationserverAPI.php?val_id=nope&store_id=%s&store_passwd=%s&v=1&format=json HTTP/1.1\r
                Accept: */*\r
                Content-Length: 0\r
                User-Agent: node-fetch/1.0 (+https://github.com/bitinn/node-fetch)\r
                Accept-Encoding: gzip,deflate\r
                Connection: close\r
                Host: 127.0.0.1:%d\r
                \r
                """.formatted(store.storeId(), store.storePassword(), sslcommerz.port()));

        assertThat(answer).startsWith("HTTP/1.1 200 ").containsIgnoringCase("\r\nConnection: close\r\n").contains("INVALID_TRANSACTION");
    }

    /** Both Node libraries for SSLCommerz refund without an id of their own. */
    @Test
    void refundWithoutItsOwnIdNamesTheTransaction() throws Exception {
        var client = new Client(sslcommerz.baseUrl());
        var order = new java.util.HashMap<>(Map.of("store_id", store.storeId(), "store_passwd", store.storePassword(), "total_amount", "100", "currency", "BDT",
                "tran_id", "REF123", "success_url", "http://localhost:9/success", "fail_url", "http://localhost:9/fail", "cancel_url", "http://localhost:9/cancel"));
        order.putAll(Map.of("shipping_method", "Courier", "product_name", "Computer.", "product_category", "Electronic", "product_profile", "general",
                "cus_name", "Customer Name", "cus_email", "c@example.com", "cus_add1", "Dhaka", "cus_city", "Dhaka", "cus_postcode", "1000", "cus_country", "Bangladesh"));
        order.put("cus_phone", "01711111111");
        String session = client.form("/gwprocess/v4/api.php", order).text("sessionkey");
        String bankTranId = client.post("/__sim/pay/" + session, Map.of()).json().path("fields").path("bank_tran_id").asString();

        var refunded = client.post("/validator/api/merchantTransIDvalidationAPI.php?refund_amount=10&refund_remarks=Out%20of%20stock&bank_tran_id=" + bankTranId
                + "&refe_id=EASY5645415455&store_id=" + store.storeId() + "&store_passwd=" + store.storePassword() + "&v=1&format=json", "");

        assertThat(refunded.text("status")).isEqualTo("success");
        assertThat(refunded.text("trans_id")).isEqualTo("REF123");
    }

    /** codeboxr/upay 1.0.4, by its source: the country for the currency. */
    @Test
    void upayTakesWhatThePhpLibrarySends() throws Exception {
        Client client = new Client(upay.baseUrl());
        String token = client.post("/payment/merchant-auth/", Map.of("merchant_id", upayKeys.merchantId(), "merchant_key", upayKeys.merchantKey())).json()
                .path("data").path("token").asString();
        var created = client.with(Map.of("Authorization", "UPAY " + token)).post("/payment/merchant-payment-init/", "{\"date\":\"2026-11-26\",\"txn_id\":\"T1\",\"invoice_id\":\"I1\","
                + "\"amount\":100,\"merchant_id\":\"" + upayKeys.merchantId() + "\",\"merchant_name\":\"Shop\",\"merchant_code\":\"1\",\"merchant_country_code\":\"BD\","
                + "\"merchant_city\":\"Dhaka\",\"merchant_category_code\":\"1\",\"merchant_mobile\":\"01711111111\",\"transaction_currency_code\":\"BD\","
                + "\"redirect_url\":\"http://127.0.0.1:9/back\"}");

        assertThat(created.text("code")).isEqualTo("MPIS2002");
        client.post("/__sim/pay/T1", Map.of());
        var status = client.with(Map.of("Authorization", "UPAY " + token)).get("/payment/single-payment-status/T1/").json().path("data");
        assertThat(status.path("status").asString()).isEqualTo("success");
        assertThat(status.path("amount").decimalValue()).isEqualByComparingTo("100");
    }

    /** soap 1.13.0 for Node builds its client out of the WSDL, names the parts with its own prefix and quotes the action. */
    @Test
    void rocketUnderstandsAClientMadeOfItsWsdl() throws Exception {
        Client client = new Client(rocket.baseUrl()).with(Map.of("Content-Type", "text/xml; charset=utf-8", "SOAPAction", "\"\""));
        assertThat(client.get("/ecomws/dbblecomtxn?wsdl").body()).contains("getransid", "getsubmertransid", "getresultfield");
        var reply = client.post("/ecomws/dbblecomtxn", "<?xml version=\"1.0\" encoding=\"utf-8\"?><soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\" "
                + "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xmlns:tns=\"http://ecom.dbbl/\"><soap:Body><tns:getransid xmlns:tns=\"http://ecom.dbbl/\" xmlns=\"http://ecom.dbbl/\">"
                + "<userid>" + rocketKeys.userId() + "</userid><pwd>" + rocketKeys.password() + "</pwd><amount>50000</amount><cardtype>6</cardtype><txnrefnum>INV1</txnrefnum>"
                + "<clientip>10.0.0.9</clientip></tns:getransid></soap:Body></soap:Envelope>");

        assertThat(reply.body()).contains("TRANSACTION_ID:");
    }

    private Client.Reply tokenized(String path, String body) throws Exception {
        var client = new Client(bkash.baseUrl());
        String token = client.with(Map.of("username", bkashKeys.username(), "password", bkashKeys.password())).post("/v1.2.0-beta/tokenized/checkout/token/grant",
                Map.of("app_key", bkashKeys.appKey(), "app_secret", bkashKeys.appSecret())).text("id_token");
        return client.with(Map.of("authorization", token, "x-app-key", bkashKeys.appKey())).post("/v1.2.0-beta/tokenized/checkout" + path, body);
    }

    private String exchange(String request) throws Exception {
        try (var socket = new Socket("127.0.0.1", sslcommerz.port())) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
