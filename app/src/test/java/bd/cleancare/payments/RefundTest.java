package bd.cleancare.payments;

import static bd.cleancare.payments.PaymentFlowTest.atOnce;
import static bd.cleancare.payments.PaymentWorld.paymentOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bd.cleancare.testing.Api;
import bd.cleancare.testing.Api.Answer;
import bd.cleancare.testing.AppTest;
import bd.cleancare.testing.Await;
import bd.cleancare.testing.People;
import bd.cleancare.testing.People.Person;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@AppTest
@Import(PaymentWorld.class)
class RefundTest {

    @Autowired
    Api api;
    @Autowired
    People people;
    @Autowired
    PaymentWorld world;
    @Autowired
    JdbcClient db;
    @Autowired
    Refunds refunds;

    Person citizen;
    Person maker;
    Person checker;
    UUID bill;

    @BeforeEach
    void people() {
        world.heal();
        citizen = people.citizen();
        maker = people.admin();
        checker = people.admin();
        bill = world.bill(citizen, "500");
    }

    @AfterEach
    void booksAreInOrder() {
        world.heal();
        world.assertBooksAreInOrder();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bkash", "nagad", "upay"})
    void partAndThenTheRestGoBack(String method) {
        UUID payment = paid(method);
        Answer part = ask(payment, "200", "500");
        assertThat(part.status()).as(part.text()).isEqualTo(201);
        assertThat(approve(part, checker).body().path("status").asString()).isEqualTo("succeeded");
        assertThat(world.status(payment)).isEqualTo("partially_refunded");
        assertThat(billStatus()).isEqualTo("due");
        approve(ask(payment, "300.00", "300"), checker);
        assertThat(world.status(payment)).isEqualTo("refunded");
        assertThat(api.as(citizen.accessToken()).get("/api/payments/" + payment + "/").body().path("status").asString()).isEqualTo("refunded");
        Await.until(() -> world.messagesTo(citizen) == 3);
    }

    @Test
    void nobodyApprovesTheirOwnRefundAndCitizensNone() {
        UUID payment = paid("bkash");
        Answer asked = ask(payment, "10", "500");
        assertThat(approve(asked, maker).status()).isEqualTo(403);
        assertThat(approve(asked, citizen).status()).isEqualTo(403);
        assertThatThrownBy(() -> db.sql("UPDATE refunds SET decided_by = requested_by WHERE id = ?").param(id(asked)).update()).isInstanceOf(DataAccessException.class);
        assertThat(approve(asked, checker).status()).isEqualTo(200);
        assertThat(approve(asked, checker).status()).isEqualTo(409);
    }

    @Test
    void reasonAndRightAmountsAreDemanded() {
        UUID payment = paid("bkash");
        assertThat(api.as(maker.accessToken()).with("Idempotency-Key", "r").post("/api/payments/" + payment + "/refunds/", Map.of("amount", "10", "refundable", "500")).status()).isEqualTo(400);
        Answer stale = ask(payment, "10", "499");
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.body().path("refundable").asString()).isEqualTo("500.00");
        Answer much = ask(payment, "500.01", "500");
        assertThat(much.status()).isEqualTo(409);
        assertThat(much.body().path("code").asString()).isEqualTo("refund_too_large");
        assertThat(much.text()).contains("৳৫০০");
        assertThat(ask(payment, "-1", "500").status()).isEqualTo(400);
    }

    @Test
    void twentyAtOnceNeverTakeMoreThanWasPaid() {
        UUID payment = paid("bkash");
        var answers = atOnce(20, _ -> ask(payment, "100", "500"));
        assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(1);
        for (String left : new String[] {"400", "300", "200", "100"}) {
            assertThat(ask(payment, "100", left).status()).isEqualTo(201);
        }
        assertThat(ask(payment, "0.01", "0.01").status()).isEqualTo(409);
        assertThatThrownBy(() -> db.sql("UPDATE payments SET refund_committed_poisha = 50001 WHERE id = ?").param(payment).update()).isInstanceOf(DataAccessException.class);
    }

    /** J25 */
    @Test
    void refundWhoseAnswerIsLostIsFoundByAskingAndMadeOnce() {
        UUID payment = paid("bkash");
        Answer asked = ask(payment, "120", "500");
        world.bkash.fault(Map.of("endpoint", "*/refund/payment/transaction", "kind", "drop-after-commit"));
        assertThat(approve(asked, checker).body().path("status").asString()).isEqualTo("unknown");
        assertThat(world.status(payment)).isEqualTo("paid");
        assertThat(reversals(asked)).as("nothing is reversed before the gateway says so").isZero();
        db.sql("UPDATE refunds SET next_check_at = now() WHERE id = ?").param(id(asked)).update();
        Await.until(() -> status(asked).equals("succeeded"));
        assertThat(world.bkash.calls("/refund/payment/transaction", id(asked).toString())).isOne();
        assertThat(world.status(payment)).isEqualTo("partially_refunded");
        assertThat(reversals(asked)).isOne();
    }

