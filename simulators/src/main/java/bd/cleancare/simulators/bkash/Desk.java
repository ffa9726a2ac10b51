package bd.cleancare.simulators.bkash;

import bd.cleancare.simulators.bkash.Payment.State;
import bd.cleancare.simulators.payer.Bill;
import bd.cleancare.simulators.payer.PayerDesk;
import bd.cleancare.simulators.payer.Return;
import bd.cleancare.simulators.payer.Verdict;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The payer authorises here; the money stays until the merchant executes. */
final class Desk implements PayerDesk {

    private final Payments payments;
    private final String merchant;

    Desk(Payments payments, String merchant) {
        this.payments = payments;
        this.merchant = merchant;
    }

    @Override
    public Optional<Bill> bill(String id) {
        return payments.find(id).map(payment -> new Bill(merchant, payment.order().invoice(), payment.order().poisha(),
                payment.state() == State.INITIATED));
    }

    @Override
    public Return settle(String id, Verdict verdict, String wallet) {
        Payment payment = payments.decide(id, switch (verdict) {
            case APPROVED -> State.AUTHORISED;
            case CANCELLED -> State.CANCELLED;
            case INSUFFICIENT, BLOCKED, WRONG_TOO_OFTEN -> State.FAILED;
        }, wallet);
        return payment.callbackUrl() == null ? Return.nowhere() : Return.get(payment.callbackUrl(), query(payment));
    }

    static Map<String, String> query(Payment payment) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("paymentID", payment.id());
        query.put("status", payment.isAuthorised() ? "success" : payment.state() == State.CANCELLED ? "cancel" : "failure");
        query.put("signature", payment.signature());
        // The slash is real.
        query.put("apiVersion", "1.2.0-beta/");
        return query;
    }
}
