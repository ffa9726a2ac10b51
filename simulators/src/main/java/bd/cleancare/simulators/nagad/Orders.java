package bd.cleancare.simulators.nagad;

import bd.cleancare.simulators.money.MoneyBook;
import bd.cleancare.simulators.nagad.Order.State;
import bd.cleancare.simulators.server.Memory;
import bd.cleancare.simulators.server.Secrets;

import java.time.Clock;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** All orders, under one lock: a change of state and the money it moves are one step. */
final class Orders {

    private final Memory memory;
    private final MoneyBook money;
    private final Clock clock;
    private final Memory.Shelf<Order> orders;
    private final Set<String> usedOrderIds = new HashSet<>();

    Orders(Memory memory, MoneyBook money, Clock clock) {
        this.memory = memory;
        this.orders = memory.shelf("orders", Order.class);
        this.money = money;
        this.clock = clock;
        orders.values().forEach(order -> usedOrderIds.add(order.orderId()));
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
        return orders.get(ref);
    }

    /** Here the money moves: on the payer's page, whether the merchant ever hears of it or not. */
    synchronized Order pay(String ref, String wallet) {
        Order order = find(ref).orElseThrow();
        if (order.state() != State.READY) {
            return order;
        }
        Order paid = order.paid(new Order.Payment(Secrets.upperWord(8), wallet, clock.instant()));
        memory.step(() -> {
            save(paid);
            money.paid(paid.payment().issuerRef(), paid.orderId(), wallet, paid.purchase().poisha());
        });
        return paid;
    }

    synchronized Order end(String ref, State end) {
        Order order = find(ref).orElseThrow();
        return order.state() == State.READY ? save(order.ended(end)) : order;
    }

    synchronized Order cancel(String ref, long poisha) {
        Order order = find(ref).filter(found -> found.payment() != null).orElseThrow(Reason.INVALID_REFERENCE::refusal);
        if (poisha > order.purchase().poisha() - order.cancelled()) {
            throw Reason.INVALID_CANCELLATION.refusal();
        }
        Order cancelled = order.cancelled(poisha, Secrets.upperWord(8), clock.instant());
        memory.step(() -> {
            save(cancelled);
            money.refunded(cancelled.lastCancelTrxId(), cancelled.orderId(), cancelled.payment().wallet(), poisha);
        });
        return cancelled;
    }

    private Order save(Order order) {
        return orders.put(order.ref(), order);
    }
}
