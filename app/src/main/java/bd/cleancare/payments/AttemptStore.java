package bd.cleancare.payments;

import bd.cleancare.shared.Taka;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class AttemptStore {

    private static final String COLUMNS = """
            a.id, a.payment_id, a.number, a.method, a.gateway, a.invoice, a.amount_poisha, a.status, a.gateway_payment_id, a.gateway_trx_id, a.redirect_url,
            a.payer_masked, a.confirms, a.checks, a.created_at, a.expires_at, a.paid_at
            """;

    /** Whoever has claimed an attempt asks the gateway about it; nobody else does until the lease ends. */
    private static final String CLAIM = """
            UPDATE payment_attempts a SET lease_until = now() + make_interval(secs => :lease)
            WHERE a.id IN (SELECT id FROM payment_attempts WHERE %s AND (lease_until IS NULL OR lease_until < now())
                           AND status NOT IN ('new', 'succeeded', 'duplicate_paid', 'mismatch') ORDER BY next_check_at LIMIT :most FOR UPDATE SKIP LOCKED)
            RETURNING\s""" + COLUMNS;

    private final JdbcClient db;
    private final PaymentSettings settings;

    AttemptStore(JdbcClient db, PaymentSettings settings) {
        this.db = db;
        this.settings = settings;
    }

    /** Set to be looked after even if this process dies before the gateway has answered. */
    Attempt insert(UUID id, Payment payment, int number, Method method, String gateway) {
        String invoice = payment.transactionId() + (number == 1 ? "" : "R" + number);
        return db.sql("""
                INSERT INTO payment_attempts AS a (id, payment_id, number, method, gateway, invoice, amount_poisha, next_check_at)
                VALUES (:id, :payment, :number, :method, :gateway, :invoice, :amount, now() + make_interval(secs => :lease)) RETURNING\s""" + COLUMNS)
                .param("id", id).param("payment", payment.id()).param("number", number).param("method", method.word()).param("gateway", gateway)
                .param("invoice", invoice)
                .param("amount", payment.amount().poisha()).param("lease", settings.lease().toMillis() / 1000.0).query(AttemptStore::read).single();
    }

    List<Attempt> ofPayment(UUID payment) {
        return db.sql("SELECT " + COLUMNS + " FROM payment_attempts a WHERE a.payment_id = ? ORDER BY a.number").param(payment).query(AttemptStore::read).list();
    }

    Optional<Attempt> byGatewayPayment(String gateway, String gatewayPaymentId) {
        return db.sql("SELECT " + COLUMNS + " FROM payment_attempts a WHERE a.gateway = ? AND a.gateway_payment_id = ?").param(gateway).param(gatewayPaymentId)
                .query(AttemptStore::read).optional();
    }

    Optional<Attempt> byInvoice(String gateway, String invoice) {
        return db.sql("SELECT " + COLUMNS + " FROM payment_attempts a WHERE a.gateway = ? AND a.invoice = ?").param(gateway).param(invoice)
                .query(AttemptStore::read).optional();
    }

    Optional<Attempt> byTrxId(String gateway, String trxId) {
        return db.sql("SELECT " + COLUMNS + " FROM payment_attempts a WHERE a.gateway = ? AND a.gateway_trx_id = ?").param(gateway).param(trxId)
                .query(AttemptStore::read).optional();
    }

    Attempt get(UUID id) {
        return db.sql("SELECT " + COLUMNS + " FROM payment_attempts a WHERE a.id = ?").param(id).query(AttemptStore::read).single();
    }

    Optional<Attempt> claim(UUID id) {
        return db.sql(CLAIM.formatted("id = :id")).param("id", id).param("lease", lease()).param("most", 1).query(AttemptStore::read).optional();
    }

    List<Attempt> claimDue(int most) {
        return db.sql(CLAIM.formatted("next_check_at <= now()")).param("lease", lease()).param("most", most).query(AttemptStore::read).list();
    }

    boolean leased(UUID id) {
        return db.sql("SELECT lease_until > now() FROM payment_attempts WHERE id = ?").param(id).query(Boolean.class).optional().orElse(false);
    }

    /** Gives the attempt back; {@code next} is when to ask again, null for never. */
    void release(UUID id, Duration next) {
        db.sql("""
                UPDATE payment_attempts SET lease_until = NULL, checks = checks + 1, updated_at = now(),
                    next_check_at = CASE WHEN :next::numeric IS NULL THEN NULL ELSE now() + make_interval(secs => :next::numeric::float8) END
                WHERE id = :id
                """).param("next", next == null ? null : next.toMillis() / 1000.0).param("id", id).update();
    }

    /** What a held one turned out to be; its reason is with the move. */
    void correctAmount(UUID id, Taka amount) {
        db.sql("UPDATE payment_attempts SET amount_poisha = ? WHERE id = ?").param(amount.poisha()).param(id).update();
    }

    void countConfirm(UUID id) {
        db.sql("UPDATE payment_attempts SET confirms = confirms + 1 WHERE id = ?").param(id).update();
    }

    void checkNow(UUID id) {
        db.sql("UPDATE payment_attempts SET next_check_at = now() WHERE id = ? AND next_check_at IS NOT NULL").param(id).update();
    }

    /** Also one that was given up; not one whose money is known. */
    boolean checkSoon(UUID id) {
        return db.sql("UPDATE payment_attempts SET next_check_at = now() WHERE id = ? AND status NOT IN ('new', 'succeeded', 'duplicate_paid', 'mismatch')").param(id).update() == 1;
    }

    /**
     * Somebody is looking at the payment: what is not finished is asked about at the next turn, at most every few seconds, and without
     * lengthening the pauses after it.
     */
    void checkSoon(UUID payment, Duration pause) {
        db.sql("""
                UPDATE payment_attempts SET next_check_at = now(), checks = greatest(checks - 1, 0)
                WHERE payment_id = ? AND next_check_at > now() AND lease_until IS NULL AND updated_at < now() - make_interval(secs => ?)
                """).param(payment).param(pause.toMillis() / 1000.0).update();
    }

    void parkEarlyCallback(String gateway, String gatewayPaymentId) {
        db.sql("DELETE FROM payment_early_callbacks WHERE received_at < now() - interval '1 hour'").update();
        db.sql("INSERT INTO payment_early_callbacks (gateway, gateway_payment_id) VALUES (?, ?) ON CONFLICT DO NOTHING").param(gateway).param(gatewayPaymentId).update();
    }

    boolean takeEarlyCallback(String gateway, String gatewayPaymentId) {
        return db.sql("DELETE FROM payment_early_callbacks WHERE gateway = ? AND gateway_payment_id = ?").param(gateway).param(gatewayPaymentId).update() == 1;
    }

    private double lease() {
        return settings.lease().toMillis() / 1000.0;
    }

    private static Attempt read(ResultSet row, int number) throws SQLException {
        return new Attempt(row.getObject("id", UUID.class), row.getObject("payment_id", UUID.class), row.getInt("number"),
                Method.ofWord(row.getString("method")).orElseThrow(), row.getString("gateway"),
                row.getString("invoice"), new Taka(row.getLong("amount_poisha")), AttemptStatus.ofWord(row.getString("status")), row.getString("gateway_payment_id"),
                row.getString("gateway_trx_id"), row.getString("redirect_url"), row.getString("payer_masked"), row.getInt("confirms"), row.getInt("checks"),
                PaymentStore.instant(row, "created_at"), PaymentStore.instant(row, "expires_at"), PaymentStore.instant(row, "paid_at"));
    }
}
