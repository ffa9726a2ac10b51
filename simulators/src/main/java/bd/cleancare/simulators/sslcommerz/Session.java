package bd.cleancare.simulators.sslcommerz;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One attempt of a payer; the same tran_id may have several.
 *
 * @param order     the merchant's form, to be echoed
 * @param valId     null unless it was paid
 * @param validated whether the merchant has asked for the validation before
 */
record Session(String key, Map<String, String> order, long poisha, State state, String wallet, String bankTranId, String valId,
               Instant ended, boolean validated, List<Refund> refunds) {

    enum State { PENDING, VALID, FAILED, CANCELLED }

    record Refund(String refId, String bankTranId, long poisha, String refundTransId, Instant at) {
    }

    static Session opened(String key, Map<String, String> order, long poisha) {
        return new Session(key, order, poisha, State.PENDING, "", null, null, null, false, List.of());
    }

    Session ended(State end, String by, String newBankTranId, String newValId, Instant now) {
        return new Session(key, order, poisha, end, by, newBankTranId, newValId, now, false, List.of());
    }

    Session seen() {
        return new Session(key, order, poisha, state, wallet, bankTranId, valId, ended, true, refunds);
    }

    Session refunded(Refund refund) {
        List<Refund> more = new ArrayList<>(refunds);
        more.add(refund);
        return new Session(key, order, poisha, state, wallet, bankTranId, valId, ended, validated, List.copyOf(more));
    }

    String tranId() {
        return order.get("tran_id");
    }

    long refundable() {
        return poisha - refunds.stream().mapToLong(Refund::poisha).sum();
    }

    /** VALID the first time a merchant asks, VALIDATED ever after. */
    String statusWord() {
        return state == State.VALID && validated ? "VALIDATED" : state.name();
    }
}