    /** The process ended between the approval and the gateway, or the gateway was not to be reached. */
    @Test
    void approvedRefundThatNobodySentIsSentOnceByThePoller() {
        UUID payment = paid("bkash");
        Answer asked = ask(payment, "70", "500");
        assertThat(refunds.approve(refunds.find(id(asked), checker.viewer()).orElseThrow(), checker.viewer())).isEqualTo(Refunds.Decision.DONE);
        assertThat(status(asked)).isEqualTo("approved");
        assertThat(world.bkash.calls("/refund/payment/transaction", id(asked).toString())).isZero();
        db.sql("UPDATE refunds SET next_check_at = now() WHERE id = ? AND next_check_at > now()").param(id(asked)).update();
        Await.until(() -> status(asked).equals("succeeded"));
        assertThat(world.bkash.calls("/refund/payment/transaction", id(asked).toString())).isOne();
    }

    @Test
    void approvingTwiceAtOnceSendsOnce() {
        UUID payment = paid("bkash");
        Answer asked = ask(payment, "50", "500");
        atOnce(10, _ -> approve(asked, checker));
        assertThat(world.bkash.calls("/refund/payment/transaction", id(asked).toString())).isOne();
        assertThat(status(asked)).isEqualTo("succeeded");
    }

    @Test
    void refusedRefundCanBeAskedForAgain() {
        UUID payment = paid("bkash");
        world.bkash.fault(Map.of("endpoint", "*/refund/payment/transaction", "kind", "status", "status", 400, "body",
                "{\"internalCode\":\"x\",\"externalCode\":\"2074\",\"errorMessageEn\":\"x\",\"errorMessageBn\":null}"));
        Answer asked = ask(payment, "500", "500");
        assertThat(approve(asked, checker).body().path("status").asString()).isEqualTo("failed");
        assertThat(world.status(payment)).isEqualTo("paid");
        assertThat(reversals(asked)).isZero();
        assertThat(approve(ask(payment, "500", "500"), checker).body().path("status").asString()).isEqualTo("succeeded");
    }

    @Test
    void rejectedRefundGivesItsAmountFree() {
        UUID payment = paid("bkash");
        Answer asked = ask(payment, "500", "500");
        assertThat(api.as(checker.accessToken()).post("/api/payments/refunds/" + id(asked) + "/reject/", Map.of("reason", "not owed")).status()).isEqualTo(200);
        assertThat(ask(payment, "500", "500").status()).isEqualTo(201);
    }

    @Test
    void gatewayThatRefundsNoMoreSaysSo() {
        UUID payment = paid("bkash");
        db.sql("UPDATE payment_attempts SET paid_at = now() - interval '16 days' WHERE payment_id = ?").param(payment).update();
        assertThat(ask(payment, "1", "500").body().path("code").asString()).isEqualTo("refund_too_late");
    }

    @Test
    void rocketRefundIsDoneByHandWithEvidence() {
        UUID payment = paid("rocket");
        Answer asked = ask(payment, "500", "500");
        assertThat(approve(asked, checker).body().path("status").asString()).isEqualTo("manual");
        assertThat(world.status(payment)).isEqualTo("paid");
        assertThat(resolve(asked, maker).status()).isEqualTo(403);
        assertThat(api.as(checker.accessToken()).post("/api/payments/refunds/" + id(asked) + "/resolve/", Map.of("outcome", "succeeded")).status()).isEqualTo(400);
        assertThat(resolve(asked, checker).body().path("status").asString()).isEqualTo("succeeded");
        assertThat(world.status(payment)).isEqualTo("refunded");
    }

    private Answer resolve(Answer asked, Person by) {
        return api.as(by.accessToken()).post("/api/payments/refunds/" + id(asked) + "/resolve/", Map.of("outcome", "succeeded", "evidence", "bank letter 17"));
    }

    private UUID paid(String method) {
        var begun = world.pay(citizen, bill, method);
        world.simulators.get(method).pays(world.payerIdOf(begun));
        assertThat(world.status(paymentOf(begun))).isEqualTo("paid");
        return paymentOf(begun);
    }

    private Answer ask(UUID payment, String amount, String refundable) {
        return api.as(maker.accessToken()).with("Idempotency-Key", UUID.randomUUID().toString())
                .post("/api/payments/" + payment + "/refunds/", Map.of("amount", amount, "refundable", refundable, "reason", "paid for the wrong house"));
    }

    private Answer approve(Answer asked, Person by) {
        return api.as(by.accessToken()).post("/api/payments/refunds/" + id(asked) + "/approve/", Map.of());
    }

    private static UUID id(Answer asked) {
        return UUID.fromString(asked.body().path("id").asString());
    }

    private int reversals(Answer asked) {
        return db.sql("SELECT count(*) FROM ledger_transactions WHERE reference = ?").param(id(asked).toString()).query(Integer.class).single();
    }

    private String status(Answer asked) {
        return db.sql("SELECT status FROM refunds WHERE id = ?").param(id(asked)).query(String.class).single();
    }

    private String billStatus() {
        return api.as(citizen.accessToken()).get("/api/payments/bills/" + bill + "/").body().path("status").asString();
    }
}
