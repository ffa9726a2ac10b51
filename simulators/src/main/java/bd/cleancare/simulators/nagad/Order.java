package bd.cleancare.simulators.nagad;

import java.time.Instant;

/**
 * An order as it stands; every change makes a new one.
 *
 * @param purchase null until the merchant completes the order
 * @param payment  null until the payer has paid
 * @param cancelled what went back so far
 */
record Order(String ref, String orderId, String challenge, Instant initialized, State state, Purchase purchase, Payment payment,
             long cancelled, String lastCancelTrxId, Instant lastCancelled) {

    enum State {
        INITIALIZED("OrderInitiated", null), READY("Ready", null), SUCCESS("Success", "000"), FAILED("Failed", "50_0026_851"),
        ABORTED("Aborted", "50_0026_900"), PARTIALLY_CANCELLED("PartialCancelled", "000"), CANCELLED("Cancelled", "000");

        final String word;
        final String code;

        State(String word, String code) {
            this.word = word;
            this.code = code;
        }
    }

    record Purchase(long poisha, String callbackUrl, String additionalInfo) {
    }

    record Payment(String issuerRef, String wallet, Instant at) {
    }

    static Order initialized(String ref, String orderId, String challenge, Instant now) {
        return new Order(ref, orderId, challenge, now, State.INITIALIZED, null, null, 0, null, null);
    }

    Order ready(Purchase what) {
        return new Order(ref, orderId, challenge, initialized, State.READY, what, null, 0, null, null);
    }

    Order ended(State end) {
        return new Order(ref, orderId, challenge, initialized, end, purchase, null, 0, null, null);
    }

    Order paid(Payment by) {
        return new Order(ref, orderId, challenge, initialized, State.SUCCESS, purchase, by, 0, null, null);
    }

    Order cancelled(long poisha, String trxId, Instant now) {
        State next = cancelled + poisha == purchase.poisha ? State.CANCELLED : State.PARTIALLY_CANCELLED;
        return new Order(ref, orderId, challenge, initialized, next, purchase, payment, cancelled + poisha, trxId, now);
    }
}
