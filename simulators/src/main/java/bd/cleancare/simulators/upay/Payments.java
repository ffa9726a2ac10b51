package bd.cleancare.simulators.upay;

import bd.cleancare.simulators.money.MoneyBook;
import bd.cleancare.simulators.server.Memory;
import bd.cleancare.simulators.server.Secrets;
import bd.cleancare.simulators.upay.Payment.State;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** All payments, under one lock: a change of state and the money it moves are one step. */
final class Payments {

    private final Memory memory;
    private final UpayGateway.Options options;
    private final MoneyBook money;
    private final Memory.Shelf<Payment> payments;
    private final Map<String, String> txnIdsBySession = new HashMap<>();

    Payments(Memory memory, UpayGateway.Options options, MoneyBook money) {
        this.memory = memory;
        this.payments = memory.shelf("payments", Payment.class);
        this.options = options;
        this.money = money;
        payments.values().forEach(this::index);
    }

    synchronized Payment create(Payment.Order order) {
        if (payments.get(order.txnId()).isPresent()) {
            throw Code.DUPLICATE.refusal();
        }
        Payment payment = Payment.created(order, Secrets.word(32), "01" + Secrets.upperWord(24), options.clock().instant());
        index(payment);
        return save(payment);
    }

    synchronized String txnIdOf(String sessionId) {
        return txnIdsBySession.getOrDefault(sessionId, "");
    }

    synchronized Optional<Payment> find(String txnId) {
        return payments.get(txnId).map(this::expireIfDue);
    }

    /** Here the money moves: on the payer's page, whether the merchant ever hears of it or not. */
    synchronized Payment end(String txnId, State end, String wallet) {
        Payment payment = find(txnId).orElseThrow();
        if (payment.state() != State.PENDING) {
            return payment;
        }
        Payment ended = payment.ended(end, wallet, options.clock().instant());
        memory.step(() -> {
            save(ended);
            if (end == State.SUCCESS) {
                money.paid(ended.trxId(), ended.order().invoiceId(), wallet, ended.order().poisha());
            }
        });
        return ended;
    }

    /** @return whether it was refunded */
    synchronized boolean refund(String txnId, long poisha) {
        Optional<Payment> paid = find(txnId).filter(payment -> payment.state() == State.SUCCESS)
                .filter(payment -> payment.refunded() + poisha <= payment.order().poisha());
        paid.ifPresent(payment -> memory.step(() -> {
            save(payment.refunded(poisha));
            money.refunded("R" + Secrets.upperWord(10), payment.order().invoiceId(), payment.wallet(), poisha);
        }));
        return paid.isPresent();
    }

    private Payment save(Payment payment) {
        return payments.put(payment.order().txnId(), payment);
    }

    private void index(Payment payment) {
        txnIdsBySession.put(payment.sessionId(), payment.order().txnId());
    }

    private Payment expireIfDue(Payment payment) {
        Instant now = options.clock().instant();
        boolean due = payment.state() == State.PENDING && payment.created().plus(options.sessionLife()).isBefore(now);
        return due ? save(payment.ended(State.EXPIRED, "", now)) : payment;
    }
}
