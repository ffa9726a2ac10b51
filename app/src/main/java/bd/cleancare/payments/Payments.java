package bd.cleancare.payments;

import bd.cleancare.payments.MoveStore.Why;
import bd.cleancare.payments.gateway.Gateway;
import bd.cleancare.shared.Ids;
import bd.cleancare.shared.Viewer;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The front door to payments: begin one, try again with another method, see how it stands. */
@Component
public class Payments {

    private final PaymentStore store;
    private final MoveStore moves;
    private final Beginning beginning;
    private final Gateways gateways;
    private final TransactionOperations transaction;

    Payments(PaymentStore store, MoveStore moves, Beginning beginning, Gateways gateways, TransactionOperations transaction) {
        this.store = store;
        this.moves = moves;
        this.beginning = beginning;
        this.gateways = gateways;
        this.transaction = transaction;
    }

    public Begun begin(PaymentOrder order) {
        return begin(order, _ -> {
        });
    }

    /** @param remember told the payment's id in the transaction that makes it, before the gateway hears of it */
    public Begun begin(PaymentOrder order, Consumer<UUID> remember) {
        Gateway gateway = gateways.of(order.method()).orElse(null);
        if (gateway == null) {
            return new Begun.Unsupported();
        }
        UUID id = Ids.next();
        Attempt attempt = transaction.execute(_ -> {
            if (!store.insert(id, TransactionId.next(), order)) {
                return null;
            }
            moves.created(id, "payment", id, "created", "PaymentCreated", Why.by(order.user(), null));
            remember.accept(id);
            return beginning.attempt(store.lock(id), order.method(), gateway);
        });
        if (attempt == null) {
            return store.openOfBill(order.bill()).<Begun>map(Begun.AlreadyOpen::new).orElseGet(() -> begin(order, remember));
        }
        return beginning.send(attempt, gateway, order);
    }

    /** For a request that was cut short: what it would have answered by now. */
    public Begun whereItStands(UUID id) {
        Payment payment = store.find(id).orElseThrow();
        return beginning.latest(id).filter(attempt -> payment.status().isOpen() && attempt.redirectUrl() != null)
                .<Begun>map(attempt -> new Begun.Sent(payment, attempt.gateway(), attempt.redirectUrl()))
                .orElseGet(() -> payment.status() == PaymentStatus.CREATED ? new Begun.Unclear(payment)
                        : payment.status() == PaymentStatus.FAILED ? new Begun.Refused(payment, Gateway.Refusal.DECLINED) : new Begun.AlreadyOpen(payment));
    }

    /** A further try at an open payment, with the same or another gateway. Money that comes by both is found and given back. */
    public Begun again(UUID payment, PaymentOrder order) {
        Gateway gateway = gateways.of(order.method()).orElse(null);
        if (gateway == null) {
            return new Begun.Unsupported();
        }
        Attempt attempt = transaction.execute(_ -> {
            Payment current = store.lock(payment);
            if (!current.status().isOpen() || current.status() == PaymentStatus.CONFIRMING) {
                return null;
            }
            store.chosen(payment, order.method());
            return beginning.attempt(current, order.method(), gateway);
        });
        return attempt == null ? new Begun.AlreadyOpen(store.find(payment).orElseThrow()) : beginning.send(attempt, gateway, order);
    }

    /** Empty when there is none or the viewer may not know of it. */
    public Optional<Payment> find(UUID id, Viewer viewer) {
        return id == null ? Optional.empty() : store.list(Condition.visibleTo(viewer).and(Condition.of("p.id = ?", id)), 1, 0).stream().findFirst();
    }

    public Optional<Payment> find(UUID id) {
        return store.find(id);
    }

    /** A payment made for another module, by the id it gave; newest first. */
    public List<Payment> forPurpose(UUID purpose) {
        return store.list(Condition.of("p.purpose = ?", purpose), 100, 0);
    }

    /** @param resting whether its gateway fails at present and is left alone; choosing it is no use before it answers again */
    public record Offer(Method method, boolean resting) {
    }

    /** The methods that payers can choose here. */
    public List<Offer> offered() {
        return java.util.Arrays.stream(Method.values())
                .flatMap(method -> gateways.of(method).map(gateway -> new Offer(method, gateway.http().resting())).stream()).toList();
    }
}
