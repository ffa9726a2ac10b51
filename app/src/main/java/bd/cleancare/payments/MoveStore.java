package bd.cleancare.payments;

import bd.cleancare.shared.Ids;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Moves a row from one state to the next and writes the event of the move, in one statement: neither is there without the other. */
@Component
class MoveStore {

    /** Why a row moves. */
    record Why(UUID actor, String reason, String evidence) {

        static Why system(String reason) {
            return new Why(null, reason, null);
        }

        static Why evidence(String reason, String evidence) {
            return new Why(null, reason, evidence);
        }

        static Why by(UUID actor, String reason) {
            return new Why(actor, reason, null);
        }
    }

    /** Further columns that change with the move. The expression sees its parameter by the column's name. */
    static final class Also {

        private final StringBuilder assignments = new StringBuilder();
        private final Map<String, Object> params = new LinkedHashMap<>();

        Also set(String column, Object value) {
            return set(column, ":" + column, value);
        }

        Also set(String column, String expression, Object value) {
            assignments.append(", ").append(column).append(" = ").append(expression);
            params.put(column, value);
            return this;
        }

        Also now(String column) {
            assignments.append(", ").append(column).append(" = now()");
            return this;
        }
    }

    private final JdbcClient db;

    MoveStore(JdbcClient db) {
        this.db = db;
    }

    boolean payment(UUID id, PaymentStatus from, PaymentStatus to, Why why, Also also) {
        return move("payments", "id", PaymentStatus.MOVES, id, from, to, why, also);
    }

    boolean attempt(UUID id, AttemptStatus from, AttemptStatus to, Why why, Also also) {
        return move("payment_attempts", "payment_id", AttemptStatus.MOVES, id, from, to, why, also);
    }

    boolean refund(UUID id, RefundStatus from, RefundStatus to, Why why, Also also) {
        return move("refunds", "payment_id", RefundStatus.MOVES, id, from, to, why, also);
    }

    /** The first event of a row that has just been inserted. */
    void created(UUID payment, String subject, UUID subjectId, String status, String event, Why why) {
        db.sql("""
                INSERT INTO payment_events (id, payment_id, subject, subject_id, to_status, event, actor_id, reason, published_at)
                VALUES (:event_id, :payment, :subject, :subject_id, :status, :event, :actor, :reason, now())
                """).param("event_id", Ids.next()).param("payment", payment).param("subject", subject).param("subject_id", subjectId)
                .param("status", status).param("event", event).param("actor", why.actor()).param("reason", why.reason()).update();
    }

    /** @return false when the row was not in {@code from} any more: somebody was faster */
    private <S extends Enum<S>> boolean move(String table, String paymentColumn, Moves<S> moves, UUID id, S from, S to, Why why, Also also) {
        var move = moves.move(from, to, why.evidence());
        return db.sql("""
                WITH moved AS (
                    UPDATE %s SET status = :to_status, updated_at = now(), evidence = coalesce(:evidence, evidence)%s
                    WHERE id = :id AND status = :from_status
                    RETURNING id, %s AS payment
                )
                INSERT INTO payment_events (id, payment_id, subject, subject_id, from_status, to_status, event, actor_id, reason, evidence, published_at)
                SELECT :event_id, payment, :subject, id, :from_status, :to_status, :event, :actor, :reason, :evidence,
                       CASE WHEN :told THEN NULL ELSE now() END FROM moved
                """.formatted(table, also.assignments, paymentColumn))
                .param("id", id).param("from_status", Moves.word(from)).param("to_status", Moves.word(to)).param("event_id", Ids.next())
                .param("subject", moves.subject()).param("event", move.event()).param("actor", why.actor()).param("reason", why.reason())
                .param("evidence", why.evidence()).param("told", PaymentEvent.isTold(move.event())).params(also.params).update() == 1;
    }
}
