package bd.cleancare.simulators.nagad;

import bd.cleancare.simulators.nagad.Order.State;
import bd.cleancare.simulators.payer.Bill;
import bd.cleancare.simulators.payer.PayerDesk;
import bd.cleancare.simulators.payer.Return;
import bd.cleancare.simulators.payer.Verdict;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The payer pays here, and the browser carries back a claim that nobody signed. */
final class Desk implements PayerDesk {

    private final Orders orders;
    private final String merchantId;
    private final NagadGateway.Options options;

    Desk(Orders orders, String merchantId, NagadGateway.Options options) {
        this.orders = orders;
        this.merchantId = merchantId;
        this.options = options;
    }

    @Override
    public Optional<Bill> bill(String ref) {
        return orders.find(ref).filter(order -> order.purchase() != null).map(order -> new Bill(options.merchantName(),
                order.orderId(), order.purchase().poisha(), order.state() == State.READY));
    }

    @Override
    public Return settle(String ref, Verdict verdict, String wallet) {
        Order order = switch (verdict) {
            case APPROVED -> orders.pay(ref, wallet);
            case CANCELLED -> orders.end(ref, State.ABORTED);
            case INSUFFICIENT, BLOCKED, WRONG_TOO_OFTEN -> orders.end(ref, State.FAILED);
        };
        return Return.get(order.purchase().callbackUrl() + (options.callbackSlash() ? "/" : ""), query(order));
    }

    private Map<String, String> query(Order order) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("merchant", merchantId);
        query.put("order_id", order.orderId());
        query.put("payment_ref_id", order.ref());
        if (order.payment() != null) {
            query.put("status", "Success");
            query.put("status_code", "00_0000_000");
            query.put("message", "Successful Transaction");
            query.put("payment_dt", Times.compact(order.payment().at()));
            query.put("issuer_payment_ref", order.payment().issuerRef());
        } else {
            query.put("status", order.state().word);
            query.put("status_code", order.state().code);
            query.put("message", order.state() == State.ABORTED ? "Payment aborted by customer" : "E Com Trx Failed.");
        }
        return query;
    }
}
