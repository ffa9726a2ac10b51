package bd.cleancare.simulators.nagad;

import bd.cleancare.simulators.Client;
import bd.cleancare.simulators.SettableClock;
import bd.cleancare.simulators.Together;
import bd.cleancare.simulators.server.Address;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class NagadGatewayTest {

    // Making keys takes long, and no test changes them.
    private static final NagadGateway.Credentials CREDENTIALS = NagadGateway.Credentials.generate();
    private static final String NOW = "20261122120102";

    private final SettableClock clock = new SettableClock("2026-11-22T06:01:02Z");
    private final NagadGateway nagad = NagadGateway.start(Address.loopback(0), CREDENTIALS, NagadGateway.Options.defaults().with(clock));
    private final Client client = new Client(nagad.baseUrl());
    private final NagadMerchant merchant = new NagadMerchant(nagad, CREDENTIALS);

    @AfterEach
    void stop() {
        nagad.close();
    }

    private String pay(String ref, Map<String, String> how) throws Exception {
        return client.post("/__sim/pay/" + ref, how).text("url");
    }

    private long moved() throws Exception {
        return client.get("/__sim/money").json().path("net_poisha").asLong();
    }

    @Test
    void answersInitializeSealedAndSigned() throws Exception {
        var opened = merchant.open(merchant.initialize("INV1", NOW).json());

        assertThat(opened.path("acceptDateTime").asString()).isEqualTo(NOW);
        assertThat(opened.path("challenge").asString()).hasSize(40).isNotEqualTo("c0ffee");
    }

    @Test
    void leadsThePayerToThePageAndBack() throws Exception {
        var initialized = merchant.open(merchant.initialize("INV1", NOW).json());
        var completed = merchant.complete(initialized, "INV1", Map.of()).json();
        String ref = initialized.path("paymentReferenceId").asString();

        assertThat(completed.path("status").asString()).isEqualTo("Success");
        assertThat(completed.path("callBackUrl").asString()).isEqualTo(nagad.baseUrl() + "/check-out/" + ref);
        assertThat(client.get(completed.path("callBackUrl").asString()).body()).contains("৳ 500.00", "INV1");
        assertThat(pay(ref, Map.of())).startsWith("http://127.0.0.1:9/cb?merchant=" + merchant.id + "&order_id=INV1&payment_ref_id=" + ref
                + "&status=Success&status_code=00_0000_000&message=Successful%20Transaction&payment_dt=20261122120102&issuer_payment_ref=");
        assertThat(moved()).isEqualTo(50_000);
    }

    @Test
    void tellsTheTruthWhenVerified() throws Exception {
        String ref = merchant.order("INV1", NOW);
        assertThat(merchant.verify(ref).text("status")).isEqualTo("Ready");
        pay(ref, Map.of());

        var verified = merchant.verify(ref).json();

        assertThat(verified.path("status").asString()).isEqualTo("Success");
        assertThat(verified.path("statusCode").asString()).isEqualTo("000");
        assertThat(verified.path("amount").asString()).isEqualTo("500");
        assertThat(verified.path("clientMobileNo").asString()).isEqualTo("017****8575");
        assertThat(verified.path("additionalMerchantInfo").asString()).isEqualTo("{\"bill\":\"7\"}");
        assertThat(verified.path("issuerPaymentRefNo").asString()).matches("[A-Z0-9]{8}");
        assertThat(verified.path("orderDateTime").asString()).isEqualTo("2026-11-22 12:01:02.0");
    }

    @ParameterizedTest
    @CsvSource({"action,cancel,Aborted", "wallet,01823074817,Failed", "wallet,01823074818,Failed"})
    void movesNothingWhenThePayerDoesNotPay(String field, String value, String status) throws Exception {
        String ref = merchant.order("INV1", NOW);

        assertThat(pay(ref, Map.of(field, value))).contains("status=" + status).doesNotContain("issuer_payment_ref");
        assertThat(merchant.verify(ref).text("status")).isEqualTo(status);
        assertThat(moved()).isZero();
    }

    @Test
    void refusesASignatureByAnotherKey() throws Exception {
        var stranger = NagadGateway.Credentials.generate();
        var impostor = new NagadMerchant(nagad, new NagadGateway.Credentials(CREDENTIALS.merchantId(), stranger.merchantPrivateKey(),
                "", "", CREDENTIALS.gatewayPublicKey()));

        var reply = impostor.initialize("INV1", NOW);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text("message")).isEqualTo("signature verification failed");
        assertThat(reply.text("reason")).matches("\\d\\d_\\d{4}_\\d{3}");
    }

    @Test
    void refusesWhatWasSealedForAnotherGateway() throws Exception {
        Map<String, String> sealed = new HashMap<>(merchant.seal(Map.of("merchantId", merchant.id)));
        sealed.put("sensitiveData", "bm90IHNlYWxlZA==");

        assertThat(merchant.initialize("INV1", NOW, sealed).text("message")).isEqualTo("decryption error");
    }

    @ParameterizedTest
    @ValueSource(strings = {"20261122115501", "20261122120703", "yesterday"})
    void refusesAClockThatIsWrong(String dateTime) throws Exception {
        assertThat(merchant.initialize("INV1", dateTime).text("message")).isEqualTo("invalid request time");
    }

    @Test
    void takesAnOrderIdOnlyOnceWhateverTheLoad() throws Exception {
        List<Integer> statuses = Together.run(20, () -> merchant.initialize("SAME", NOW).status());

        assertThat(Collections.frequency(statuses, 200)).isOne();
        assertThat(merchant.initialize("SAME", NOW).text("message")).isEqualTo("duplicate order id");
    }

    @ParameterizedTest
    @CsvSource({"challenge,wrong,invalid challenge", "currencyCode,840,invalid currency", "amount,-5,invalid purchase information",
            "orderId,OTHER,invalid order id", "merchantId,1,invalid merchant"})
    void refusesABrokenCompletion(String field, String value, String message) throws Exception {
        var initialized = merchant.open(merchant.initialize("INV1", NOW).json());

        assertThat(merchant.complete(initialized, "INV1", Map.of(field, value)).text("message")).isEqualTo(message);
    }

    @Test
    void completesAnOrderOnlyOnce() throws Exception {
        var initialized = merchant.open(merchant.initialize("INV1", NOW).json());
        merchant.complete(initialized, "INV1", Map.of());

        assertThat(merchant.complete(initialized, "INV1", Map.of("amount", "1.00")).status()).isEqualTo(400);
    }

    @Test
    void insistsOnItsHeaders() throws Exception {
        assertThat(client.get("/api/dfs/verify/payment/x").text("message")).isEqualTo("invalid API request");
        assertThat(client.with(Map.of("X-KM-Api-Version", "v-0.2.0")).get("/api/dfs/verify/payment/x").text("message"))
                .isEqualTo("invalid reference id");
    }

    @Test
    void givesBackInPartsButNeverMoreThanWasPaid() throws Exception {
        String ref = merchant.order("INV1", NOW);
        pay(ref, Map.of());
        clock.advance(Duration.ofDays(1));

        var first = merchant.open(merchant.cancel(ref, "200.00", "20261122").json());
        assertThat(first.path("status").asString()).isEqualTo("PartialCancelled");
        assertThat(merchant.cancel(ref, "300.01", "20261122").text("message")).isEqualTo("invalid cancellation amount");
        var second = merchant.open(merchant.cancel(ref, "300.00", "20261122").json());

        assertThat(second.path("status").asString()).isEqualTo("Cancelled");
        assertThat(merchant.verify(ref).text("cancelIssuerRefNo")).isEqualTo(second.path("cancelTrxId").asString());
        assertThat(moved()).isZero();
    }

    @Test
    void givesBackNothingForAnotherDayOrAnUnpaidOrder() throws Exception {
        String ref = merchant.order("INV1", NOW);
        assertThat(merchant.cancel(ref, "1.00", "20261122").text("message")).isEqualTo("invalid reference id");
        pay(ref, Map.of());

        assertThat(merchant.cancel(ref, "1.00", "20261121").text("message")).isEqualTo("invalid request time");
    }

    @Test
    void canForgeItsOwnSignatureWhenToldTo() throws Exception {
        client.post("/__sim/faults", Map.of("endpoint", "*/initialize/*", "kind", "tamper",
                "set", Map.of("signature", "AAAA")));
        var forged = merchant.initialize("INV1", NOW).json();

        assertThatThrownBy(() -> merchant.open(forged)).isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void movesMoneyOnceWhateverTheNumberOfTabs() throws Exception {
        String ref = merchant.order("INV1", NOW);

        clock.slowDown();
        Together.run(30, () -> pay(ref, Map.of()));

        assertThat(moved()).isEqualTo(50_000);
    }
}
