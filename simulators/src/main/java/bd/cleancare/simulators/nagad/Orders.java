package bd.cleancare.simulators.nagad;

import bd.cleancare.simulators.money.MoneyBook;
import bd.cleancare.simulators.nagad.Order.State;
import bd.cleancare.simulators.server.Secrets;

import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All orders, under one lock: a change of state and the money it moves are one step. */
final class Orders {

    private final MoneyBook money;
    private final Clock clock;
    private final Map<String, Order> orders = new HashMap<>();
    private final Set<String> usedOrderIds = new HashSet<>();

    Orders(MoneyBook money, Clock clock) {
        this.money = money;
        this.clock = clock;
    }

    synchronized Order initialize(String orderId) {
        if (!usedOrderIds.add(orderId)) {
            throw Reason.DUPLICATE_ORDER.refusal();
        }
        return save(Order.initialized(Secrets.word(44), orderId, Secrets.word(40), clock.instant()));
    }

    synchronized void complete(String ref, String challenge, Order.Purchase purchase) {
        Order order = find(ref).orElseThrow(Reason.INVALID_REFERENCE::refusal);
        if (!order.challenge().equals(challenge)) {
            throw Reason.INVALID_CHALLENGE.refusal();
        }
        if (order.state() != State.INITIALIZED) {
            throw Reason.INVALID_PURCHASE.refusal();
        }
        save(order.ready(purchase));
    }

    synchronized Optional<Order> find(String ref) {
        return Optional.ofNullable(orders.get(ref));
    }

    /** Here the money moves: on the payer's page, whether the merchant ever hears of it or not. */
    synchronized Order pay(String ref, String wallet) {
        Order order = orders.get(ref);
        if (order.state() != State.READY) {
            return order;
        }
        Order paid = save(order.paid(new Order.Payment(Secrets.upperWord(8), wallet, clock.instant())));
        money.paid(paid.payment().issuerRef(), paid.orderId(), wallet, paid.purchase().poisha());
        return paid;
    }

    synchronized Order end(String ref, State end) {
        Order order = orders.get(ref);
        return order.state() == State.READY ? save(order.ended(end)) : order;
    }

    synchronized Order cancel(String ref, long poisha) {
        Order order = find(ref).filter(found -> found.payment() != null).orElseThrow(Reason.INVALID_REFERENCE::refusal);
        if (poisha > order.purchase().poisha() - order.cancelled()) {
            throw Reason.INVALID_CANCELLATION.refusal();
        }
        Order cancelled = save(order.cancelled(poisha, Secrets.upperWord(8), clock.instant()));
        money.refunded(cancelled.lastCancelTrxId(), cancelled.orderId(), cancelled.payment().wallet(), poisha);
        return cancelled;
    }

    private Order save(Order order) {
        orders.put(order.ref(), order);
        return order;
    }
}
