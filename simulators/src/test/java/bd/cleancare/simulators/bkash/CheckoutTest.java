package bd.cleancare.simulators.bkash;

import bd.cleancare.simulators.Together;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CheckoutTest extends BkashTest {

    @Test
    void createsAPaymentWithAllItsUrls() throws Exception {
        var reply = merchant().post(CHECKOUT + "/create", order("500.00", "INV-1")).json();

        String id = reply.path("paymentID").asString();
        assertThat(id).matches("TR0011[A-Za-z0-9]{8}1795327262345");
        assertThat(reply.path("bkashURL").asString()).startsWith(bkash.baseUrl() + "/bkash/pay?paymentId=" + id);
        assertThat(reply.path("paymentCreateTime").asString()).isEqualTo("2026-11-22T12:01:02:345 GMT+0600");
        assertThat(reply.path("transactionStatus").asString()).isEqualTo("Initiated");
        assertThat(reply.path("successCallbackURL").asString())
                .matches("http://127.0.0.1:9/cb\\?ref=P1&paymentID=" + id + "&status=success&signature=[A-Za-z0-9]{10}");
        assertThat(reply.path("cancelledCallbackURL").asString()).contains("status=cancel");
    }

    @ParameterizedTest
    @CsvSource({"mode,9999,2063", "mode,0001,2064", "callbackURL,app,2049", "amount,1.005,2006", "amount,0,2006", "amount,1e3,2006",
            "amount,৫০০,2006", "currency,USD,2007", "intent,gift,2008", "payerReference,'',2065", "merchantInvoiceNumber,' ',2031"})
    void refusesABrokenOrderWithItsCode(String field, String value, String code) throws Exception {
        var order = order("500.00", "INV-1");
        order.put(field, value);

        var reply = merchant().post(CHECKOUT + "/create", order);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text("statusCode")).isEqualTo(code);
        assertThat(reply.text("paymentID")).isNull();
    }

    @Test
    void movesMoneyOnlyWhenTheMerchantExecutes() throws Exception {
        String id = create("500", "INV-1");
        assertThat(approve(id)).startsWith("http://127.0.0.1:9/cb?ref=P1&paymentID=" + id + "&status=success&signature=")
                .endsWith("&apiVersion=1.2.0-beta%2F");
        assertThat(moved()).isZero();

        var executed = execute(id);

        assertThat(executed.path("statusCode").asString()).isEqualTo("0000");
        assertThat(executed.path("transactionStatus").asString()).isEqualTo("Completed");
        assertThat(executed.path("amount").asString()).isEqualTo("500");
        assertThat(executed.path("trxID").asString()).matches("[A-Z0-9]{10}");
        assertThat(moved()).isEqualTo(50_000);
    }

    @Test
    void executesOnlyWhatThePayerApproved() throws Exception {
        String untouched = create("500", "INV-1");
        String cancelled = create("500", "INV-2");
        pay(cancelled, Map.of("action", "cancel"));

        assertThat(execute(untouched).path("statusCode").asString()).isEqualTo("2056");
        assertThat(execute(cancelled).path("statusCode").asString()).isEqualTo("2056");
        assertThat(execute("TR0011unknown").path("statusCode").asString()).isEqualTo("2002");
        assertThat(moved()).isZero();
    }

    @Test
    void executesOnceWhateverTheNumberOfCallers() throws Exception {
        String id = create("500", "INV-1");
        approve(id);
        merchant();
        clock.slowDown();

        List<String> codes = Together.run(50, () -> execute(id).path("statusCode").asString());

        assertThat(Collections.frequency(codes, "0000")).isOne();
        assertThat(Collections.frequency(codes, "2117")).isEqualTo(49);
        assertThat(moved()).isEqualTo(50_000);
    }

    @Test
    void tellsTheTruthAfterItsAnswerToExecuteWasLost() throws Exception {
        String id = create("500", "INV-1");
        approve(id);
        client.post("/__sim/faults", Map.of("endpoint", "POST */execute", "kind", "drop-after-commit"));

        assertThatThrownBy(() -> execute(id)).isInstanceOf(IOException.class);

        assertThat(status(id).path("transactionStatus").asString()).isEqualTo("Completed");
        assertThat(moved()).isEqualTo(50_000);
        assertThat(client.get("/__sim/journal?path=/execute").json()).hasSize(1);
    }

    @Test
    void answersTheQueryWithItsOwnNameForTheInvoice() throws Exception {
        String id = create("500.00", "INV-1");
        assertThat(status(id).has("trxID")).isFalse();
        assertThat(status(id).path("userVerificationStatus").asString()).isEqualTo("Incomplete");
        approve(id);
        assertThat(status(id).path("transactionStatus").asString()).isEqualTo("Initiated");
        assertThat(status(id).path("verificationStatus").asString()).isEqualTo("Complete");
        String trxId = execute(id).path("trxID").asString();

        var found = status(id);
        assertThat(found.path("merchantInvoice").asString()).isEqualTo("INV-1");
        assertThat(found.has("merchantInvoiceNumber")).isFalse();
        assertThat(found.path("trxID").asString()).isEqualTo(trxId);
    }

    @Test
    void findsATransactionByItsId() throws Exception {
        String id = create("500.00", "INV-1");
        approve(id);
        String trxId = execute(id).path("trxID").asString();

        var search = merchant().post(CHECKOUT + "/general/searchTransaction", Map.of("trxID", trxId)).json();
        assertThat(search.path("amount").asString()).isEqualTo("500.00");
        assertThat(merchant().post(CHECKOUT + "/general/searchTransaction", Map.of("trxID", "NOSUCHTRX1")).text("statusCode"))
                .isEqualTo("2033");
    }

    @Test
    void takesTheSameAmountFromAWalletOnlyOnceInTwoMinutes() throws Exception {
        paid("500.00", "INV-1");
        String second = create("500", "INV-2");

        assertThat(approve(second)).contains("status=failure");
        clock.advance(Duration.ofSeconds(121));
        String third = create("500", "INV-3");
        assertThat(approve(third)).contains("status=success");
    }

    @Test
    void noticesTheDuplicateAtExecuteWhenBothWereApprovedBefore() throws Exception {
        String first = create("500", "INV-1");
        String second = create("500", "INV-2");
        approve(first);
        approve(second);
        execute(first);

        assertThat(execute(second).path("statusCode").asString()).isEqualTo("2029");
        assertThat(moved()).isEqualTo(50_000);
    }

    @Test
    void takesTheSameAmountFromTwoWallets() throws Exception {
        paid("500", "INV-1");
        String second = create("500", "INV-2");
        pay(second, Map.of("wallet", "01929918378"));

        assertThat(execute(second).path("statusCode").asString()).isEqualTo("0000");
    }

    @Test
    void forgetsAPaymentAfterADay() throws Exception {
        String id = create("500", "INV-1");
        approve(id);
        clock.advance(Duration.ofHours(25));
        var later = merchant(grant().path("id_token").asString());

        assertThat(later.post(CHECKOUT + "/execute", Map.of("paymentID", id)).text("statusCode")).isEqualTo("2056");
        assertThat(later.post(CHECKOUT + "/payment/status", Map.of("paymentID", id)).text("transactionStatus")).isEqualTo("Expired");
    }
}
