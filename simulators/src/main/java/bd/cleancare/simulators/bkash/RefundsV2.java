package bd.cleancare.simulators.bkash;

import bd.cleancare.simulators.money.Poisha;
import bd.cleancare.simulators.server.Answer;
import bd.cleancare.simulators.server.Json;
import bd.cleancare.simulators.server.Request;
import bd.cleancare.simulators.server.Routes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The newer refund: ids with a small d, all refunds in the status, refusals as HTTP 400. */
final class RefundsV2 {

    private static final String PREFIX = "/v2/tokenized-checkout/refund/payment";

    private final Tokens tokens;
    private final Payments payments;

    RefundsV2(Tokens tokens, Payments payments) {
        this.tokens = tokens;
        this.payments = payments;
    }

    void addTo(Routes routes) {
        routes.post(PREFIX + "/transaction", this::refund).post(PREFIX + "/status", this::status);
    }

    private Answer refund(Request request) {
        tokens.check(request);
        JsonNode body = request.json();
        try {
            String sku = Json.text(body, "sku");
            String reason = Json.text(body, "reason");
            long poisha = RefundRules.check(Json.text(body, "refundAmount"), sku, reason);
            Payment.Refund refund = payments.refund(Json.text(body, "paymentId"), Json.text(body, "trxId"), poisha, sku, reason);
            Payment payment = payments.find(Json.text(body, "paymentId")).orElseThrow();
            return Answer.json(Json.object().put("originalTrxId", payment.trxId()).put("refundTrxId", refund.trxId())
                    .put("refundTransactionStatus", "Completed").put("originalTrxAmount", payment.order().amount())
                    .put("refundAmount", Poisha.taka(poisha)).put("currency", "BDT")
                    .put("completedTime", Times.text(refund.completed())).put("sku", sku).put("reason", reason));
        } catch (RefusedByBkash refused) {
            throw refused.code().v2Refusal();
        }
    }

    private Answer status(Request request) {
        tokens.check(request);
        JsonNode body = request.json();
        try {
            Payment payment = payments.completed(Json.text(body, "paymentId"), Json.text(body, "trxId"));
            ObjectNode answer = Json.object().put("originalTrxId", payment.trxId()).put("originalTrxAmount", payment.order().amount())
                    .put("originalTrxCompletedTime", Times.text(payment.completed()));
            ArrayNode refunds = answer.putArray("refundTransactions");
            payment.refunds().forEach(refund -> refunds.addObject().put("refundTrxId", refund.trxId())
                    .put("refundTransactionStatus", "Completed").put("refundAmount", Poisha.taka(refund.poisha()))
                    .put("completedTime", Times.text(refund.completed())));
            return Answer.json(answer);
        } catch (RefusedByBkash refused) {
            throw refused.code().v2Refusal();
        }
    }
}
