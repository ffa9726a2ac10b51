package bd.cleancare.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bd.cleancare.payments.MoveStore.Also;
import bd.cleancare.payments.MoveStore.Why;
import bd.cleancare.shared.Ids;
import bd.cleancare.testing.AppTest;
import bd.cleancare.testing.People;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Walks every ordered pair of states of all three tables, through the code and by bare SQL. */
@AppTest
class MovesTest {

    @FunctionalInterface
    private interface Mover<S> {
        boolean move(UUID id, S from, S to, Why why, Also also);
    }

    @Autowired
    JdbcClient db;
    @Autowired
    MoveStore moves;
    @Autowired
    People people;
    @Autowired
    TransactionOperations transaction;
    UUID user;

    @BeforeEach
    void somebodyPays() {
        user = people.citizen().id();
    }

    @Test
    void paymentsMoveOnlyAsTheTableSays() {
        walk(PaymentStatus.values(), PaymentStatus.MOVES, "payments", moves::payment);
    }

    @Test
    void attemptsMoveOnlyAsTheTableSays() {
        walk(AttemptStatus.values(), AttemptStatus.MOVES, "payment_attempts", moves::attempt);
    }

    @Test
    void refundsMoveOnlyAsTheTableSays() {
        walk(RefundStatus.values(), RefundStatus.MOVES, "refunds", moves::refund);
    }

    @Test
    void databaseAndCodeHaveTheSameTable() {
        var inCode = Stream.of(PaymentStatus.MOVES, AttemptStatus.MOVES, RefundStatus.MOVES)
                .flatMap(table -> table.all().stream().map(move -> table.subject() + " " + Moves.word(move.from()) + " " + Moves.word(move.to()) + " " + move.correction()))
                .collect(Collectors.toSet());
        var inDatabase = db.sql("SELECT concat_ws(' ', subject, from_status, to_status, correction::text) FROM payment_moves").query(String.class).set();
        assertThat(inDatabase).isEqualTo(inCode);
    }

    @Test
    void rowsBeginInTheFirstStateOnly() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(_ -> row("payments", "paid"))).isInstanceOf(DataAccessException.class);
    }

    @Test
    void guideHasAWordForEveryStatus() {
        var words = Stream.of(PaymentStatus.values()).collect(Collectors.toMap(status -> status, PaymentStatus::word));
        assertThat(words.values()).containsOnly("pending", "processing", "completed", "failed", "cancelled", "refunded");
        assertThat(words).containsEntry(PaymentStatus.CREATED, "pending").containsEntry(PaymentStatus.UNKNOWN, "processing")
                .containsEntry(PaymentStatus.PAID, "completed").containsEntry(PaymentStatus.APPLIED, "completed")
                .containsEntry(PaymentStatus.REFUND_DUE, "processing").containsEntry(PaymentStatus.EXPIRED, "cancelled").containsEntry(PaymentStatus.REFUNDED, "refunded");
    }

    private <S extends Enum<S>> void walk(S[] states, Moves<S> table, String tableName, Mover<S> mover) {
        List<String> wrong = new ArrayList<>();
        for (S from : states) {
            for (S to : states) {
                transaction.executeWithoutResult(status -> {
                    UUID id = row(tableName, states[0].name().toLowerCase());
                    place(tableName, id, from);
                    int events = events(id);
                    boolean allowed = table.has(from, to);
                    boolean moved = attempt(() -> mover.move(id, from, to, Why.evidence("walk", "reply " + id), new Also()));
                    if (moved != allowed || events(id) - events != (allowed ? 1 : 0) || !current(tableName, id).equals(Moves.word(allowed ? to : from))) {
                        wrong.add("code " + from + " → " + to);
                    }
                    status.setRollbackOnly();
                });
                transaction.executeWithoutResult(status -> {
                    UUID id = row(tableName, states[0].name().toLowerCase());
                    place(tableName, id, from);
                    boolean done = attempt(() -> db.sql("UPDATE " + tableName + " SET status = :to, evidence = 'seen' WHERE id = :id").param("to", Moves.word(to)).param("id", id).update() == 1);
                    if (done != (table.has(from, to) || from == to)) {
                        wrong.add("SQL " + from + " → " + to);
                    }
                    status.setRollbackOnly();
                });
            }
        }
        table.all().stream().filter(Moves.Move::correction).forEach(move -> transaction.executeWithoutResult(status -> {
            assertThatThrownBy(() -> mover.move(UUID.randomUUID(), move.from(), move.to(), Why.system("no evidence"), new Also()))
                    .isInstanceOf(IllegalStateException.class);
            UUID id = row(tableName, states[0].name().toLowerCase());
            place(tableName, id, move.from());
            if (attempt(() -> db.sql("UPDATE " + tableName + " SET status = :to WHERE id = :id").param("to", Moves.word(move.to())).param("id", id).update() == 1)) {
                wrong.add("SQL without evidence " + move.from() + " → " + move.to());
            }
            status.setRollbackOnly();
        }));
        assertThat(wrong).isEmpty();
    }

    private static boolean attempt(java.util.function.BooleanSupplier action) {
        try {
            return action.getAsBoolean();
        } catch (IllegalStateException | DataAccessException _) {
            return false;
        }
    }

    /** Puts a row into a state from which the walk begins; the guard is off for this alone, inside the transaction. */
    private void place(String table, UUID id, Enum<?> state) {
        db.sql("SET LOCAL session_replication_role = replica").update();
        db.sql("UPDATE " + table + " SET status = :status WHERE id = :id").param("status", Moves.word(state)).param("id", id).update();
        db.sql("SET LOCAL session_replication_role = origin").update();
    }

    private String current(String table, UUID id) {
        try {
            return db.sql("SELECT status FROM " + table + " WHERE id = :id").param("id", id).query(String.class).single();
        } catch (DataAccessException _) {
            return "";
        }
    }

    private int events(UUID id) {
        return db.sql("SELECT count(*) FROM payment_events WHERE subject_id = :id").param("id", id).query(Integer.class).single();
    }

    private UUID row(String table, String status) {
        UUID payment = Ids.next();
        UUID attempt = Ids.next();
        db.sql("""
                INSERT INTO payments (id, transaction_id, user_id, service_type, service_label, amount_poisha, method, phone, expires_at, status)
                VALUES (:id, :trx, :user, 'water', 'water', 100, 'bkash', '+8801300000000', now(), :status)
                """).param("id", payment).param("trx", "TXN" + payment.toString().replace("-", "").toUpperCase().substring(20)).param("user", user)
                .param("status", table.equals("payments") ? status : "created").update();
        if (table.equals("payments")) {
            return payment;
        }
        db.sql("INSERT INTO payment_attempts (id, payment_id, number, method, gateway, invoice, amount_poisha) VALUES (:id, :payment, 1, 'bkash', 'bkash', :invoice, 100)")
                .param("id", attempt).param("payment", payment).param("invoice", attempt.toString()).update();
        if (table.equals("payment_attempts")) {
            return attempt;
        }
        UUID refund = Ids.next();
        db.sql("INSERT INTO refunds (id, payment_id, attempt_id, amount_poisha, reason) VALUES (:id, :payment, :attempt, 100, 'walked')")
                .param("id", refund).param("payment", payment).param("attempt", attempt).update();
        return refund;
    }

}
