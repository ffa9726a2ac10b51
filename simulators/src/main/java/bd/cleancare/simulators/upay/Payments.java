package bd.cleancare.simulators.upay;

import bd.cleancare.simulators.money.MoneyBook;
import bd.cleancare.simulators.server.Secrets;
import bd.cleancare.simulators.upay.Payment.State;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** All payments, under one lock: a change of state and the money it moves are one step. */
final class Payments {

    private final UpayGateway.Options options;
    private final MoneyBook money;
    private final Map<String, Payment> payments = new HashMap<>();
    private final Map<String, String> txnIdsBySession = new HashMap<>();

    Payments(UpayGateway.Options options, MoneyBook money) {
        this.options = options;
        this.money = money;
    }

    synchronized Payment create(Payment.Order order) {
        if (payments.containsKey(order.txnId())) {
            throw Code.DUPLICATE.refusal();
        }
        Payment payment = Payment.created(order, Secrets.word(32), "01" + Secrets.upperWord(24), options.clock().instant());
        txnIdsBySession.put(payment.sessionId(), order.txnId());
        return save(payment);
    }

    synchronized String txnIdOf(String sessionId) {
        return txnIdsBySession.getOrDefault(sessionId, "");
    }

    synchronized Optional<Payment> find(String txnId) {
        return Optional.ofNullable(payments.get(txnId)).map(this::expireIfDue);
    }

    /** Here the money moves: on the payer's page, whether the merchant ever hears of it or not. */
    synchronized Payment end(String txnId, State end, String wallet) {
        Payment payment = find(txnId).orElseThrow();
        if (payment.state() != State.PENDING) {
            return payment;
        }
        Payment ended = save(payment.ended(end, wallet, options.clock().instant()));
        if (end == State.SUCCESS) {
            money.paid(ended.trxId(), ended.order().invoiceId(), wallet, ended.order().poisha());
        }
        return ended;
    }

    /** @return whether it was refunded */
    synchronized boolean refund(String txnId, long poisha) {
        Optional<Payment> paid = find(txnId).filter(payment -> payment.state() == State.SUCCESS)
                .filter(payment -> payment.refunded() + poisha <= payment.order().poisha());
        paid.ifPresent(payment -> {
            save(payment.refunded(poisha));
            money.refunded("R" + Secrets.upperWord(10), payment.order().invoiceId(), payment.wallet(), poisha);
        });
        return paid.isPresent();
    }

    private Payment save(Payment payment) {
        payments.put(payment.order().txnId(), payment);
        return payment;
    }

    private Payment expireIfDue(Payment payment) {
        Instant now = options.clock().instant();
        boolean due = payment.state() == State.PENDING && payment.created().plus(options.sessionLife()).isBefore(now);
        return due ? save(payment.ended(State.EXPIRED, "", now)) : payment;
    }
}
