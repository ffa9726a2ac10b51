package bd.cleancare.payments;

import bd.cleancare.shared.Taka;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class PaymentStore {

    static final String COLUMNS = """
            p.id, p.transaction_id, p.user_id, p.bill_id, p.service_type, p.service_label, p.purpose, p.ward_number, p.amount_poisha,
            p.refund_committed_poisha, p.refunded_poisha, p.method, p.phone, p.status, p.failure_reason, p.version, p.created_at, p.expires_at, p.completed_at
            """;

    private final JdbcClient db;
    private final PaymentSettings settings;

    PaymentStore(JdbcClient db, PaymentSettings settings) {
        this.db = db;
        this.settings = settings;
    }

    /** @return false when the bill has an open payment already */
    boolean insert(UUID id, String transactionId, PaymentOrder order) {
        return db.sql("""
                INSERT INTO payments (id, transaction_id, user_id, bill_id, service_type, service_label, purpose, ward_number, amount_poisha, method, phone, expires_at)
                VALUES (:id, :transaction_id, :user, :bill, :service_type, :label, :purpose, :ward, :amount, :method, :phone, now() + make_interval(secs => :open_for))
                ON CONFLICT DO NOTHING
                """).param("id", id).param("transaction_id", transactionId).param("user", order.user()).param("bill", order.bill())
                .param("service_type", order.service().code()).param("label", order.label()).param("purpose", order.purpose()).param("ward", order.ward())
                .param("amount", order.amount().poisha()).param("method", order.method().word()).param("phone", order.phone() == null ? null : order.phone().canonical())
                .param("open_for", settings.openFor().toSeconds()).update() == 1;
    }

    /** The wallet that the payer turned to last, while nothing is paid. */
    void chosen(UUID id, Method method) {
        db.sql("UPDATE payments SET method = ? WHERE id = ?").param(method.word()).param(id).update();
    }

    Optional<Payment> find(UUID id) {
        return db.sql("SELECT " + COLUMNS + " FROM payments p WHERE p.id = ?").param(id).query(PaymentStore::read).optional();
    }

    /** Everything that decides about a payment's money takes this first. */
    Payment lock(UUID id) {
        return db.sql("SELECT " + COLUMNS + " FROM payments p WHERE p.id = ? FOR UPDATE").param(id).query(PaymentStore::read).single();
    }

    void correctAmount(UUID id, Taka amount) {
        db.sql("UPDATE payments SET amount_poisha = ? WHERE id = ?").param(amount.poisha()).param(id).update();
    }

    Optional<Payment> openOfBill(UUID bill) {
        return db.sql("SELECT " + COLUMNS + " FROM payments p WHERE p.bill_id = ? AND p.status IN ('created', 'awaiting_payer', 'confirming', 'unknown')")
                .param(bill).query(PaymentStore::read).optional();
    }

    List<Payment> list(Condition condition, int most, long offset) {
        return db.sql("SELECT " + COLUMNS + " FROM payments p WHERE " + condition.sql() + " ORDER BY p.created_at DESC, p.id DESC LIMIT " + most + " OFFSET " + offset)
                .params(condition.params()).query(PaymentStore::read).list();
    }

    /** The newest that match; with {@code oldestFirst} from the other end. */
    List<Payment> stretch(Condition condition, boolean oldestFirst, int most) {
        String order = oldestFirst ? "ASC" : "DESC";
        return db.sql("SELECT " + COLUMNS + " FROM payments p WHERE " + condition.sql() + " ORDER BY p.created_at " + order + ", p.id " + order + " LIMIT " + most)
                .params(condition.params()).query(PaymentStore::read).list();
    }

    long count(Condition condition) {
        return db.sql("SELECT count(*) FROM payments p WHERE " + condition.sql()).params(condition.params()).query(Long.class).single();
    }

    /** A payment nobody ever sent to a gateway that answered: nothing to ask, so it may simply end. */
    List<UUID> overdueWithoutAttempt() {
        return db.sql("""
                SELECT p.id FROM payments p WHERE p.status = 'created' AND p.expires_at < now()
                AND NOT EXISTS (SELECT FROM payment_attempts a WHERE a.payment_id = p.id AND a.next_check_at IS NOT NULL) LIMIT 50
                """).query(UUID.class).list();
    }

    static Payment read(ResultSet row, int number) throws SQLException {
        return new Payment(row.getObject("id", UUID.class), row.getString("transaction_id"), row.getObject("user_id", UUID.class), row.getObject("bill_id", UUID.class),
                row.getString("service_type"), row.getString("service_label"), row.getObject("purpose", UUID.class), row.getString("ward_number"),
                new Taka(row.getLong("amount_poisha")), new Taka(row.getLong("refund_committed_poisha")), new Taka(row.getLong("refunded_poisha")),
                Method.ofWord(row.getString("method")).orElseThrow(), row.getString("phone"), PaymentStatus.ofWord(row.getString("status")),
                row.getString("failure_reason"), row.getInt("version"), instant(row, "created_at"), instant(row, "expires_at"), instant(row, "completed_at"));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
