package bd.cleancare.payments;

import bd.cleancare.platform.web.PageNumber;
import bd.cleancare.shared.CityTime;
import bd.cleancare.shared.Viewer;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists of payments as their viewer may see them, and the trail of one. */
@Component
public class PaymentLists {

    /** The guide's words for a payment's status. */
    public static final Set<String> WORDS = Arrays.stream(PaymentStatus.values()).map(PaymentStatus::word).collect(Collectors.toUnmodifiableSet());

    /** @param status a word of the guide; every part may be null */
    public record Filter(String method, String status, LocalDate from, LocalDate to, String search) {
    }

    public record Found(PageNumber page, long count, List<Payment> payments) {
    }

    private final PaymentStore store;
    private final JdbcClient db;

    PaymentLists(PaymentStore store, JdbcClient db) {
        this.store = store;
        this.db = db;
    }

    public Found own(Viewer viewer, Filter filter, PageNumber page) {
        return list(Condition.ownedBy(viewer), filter, page);
    }

    public Found visible(Viewer viewer, Filter filter, PageNumber page) {
        return list(Condition.visibleTo(viewer), filter, page);
    }

    private Found list(Condition whose, Filter filter, PageNumber page) {
        Condition wanted = whose.and(matching(filter));
        return new Found(page, store.count(wanted), store.list(wanted, page.size(), page.offset()));
    }

    static Condition matching(Filter filter) {
        Condition condition = Condition.ALL;
        if (filter.method() != null) {
            condition = condition.and(Condition.of("p.method = ?", filter.method()));
        }
        if (filter.status() != null) {
            String[] stored = Arrays.stream(PaymentStatus.values()).filter(status -> status.word().equals(filter.status())).map(Moves::word).toArray(String[]::new);
            condition = condition.and(Condition.of("p.status = ANY(?)", (Object) stored));
        }
        if (filter.from() != null) {
            condition = condition.and(Condition.of("p.created_at >= ?", midnight(filter.from())));
        }
        if (filter.to() != null) {
            condition = condition.and(Condition.of("p.created_at < ?", midnight(filter.to().plusDays(1))));
        }
        if (filter.search() != null && !filter.search().isBlank()) {
            condition = condition.and(Condition.of("p.transaction_id = upper(?)", filter.search().strip()));
        }
        return condition;
    }

    private static OffsetDateTime midnight(LocalDate day) {
        return day.atStartOfDay(CityTime.ZONE).toOffsetDateTime();
    }

    /** Who did what when and why. */
    public List<Map<String, Object>> events(Payment payment) {
        return db.sql("""
                SELECT subject, subject_id, from_status, to_status, event, actor_id, reason, evidence, at FROM payment_events WHERE payment_id = ? ORDER BY sequence
                """).param(payment.id()).query().listOfRows();
    }

    /**
     * @param gatewayTrxId at the counter what the clerk noted; may be empty there
     * @param billNumber null for an amount of the payer's own choice, and so the two after it
     */
    public record Proof(String gatewayTrxId, String wallet, String billNumber, String holdingNumber, String period) {
    }

    /** What proves a payment to somebody who holds its receipt. */
    public Proof proof(Payment payment) {
        return db.sql("""
                SELECT coalesce(a.gateway_trx_id, a.reference, ''), coalesce(a.payer_masked, ''), b.number, h.shown_number, b.period FROM payment_attempts a
                JOIN payments p ON p.id = a.payment_id LEFT JOIN bills b ON b.id = p.bill_id LEFT JOIN holdings h ON h.id = b.holding_id
                WHERE a.payment_id = ? AND a.status = 'succeeded'
                """).param(payment.id()).query((row, _) -> new Proof(row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5))).single();
    }

    public List<Map<String, Object>> attempts(Payment payment) {
        return db.sql("""
                SELECT number, gateway, invoice, status, gateway_payment_id, gateway_trx_id, reference, payer_masked, paid_at, checks, next_check_at, created_at
                FROM payment_attempts WHERE payment_id = ? ORDER BY number
                """).param(payment.id()).query().listOfRows().stream().<Map<String, Object>>map(LinkedHashMap::new).toList();
    }
}
