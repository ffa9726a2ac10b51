package bd.cleancare.simulators.nagad;

import bd.cleancare.simulators.money.Poisha;
import bd.cleancare.simulators.server.Answer;
import bd.cleancare.simulators.server.Json;
import bd.cleancare.simulators.server.Request;
import bd.cleancare.simulators.server.Routes;
import tools.jackson.databind.JsonNode;

/** Nagad's word for a refund, whole or in part. It knows no idempotency: the same request twice refunds twice. */
final class Cancellation {

    private final String merchantId;
    private final Sealing sealing;
    private final Orders orders;

    Cancellation(String merchantId, Sealing sealing, Orders orders) {
        this.merchantId = merchantId;
        this.sealing = sealing;
        this.orders = orders;
    }

    void addTo(Routes routes, String base) {
        routes.post(base + "/purchase/cancel", this::cancel);
    }

    private Answer cancel(Request request) {
        Headers.checkAll(request);
        JsonNode plain = sealing.open(request.json(), "sensitiveDataCancelRequest");
        require(Json.text(plain, "merchantId").equals(merchantId), Reason.INVALID_MERCHANT);
        Order order = orders.find(request.param("paymentRefId")).filter(found -> found.payment() != null)
                .orElseThrow(Reason.INVALID_REFERENCE::refusal);
        String orderId = request.param("orderId");
        require(orderId.isEmpty() || orderId.equals(order.orderId()), Reason.INVALID_ORDER);
        require(Json.text(plain, "originalRequestDate").equals(Times.day(order.initialized())), Reason.INVALID_DATE);
        require(amount(plain, "originalAmount") == order.purchase().poisha(), Reason.INVALID_CANCELLATION);
        require(!Json.text(plain, "referenceNo").isBlank(), Reason.INVALID_REQUEST);
        long poisha = amount(plain, "cancelAmount");
        Order cancelled = orders.cancel(order.ref(), poisha);
        return sealing.seal(Json.object().put("status", cancelled.state().word).put("code", "000")
                .put("originalAmount", Poisha.taka(order.purchase().poisha())).put("cancelAmount", Poisha.taka(poisha))
                .put("cancelTrxId", cancelled.lastCancelTrxId()));
    }

    private static long amount(JsonNode plain, String field) {
        return Poisha.parse(Json.text(plain, field)).orElseThrow(Reason.INVALID_CANCELLATION::refusal);
    }

    private static void require(boolean kept, Reason reason) {
        if (!kept) {
            throw reason.refusal();
        }
    }
}
