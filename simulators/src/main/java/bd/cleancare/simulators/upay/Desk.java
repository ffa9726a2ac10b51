package bd.cleancare.simulators.upay;

import bd.cleancare.simulators.payer.Bill;
import bd.cleancare.simulators.payer.PayerDesk;
import bd.cleancare.simulators.payer.Return;
import bd.cleancare.simulators.payer.Verdict;
import bd.cleancare.simulators.upay.Payment.State;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The payer pays here; payments go by the merchant's txn_id, the page by its session. */
final class Desk implements PayerDesk {

    private final Payments payments;

    Desk(Payments payments) {
        this.payments = payments;
    }

    @Override
    public Optional<Bill> bill(String txnId) {
        return payments.find(txnId).map(payment -> new Bill(payment.order().merchantName(), payment.order().invoiceId(),
                payment.order().poisha(), payment.state() == State.PENDING));
    }

    @Override
    public Return settle(String txnId, Verdict verdict, String wallet) {
        Payment ended = payments.end(txnId, switch (verdict) {
            case APPROVED -> State.SUCCESS;
            case CANCELLED -> State.CANCELLED;
            case INSUFFICIENT, BLOCKED, WRONG_TOO_OFTEN -> State.FAILED;
        }, wallet);
        Map<String, String> query = new LinkedHashMap<>();
        query.put("status", ended.state().browserWord);
        query.put("invoice_id", ended.order().invoiceId());
        return Return.get(ended.order().redirectUrl(), query);
    }
}
