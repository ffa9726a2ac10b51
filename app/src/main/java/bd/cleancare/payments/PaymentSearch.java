package bd.cleancare.payments;

import bd.cleancare.shared.Digits;
import bd.cleancare.shared.Ids;
import bd.cleancare.shared.Viewer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Payments stretch by stretch, newest first: the place is a payment, so nothing is counted and nothing skipped when new ones come in. */
@Component
public class PaymentSearch {

    /** @param search a number of ours, of a receipt, of a gateway, of a bill or of a holding; no phone number, for it stands in the address */
    public record Wish(PaymentLists.Filter filter, PaymentStatus state, String service, String search) {

        public static final Wish ALL = new Wish(new PaymentLists.Filter(null, null, null, null, null), null, null, null);
    }

    /** Between which payments a page lies. */
    public record Place(Instant at, UUID id) {

        public static Optional<Place> parse(String text) {
            int dash = text == null ? -1 : text.indexOf('-');
            UUID id = dash < 0 ? null : Ids.parse(text.substring(dash + 1));
            return id == null || !text.substring(0, dash).matches("\\d{1,16}") ? Optional.empty()
                    : Optional.of(new Place(Instant.EPOCH.plus(Long.parseLong(text.substring(0, dash)), ChronoUnit.MICROS), id));
        }

        static String of(Payment payment) {
            return ChronoUnit.MICROS.between(Instant.EPOCH, payment.createdAt()) + "-" + payment.id();
        }
    }

    /** @param before place of the newer ones, null at the beginning; {@code after} of the older ones, null at the end */
    public record Stretch(List<Payment> payments, String before, String after) {
    }

    private final PaymentStore store;

    PaymentSearch(PaymentStore store) {
        this.store = store;
    }

    public Stretch own(Viewer viewer, Wish wish, String before, String after, int size) {
        return stretch(Condition.ownedBy(viewer).and(matching(wish)), before, after, size);
    }

    public Stretch visible(Viewer viewer, Wish wish, String before, String after, int size) {
        return stretch(Condition.visibleTo(viewer).and(matching(wish)), before, after, size);
    }

    /** What the viewer last did about each of some bills. */
    public Map<UUID, Payment> latestOf(List<Bill> bills, Viewer viewer) {
        UUID[] ids = bills.stream().map(Bill::id).toArray(UUID[]::new);
        Condition latest = Condition.of("p.id IN (SELECT DISTINCT ON (bill_id) id FROM payments WHERE bill_id = ANY(?) AND user_id = ? ORDER BY bill_id, created_at DESC, id DESC)",
                ids, viewer.id());
        return store.list(latest, ids.length, 0).stream().collect(Collectors.toMap(Payment::bill, Function.identity()));
    }

    private Stretch stretch(Condition wanted, String before, String after, int size) {
        Optional<Place> newer = Place.parse(before);
        if (newer.isPresent()) {
            List<Payment> found = store.stretch(wanted.and(side(">", newer.get())), true, size + 1);
            List<Payment> page = found.subList(0, Math.min(size, found.size())).reversed();
            return page.isEmpty() ? stretch(wanted, null, null, size)
                    : new Stretch(page, found.size() > size ? Place.of(page.getFirst()) : null, Place.of(page.getLast()));
        }
        Optional<Place> older = Place.parse(after);
        List<Payment> found = store.stretch(older.map(place -> wanted.and(side("<", place))).orElse(wanted), false, size + 1);
        List<Payment> page = found.subList(0, Math.min(size, found.size()));
        return new Stretch(page, older.isPresent() && !page.isEmpty() ? Place.of(page.getFirst()) : null, found.size() > size ? Place.of(page.getLast()) : null);
    }

    private static Condition side(String sign, Place place) {
        return Condition.of("(p.created_at, p.id) " + sign + " (?, ?)", place.at().atOffset(ZoneOffset.UTC), place.id());
    }

    private static Condition matching(Wish wish) {
        Condition condition = PaymentLists.matching(wish.filter());
        if (wish.state() != null) {
            condition = condition.and(wish.state() == PaymentStatus.REFUND_DUE ? dueBack() : Condition.of("p.status = ?", Moves.word(wish.state())));
        }
        if (wish.service() != null) {
            condition = condition.and(Condition.of("p.service_type = ?", wish.service()));
        }
        return wish.search() == null ? condition : condition.and(found(wish.search()));
    }

    /** Also a second payment of what was paid once: the payment itself stays paid while that money waits to go back. */
    private static Condition dueBack() {
        return Condition.of("""
                p.id IN (SELECT id FROM payments WHERE status = 'refund_due'
                    UNION ALL SELECT r.payment_id FROM refunds r JOIN payment_attempts a ON a.id = r.attempt_id
                        WHERE r.status IN ('requested', 'approved', 'sent', 'unknown', 'manual', 'failed') AND a.status = 'duplicate_paid')
                """);
    }

    /** A union, so that each kind of number is found by its own index. */
    private static Condition found(String search) {
        String number = Digits.toAscii(search.strip());
        Optional<Receipts.Number> receipt = Receipts.Number.parse(number);
        return Condition.of("""
                p.id IN (SELECT id FROM payments WHERE transaction_id = upper(?)
                    UNION ALL SELECT payment_id FROM payment_attempts WHERE gateway_trx_id = ? AND gateway IN ('bkash', 'nagad', 'rocket', 'upay', 'sslcommerz')
                    UNION ALL SELECT s.id FROM payments s JOIN bills b ON b.id = s.bill_id WHERE b.number = ?
                    UNION ALL SELECT s.id FROM payments s JOIN bills b ON b.id = s.bill_id JOIN holdings h ON h.id = b.holding_id WHERE h.number = ?
                    UNION ALL SELECT payment_id FROM receipts WHERE series = ? AND fiscal_year = ? AND number = ?)
                """, number, number, number, BillStore.key(number), receipt.map(Receipts.Number::series).orElse(""), receipt.map(Receipts.Number::year).orElse(0),
                receipt.map(Receipts.Number::number).orElse(0));
    }
}
