package bd.cleancare.simulators.bkash;

import bd.cleancare.simulators.Client;
import bd.cleancare.simulators.Together;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class RefundsTest extends BkashTest {

    private static final String V2 = "/v2/tokenized-checkout/refund/payment";

    private String id;
    private String trxId;

    @BeforeEach
    void payFirst() throws Exception {
        id = paid("500.00", "INV-1");
        trxId = status(id).path("trxID").asString();
    }

    private Client.Reply refund(String amount, String sku) throws Exception {
        return merchant().post(CHECKOUT + "/payment/refund",
                Map.of("paymentID", id, "trxID", trxId, "amount", amount, "sku", sku, "reason", "overpaid"));
    }

    private Client.Reply refundV2(Map<String, String> change) throws Exception {
        Map<String, String> body = new HashMap<>(Map.of("paymentId", id, "trxId", trxId, "refundAmount", "100.00", "sku", "R1", "reason", "overpaid"));
        body.putAll(change);
        return merchant().post(V2 + "/transaction", body);
    }

    @Test
    void givesAPartBack() throws Exception {
        var reply = refund("100.00", "R1").json();

        assertThat(reply.path("statusCode").asString()).isEqualTo("0000");
        assertThat(reply.path("originalTrxID").asString()).isEqualTo(trxId);
        assertThat(reply.path("refundTrxID").asString()).isNotEqualTo(trxId);
        assertThat(moved()).isEqualTo(40_000);
        assertThat(status(id).path("maxRefundableAmount").asString()).isEqualTo("400.00");
    }

    @Test
    void tellsTheLastRefundWhenAskedWithoutAnAmount() throws Exception {
        var question = Map.of("paymentID", id, "trxID", trxId);
        assertThat(merchant().post(CHECKOUT + "/payment/refund", question).text("statusCode")).isEqualTo("2033");
        String refundId = refund("100.00", "R1").text("refundTrxID");

        assertThat(merchant().post(CHECKOUT + "/payment/refund", question).text("refundTrxID")).isEqualTo(refundId);
        assertThat(merchant().post(CHECKOUT + "/payment/refund/status", question).text("refundTrxID")).isEqualTo(refundId);
        assertThat(moved()).isEqualTo(40_000);
    }

    @Test
    void neverGivesBackMoreThanWasPaid() throws Exception {
        clock.slowDown();

        List<String> codes = Together.run(20, () -> refund("150.00", "R").text("statusCode"));

        assertThat(Collections.frequency(codes, "0000")).isEqualTo(3);
        assertThat(Collections.frequency(codes, "2072")).isEqualTo(17);
        assertThat(moved()).isEqualTo(5_000);
    }

    @Test
    void givesBackAtMostTenTimes() throws Exception {
        for (int i = 0; i < 10; i++) {
            assertThat(refund("1.00", "R" + i).text("statusCode")).isEqualTo("0000");
        }

        assertThat(refund("1.00", "R11").text("statusCode")).isEqualTo("2074");
    }

    @Test
    void givesNothingBackAfterFifteenDays() throws Exception {
        clock.advance(Duration.ofDays(16));
        var later = merchant(grant().path("id_token").asString());

        assertThat(later.post(CHECKOUT + "/payment/refund", Map.of("paymentID", id, "trxID", trxId, "amount", "1", "sku", "R",
                "reason", "late")).text("statusCode")).isEqualTo("2071");
    }

    @Test
    void speaksTheSecondVersionToo() throws Exception {
        var reply = refundV2(Map.of()).json();
        assertThat(reply.path("refundTransactionStatus").asString()).isEqualTo("Completed");
        assertThat(reply.path("originalTrxAmount").asString()).isEqualTo("500.00");
        refundV2(Map.of("refundAmount", "50"));

        var status = merchant().post(V2 + "/status", Map.of("paymentId", id, "trxId", trxId)).json();

        assertThat(status.path("refundTransactions")).hasSize(2);
        assertThat(status.path("refundTransactions").path(0).path("refundTrxId").asString())
                .isEqualTo(reply.path("refundTrxId").asString());
        assertThat(moved()).isEqualTo(35_000);
    }

    @Test
    void refusesInTheSecondVersionsOwnShape() throws Exception {
        var unknown = refundV2(Map.of("paymentId", "TR0011nothing"));

        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.text("internalCode")).isEqualTo("invalid_payment_id");
        assertThat(unknown.text("externalCode")).isEqualTo("2002");
        assertThat(refundV2(Map.of("sku", "")).text("externalCode")).isEqualTo("2073");
        assertThat(refundV2(Map.of("reason", "x".repeat(256))).text("externalCode")).isEqualTo("2076");
        assertThat(refundV2(Map.of("trxId", "OTHER00000")).text("externalCode")).isEqualTo("2077");
    }
}
