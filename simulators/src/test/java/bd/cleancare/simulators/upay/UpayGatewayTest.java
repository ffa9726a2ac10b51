package bd.cleancare.simulators.upay;

import bd.cleancare.simulators.Client;
import bd.cleancare.simulators.SettableClock;
import bd.cleancare.simulators.Together;
import bd.cleancare.simulators.server.Address;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class UpayGatewayTest {

    private final UpayGateway.Credentials credentials = UpayGateway.Credentials.generate();
    private final SettableClock clock = new SettableClock("2026-11-22T06:01:02Z");
    private final UpayGateway upay = UpayGateway.start(Address.loopback(0), credentials, UpayGateway.Options.defaults().with(clock));
    private final Client client = new Client(upay.baseUrl());
    private Client merchant;

    @BeforeEach
    void authenticate() throws Exception {
        String token = authenticate(credentials.merchantKey()).json().path("data").path("token").asString();
        merchant = client.with(Map.of("Authorization", "UPAY " + token));
    }

    @AfterEach
    void stop() {
        upay.close();
    }

    private Client.Reply authenticate(String key) throws Exception {
        return client.post("/payment/merchant-auth/", Map.of("merchant_id", credentials.merchantId(), "merchant_key", key));
    }

    private Map<String, Object> order(String txnId) {
        Map<String, Object> order = new HashMap<>(Map.of("date", "2026-11-22", "txn_id", txnId, "invoice_id", "INV-" + txnId,
                "amount", new BigDecimal("500.10"), "merchant_id", credentials.merchantId(), "merchant_name", "City"));
        order.putAll(Map.of("merchant_code", "1", "merchant_country_code", "BD", "merchant_city", "Dhaka", "merchant_category_code", "9399",
                "merchant_mobile", "01700000000", "transaction_currency_code", "BDT", "redirect_url", "http://127.0.0.1:9/cb"));
        return order;
    }

    private Client.Reply init(String txnId) throws Exception {
        return merchant.post("/payment/merchant-payment-init/", order(txnId));
    }

    private String pay(String txnId, Map<String, String> how) throws Exception {
        return client.post("/__sim/pay/" + txnId, how).text("url");
    }

    private Client.Reply status(String txnId) throws Exception {
        return merchant.get("/payment/single-payment-status/" + txnId + "/");
    }

    private long moved() throws Exception {
        return client.get("/__sim/money").json().path("net_poisha").asLong();
    }

    @Test
    void authenticatesOnlyWithTheRightKey() throws Exception {
        assertThat(authenticate(credentials.merchantKey()).text("code")).isEqualTo("MAS2001");
        assertThat(authenticate("wrong").status()).isEqualTo(400);
        assertThat(authenticate("wrong").text("code")).isEqualTo("MNF4002");
    }

    @Test
    void leadsThePayerToThePageAndBack() throws Exception {
        var reply = init("T1").json();
        assertThat(reply.path("code").asString()).isEqualTo("MPIS2002");
        assertThat(reply.path("data").path("trx_id").asString()).hasSize(26);
        String page = reply.path("data").path("gateway_url").asString();
        assertThat(client.get(page).body()).contains("৳ 500.10", "INV-T1");

        assertThat(pay("T1", Map.of())).isEqualTo("http://127.0.0.1:9/cb?status=successful&invoice_id=INV-T1");
        assertThat(moved()).isEqualTo(50_010);
    }

    @Test
    void tellsTheTruthWhenAsked() throws Exception {
        init("T1");
        assertThat(status("T1").json().path("data").path("status").asString()).isEqualTo("pending");
        pay("T1", Map.of());

        var reply = merchant.get("/payment/single-payment-status/T1").json();

        assertThat(reply.path("code").asString()).isEqualTo("PS2005");
        var data = reply.path("data");
        assertThat(data.path("status").asString()).isEqualTo("success");
        assertThat(data.path("amount").isNumber()).isTrue();
        assertThat(data.path("amount").decimalValue()).isEqualByComparingTo("500.10");
        assertThat(data.path("customer_wallet").asString()).isEqualTo("017*****575");
        assertThat(status("NONE").text("code")).isEqualTo("PNF4012");
    }

    @ParameterizedTest
    @CsvSource({"action,cancel,cancelled", "wallet,01823074817,failed", "wallet,01823074818,failed"})
    void movesNothingWhenThePayerDoesNotPay(String field, String value, String status) throws Exception {
        init("T1");

        assertThat(pay("T1", Map.of(field, value))).contains("status=" + status);
        assertThat(status("T1").json().path("data").path("status").asString()).isEqualTo(status);
        assertThat(moved()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"amount,500.10,DVE4001", "txn_id,has-dash,DVE4001", "transaction_currency_code,USD,DVE4001", "date,22/11/2026,DVE4001",
            "redirect_url,app,DVE4001", "merchant_id,other,MNF4002"})
    void refusesABrokenOrderWithItsCode(String field, String value, String code) throws Exception {
        // The amount is refused here because it is text.
        var order = order("T1");
        order.put(field, value);

        assertThat(merchant.post("/payment/merchant-payment-init/", order).text("code")).isEqualTo(code);
    }

    @Test
    void refusesAnAmountWithThreeDecimals() throws Exception {
        var order = order("T1");
        order.put("amount", new BigDecimal("1.005"));

        assertThat(merchant.post("/payment/merchant-payment-init/", order).text("code")).isEqualTo("DVE4001");
    }

    @Test
    void takesATransactionIdOnlyOnceWhateverTheLoad() throws Exception {
        clock.slowDown();

        List<String> codes = Together.run(20, () -> init("SAME").text("code"));

        assertThat(Collections.frequency(codes, "MPIS2002")).isOne();
        assertThat(Collections.frequency(codes, "DTP4003")).isEqualTo(19);
    }

    @Test
    void wantsALivingToken() throws Exception {
        assertThat(client.get("/payment/single-payment-status/T1/").status()).isEqualTo(401);
        clock.advance(Duration.ofMinutes(21));
        assertThat(status("T1").status()).isEqualTo(401);
        authenticate();
        client.delete("/__sim/tokens");
        assertThat(status("T1").status()).isEqualTo(401);
    }

    @Test
    void letsASessionExpire() throws Exception {
        init("T1");
        clock.advance(Duration.ofMinutes(61));
        authenticate();

        assertThat(pay("T1", Map.of())).contains("status=expired");
        assertThat(status("T1").json().path("data").path("status").asString()).isEqualTo("expired");
        assertThat(moved()).isZero();
    }

    @Test
    void tellsOfManyPaymentsAtOnce() throws Exception {
        init("T1");
        init("T2");

        var reply = merchant.post("/payment/bulk-payment-status/", Map.of("txn_id_list", List.of("T1", "T2", "NONE"))).json();

        assertThat(reply.path("data")).hasSize(2);
    }

    @Test
    void givesBackWhatWasPaidAndNoMore() throws Exception {
        init("T1");
        init("T2");
        pay("T1", Map.of());
        String refunds = "[{\"txn_id\":\"T1\",\"refund_amount\":\"100.10\"},{\"txn_id\":\"T2\",\"refund_amount\":\"1.00\"},"
                + "{\"txn_id\":\"T1\",\"refund_amount\":\"400.01\"}]";

        var reply = merchant.post("/payment/bulk/refund/", refunds).json();

        assertThat(reply.path("code").asString()).isEqualTo("MPR_200");
        assertThat(reply.path("data").path("success_list").path(0).asString()).isEqualTo("T1");
        assertThat(reply.path("data").path("failed_list")).hasSize(2);
        assertThat(reply.path("data").path("failed_list").path(0).path("T2").path("bn").asString()).isNotEmpty();
        assertThat(moved()).isEqualTo(40_000);
        assertThat(merchant.post("/payment/bulk/refund/", "{}").text("code")).isEqualTo("DVE4001");
    }

    @Test
    void movesMoneyOnceWhateverTheNumberOfTabs() throws Exception {
        init("T1");

        clock.slowDown();
        Together.run(30, () -> pay("T1", Map.of()));

        assertThat(moved()).isEqualTo(50_010);
    }
}
