package bd.cleancare.simulators.bkash;

import org.junit.jupiter.api.Test;

import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class OlderCheckoutTest extends BkashTest {

    private static final String OLDER = "/v1.2.0-beta/checkout";

    @Test
    void createsWithoutARedirectAndWithoutAStatusCode() throws Exception {
        var reply = merchant().post(OLDER + "/payment/create", order("500.00", "INV-1")).json();

        assertThat(reply.path("transactionStatus").asString()).isEqualTo("Initiated");
        assertThat(reply.has("bkashURL")).isFalse();
        assertThat(reply.has("statusCode")).isFalse();
    }

    @Test
    void executesByPathAndAnswersTheQuery() throws Exception {
        String id = merchant().post(OLDER + "/payment/create", order("500.00", "INV-1")).text("paymentID");
        assertThat(merchant().post(OLDER + "/payment/execute/" + id, "").text("errorCode")).isEqualTo("2056");
        assertThat(approve(id)).isNull();

        var executed = merchant().post(OLDER + "/payment/execute/" + id, "").json();

        assertThat(executed.path("transactionStatus").asString()).isEqualTo("Completed");
        String trxId = executed.path("trxID").asString();
        assertThat(merchant().get(OLDER + "/payment/query/" + id).text("refundAmount")).isEqualTo("0.00");
        assertThat(merchant().get(OLDER + "/payment/search/" + trxId).text("trxID")).isEqualTo(trxId);
        assertThat(merchant().post(OLDER + "/payment/execute/" + id, "").text("errorCode")).isEqualTo("2117");
        assertThat(moved()).isEqualTo(50_000);
    }

    @Test
    void refundsAndTells() throws Exception {
        String id = merchant().post(OLDER + "/payment/create", order("500.00", "INV-1")).text("paymentID");
        approve(id);
        String trxId = merchant().post(OLDER + "/payment/execute/" + id, "").text("trxID");

        merchant().post(OLDER + "/payment/refund",
                Map.of("paymentID", id, "trxID", trxId, "amount", "200", "sku", "R", "reason", "x"));

        assertThat(merchant().post(OLDER + "/payment/refund", Map.of("paymentID", id, "trxID", trxId)).text("amount"))
                .isEqualTo("200.00");
        assertThat(moved()).isEqualTo(30_000);
    }

    @Test
    void grantsUnderItsOwnPathAndRefusesInItsOwnShape() throws Exception {
        var headers = Map.of("username", credentials.username(), "password", credentials.password());

        assertThat(client.with(headers).post(OLDER + "/token/grant",
                Map.of("app_key", credentials.appKey(), "app_secret", credentials.appSecret())).text("id_token")).isNotEmpty();
        assertThat(client.with(headers).post(OLDER + "/token/grant", Map.of("app_key", "x", "app_secret", "y")).text("status"))
                .isEqualTo("fail");
    }
}
