package bd.cleancare.simulators.bkash;

import bd.cleancare.simulators.bkash.Payment.State;
import bd.cleancare.simulators.money.MoneyBook;
import bd.cleancare.simulators.server.Memory;
import bd.cleancare.simulators.server.Secrets;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** All payments, under one lock: a change of state and the money it moves are one step. */
final class Payments {

    private static final int MOST_REFUNDS = 10;

    private final Memory memory;
    private final BkashGateway.Options options;
    private final MoneyBook money;
    private final Consumer<Payment> whenCompleted;
    private final Memory.Shelf<Payment> payments;
    private final Map<String, String> idsByTrxId = new HashMap<>();
    private final Map<String, Instant> lastPaid = new HashMap<>();

    Payments(Memory memory, BkashGateway.Options options, MoneyBook money, Consumer<Payment> whenCompleted) {
        this.memory = memory;
        this.payments = memory.shelf("payments", Payment.class);
        this.options = options;
        this.money = money;
        this.whenCompleted = whenCompleted;
        payments.values().stream().filter(payment -> payment.trxId() != null).forEach(this::index);
    }

    synchronized Payment create(Payment.Order order, String callbackUrl) {
        Instant now = options.clock().instant();
        String id = "TR0011" + Secrets.word(8) + now.toEpochMilli();
        return save(Payment.created(id, order, callbackUrl, Secrets.word(10), now));
    }

    synchronized Optional<Payment> find(String id) {
        return payments.get(id).map(this::expireIfDue);
    }

    synchronized Optional<Payment> findByTrxId(String trxId) {
        return Optional.ofNullable(idsByTrxId.get(trxId)).flatMap(this::find);
    }

    /** The payer's decision; it stands once it is made. */
    synchronized Payment decide(String id, State decision, String wallet) {
        Payment payment = find(id).orElseThrow();
        if (payment.state() != State.INITIATED) {
            return payment;
        }
        boolean duplicate = decision == State.AUTHORISED && isDuplicate(wallet, payment);
        return save(payment.in(duplicate ? State.FAILED : decision, wallet));
    }

    /** Here the money moves, once. */
    synchronized Payment execute(String id) throws RefusedByBkash {
        Payment payment = find(id).orElseThrow(() -> new RefusedByBkash(Code.INVALID_PAYMENT_ID));
        if (payment.executed()) {
            throw new RefusedByBkash(Code.EXECUTED_BEFORE);
        }
        if (payment.state() != State.AUTHORISED) {
            throw new RefusedByBkash(Code.INVALID_PAYMENT_STATE);
        }
        if (isDuplicate(payment.wallet(), payment)) {
            save(payment.executionCalled().in(State.FAILED, payment.wallet()));
            throw new RefusedByBkash(Code.DUPLICATE);
        }
        Payment completed = payment.completed(Secrets.upperWord(10), options.clock().instant());
        memory.step(() -> {
            save(completed);
            money.paid(completed.trxId(), completed.order().invoice(), completed.wallet(), completed.order().poisha());
        });
        index(completed);
        whenCompleted.accept(completed);
        return completed;
    }

    synchronized Payment.Refund refund(String id, String trxId, long poisha, String sku, String reason) throws RefusedByBkash {
        Payment payment = completed(id, trxId);
        Instant now = options.clock().instant();
        if (payment.completed().plus(options.refundWindow()).isBefore(now)) {
            throw new RefusedByBkash(Code.REFUND_TOO_LATE);
        }
        if (poisha > payment.refundable()) {
            throw new RefusedByBkash(Code.REFUND_AMOUNT);
        }
        if (payment.refunds().size() >= MOST_REFUNDS) {
            throw new RefusedByBkash(Code.REFUND_IMPOSSIBLE);
        }
        Payment.Refund refund = new Payment.Refund(Secrets.upperWord(10), poisha, sku, reason, now);
        memory.step(() -> {
            save(payment.refunded(refund));
            money.refunded(refund.trxId(), payment.order().invoice(), payment.wallet(), poisha);
        });
        return refund;
    }

    synchronized Payment completed(String id, String trxId) throws RefusedByBkash {
        Payment payment = find(id).orElseThrow(() -> new RefusedByBkash(Code.INVALID_PAYMENT_ID));
        if (payment.state() != State.COMPLETED) {
            throw new RefusedByBkash(Code.NOT_COMPLETED);
        }
        if (!payment.trxId().equals(trxId)) {
            throw new RefusedByBkash(Code.INVALID_TRX_ID);
        }
        return payment;
    }

    private Payment save(Payment payment) {
        return payments.put(payment.id(), payment);
    }

    private void index(Payment completed) {
        idsByTrxId.put(completed.trxId(), completed.id());
        lastPaid.put(walletAndAmount(completed.wallet(), completed), completed.completed());
    }

    private Payment expireIfDue(Payment payment) {
        boolean open = payment.state() == State.INITIATED || payment.state() == State.AUTHORISED;
        boolean due = payment.created().plus(options.paymentLife()).isBefore(options.clock().instant());
        return open && due ? save(payment.in(State.EXPIRED, payment.wallet())) : payment;
    }

    /** bKash takes a second payment of one wallet over one amount for a mistake, whatever the invoice says. */
    private boolean isDuplicate(String wallet, Payment payment) {
        Instant last = lastPaid.getOrDefault(walletAndAmount(wallet, payment), Instant.MIN);
        return last.isAfter(options.clock().instant().minus(options.duplicateWindow()));
    }

    private static String walletAndAmount(String wallet, Payment payment) {
        return wallet + " " + payment.order().poisha();
    }
}
