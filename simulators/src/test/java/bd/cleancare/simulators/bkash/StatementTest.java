package bd.cleancare.simulators.bkash;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class StatementTest extends BkashTest {

    private String trxId;

    @BeforeEach
    void payTwice() throws Exception {
        trxId = status(paid("500.00", "INV-1")).path("trxID").asString();
        paid("70.50", "INV-2");
    }

    private List<String> statement(String date) throws Exception {
        return client.get("/__sim/statement?date=" + date).body().lines().toList();
    }

    @Test
    void listsTheDaysMoneyWithTheFee() throws Exception {
        assertThat(statement("2026-11-22")).hasSize(3).contains(
                "date_time,type,trx_id,invoice,wallet,amount,fee,net",
                "2026-11-22 12:01:02,PAYMENT," + trxId + ",INV-1,01770618575,500.00,7.50,492.50");
        assertThat(statement("2026-11-23")).hasSize(1);
        assertThat(client.get("/__sim/statement?date=yesterday").status()).isEqualTo(400);
    }

    @Test
    void cutsTheDayAtMidnightInDhaka() throws Exception {
        clock.advance(Duration.ofHours(12));
        String id = merchant(grant().path("id_token").asString()).post(CHECKOUT + "/create", order("9", "NIGHT")).text("paymentID");
        approve(id);
        merchant(grant().path("id_token").asString()).post(CHECKOUT + "/execute", Map.of("paymentID", id));

        assertThat(statement("2026-11-23")).anySatisfy(line -> assertThat(line).contains("NIGHT"));
    }

    @ParameterizedTest
    @CsvSource({"missing,2,0", "duplicate,4,2", "unknown,4,1", "refund,4,2"})
    void getsItsLinesWrongWhenToldTo(String mistake, int lines, int linesOfTransaction) throws Exception {
        String about = mistake.equals("unknown") ? "" : trxId;
        client.post("/__sim/statement", Map.of("mistake", mistake, "trx_id", about, "poisha", 1234));

        assertThat(statement("2026-11-22")).hasSize(lines);
        assertThat(statement("2026-11-22").stream().filter(line -> line.contains(trxId)).count()).isEqualTo(linesOfTransaction);
        assertThat(moved()).isEqualTo(57_050);
    }

    @Test
    void getsAmountAndFeeWrongWhenToldToAndRightAfterAReset() throws Exception {
        client.post("/__sim/statement", Map.of("mistake", "amount", "trx_id", trxId, "poisha", 49_900));
        client.post("/__sim/statement", Map.of("mistake", "fee", "trx_id", trxId, "poisha", 100));

        assertThat(statement("2026-11-22")).anySatisfy(line -> assertThat(line).endsWith("499.00,1.00,498.00"));
        client.delete("/__sim/statement");
        assertThat(statement("2026-11-22")).anySatisfy(line -> assertThat(line).endsWith("500.00,7.50,492.50"));
        assertThat(client.post("/__sim/statement", Map.of("mistake", "earthquake")).status()).isEqualTo(400);
    }
}
