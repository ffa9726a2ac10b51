package bd.cleancare.simulators.bkash;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A payment as it stands; every change makes a new one.
 *
 * @param amount      as the merchant wrote it, because bKash echoes it so
 * @param callbackUrl null in the older checkout, where the merchant's script waits
 * @param executed    whether execute was called, successfully or not: it may be called only once
 */
record Payment(String id, Order order, String callbackUrl, String signature, Instant created, State state, String wallet,
               boolean executed, String trxId, Instant completed, List<Refund> refunds) {

    enum State {
        INITIATED("Initiated"), AUTHORISED("Initiated"), COMPLETED("Completed"), CANCELLED("Cancelled"), FAILED("Failed"),
        EXPIRED("Expired");

        final String word;

        State(String word) {
            this.word = word;
        }
    }

    record Order(String amount, long poisha, String invoice, String payerReference) {
    }

    record Refund(String trxId, long poisha, String sku, String reason, Instant completed) {
    }

    static Payment created(String id, Order order, String callbackUrl, String signature, Instant now) {
        return new Payment(id, order, callbackUrl, signature, now, State.INITIATED, null, false, null, null, List.of());
    }

    Payment in(State next, String by) {
        return new Payment(id, order, callbackUrl, signature, created, next, by, executed, trxId, completed, refunds);
    }

    Payment executionCalled() {
        return new Payment(id, order, callbackUrl, signature, created, state, wallet, true, trxId, completed, refunds);
    }

    Payment completed(String newTrxId, Instant now) {
        return new Payment(id, order, callbackUrl, signature, created, State.COMPLETED, wallet, true, newTrxId, now, refunds);
    }

    Payment refunded(Refund refund) {
        List<Refund> more = new ArrayList<>(refunds);
        more.add(refund);
        return new Payment(id, order, callbackUrl, signature, created, state, wallet, executed, trxId, completed, List.copyOf(more));
    }

    boolean isAuthorised() {
        return state == State.AUTHORISED || state == State.COMPLETED;
    }

    long refundable() {
        return order.poisha - refunds.stream().mapToLong(Refund::poisha).sum();
    }
}
