package bd.cleancare.simulators.nagad;

import bd.cleancare.simulators.server.Answer;
import bd.cleancare.simulators.server.Json;
import bd.cleancare.simulators.server.Request;
import bd.cleancare.simulators.server.Routes;
import tools.jackson.databind.node.ObjectNode;

import java.math.BigDecimal;

/** The only truth about a payment. It is neither sealed nor signed, and of several cancellations it tells the last. */
final class Verification {

    private final String merchantId;
    private final Orders orders;

    Verification(String merchantId, Orders orders) {
        this.merchantId = merchantId;
        this.orders = orders;
    }

    void addTo(Routes routes, String base) {
        routes.get(base + "/verify/payment/{ref}", this::verify);
    }

    private Answer verify(Request request) {
        Headers.checkVersion(request);
        Order order = orders.find(request.path("ref")).orElseThrow(Reason.INVALID_REFERENCE::refusal);
        ObjectNode body = Json.object().put("merchantId", merchantId).put("orderId", order.orderId()).put("paymentRefId", order.ref())
                .put("amount", order.purchase() == null ? null : shortForm(order.purchase().poisha()))
                .put("clientMobileNo", order.payment() == null ? null : masked(order.payment().wallet()))
                .put("merchantMobileNo", "01300000000").put("orderDateTime", Times.longForm(order.initialized()))
                .put("issuerPaymentDateTime", order.payment() == null ? null : Times.longForm(order.payment().at()))
                .put("issuerPaymentRefNo", order.payment() == null ? null : order.payment().issuerRef())
                .put("additionalMerchantInfo", order.purchase() == null ? null : order.purchase().additionalInfo());
        return Answer.json(body.put("status", order.state().word).put("statusCode", order.state().code)
                .put("cancelIssuerDateTime", Times.longForm(order.lastCancelled()))
                .put("cancelIssuerRefNo", order.lastCancelTrxId()).put("serviceType", "REGULAR_ECOM"));
    }

    /** Whole taka lose their decimals at Nagad. */
    private static String shortForm(long poisha) {
        BigDecimal taka = BigDecimal.valueOf(poisha, 2);
        return poisha % 100 == 0 ? taka.toBigInteger().toString() : taka.toPlainString();
    }

    private static String masked(String wallet) {
        return wallet.substring(0, 3) + "****" + wallet.substring(7);
    }
}
