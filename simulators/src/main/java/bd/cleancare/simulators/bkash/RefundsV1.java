package bd.cleancare.simulators.bkash;

import bd.cleancare.simulators.money.Poisha;
import bd.cleancare.simulators.server.Answer;
import bd.cleancare.simulators.server.Json;
import bd.cleancare.simulators.server.Request;
import bd.cleancare.simulators.server.Routes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One URL for two questions: with an amount it refunds, without one it tells the last refund. */
final class RefundsV1 {

    private final Tokens tokens;
    private final Payments payments;

    RefundsV1(Tokens tokens, Payments payments) {
        this.tokens = tokens;
        this.payments = payments;
    }

    void addTo(Routes routes) {
        routes.post(Checkout.PREFIX + "/payment/refund", this::refundOrStatus)
                .post(Checkout.PREFIX + "/payment/refund/status", this::status);
    }

    private Answer refundOrStatus(Request request) throws RefusedByBkash {
        return request.json().has("amount") ? refund(request) : status(request);
    }

    private Answer refund(Request request) {
        tokens.check(request);
        JsonNode body = request.json();
        try {
            long poisha = RefundRules.check(Json.text(body, "amount"), Json.text(body, "sku"), Json.text(body, "reason"));
            String trxId = Json.text(body, "trxID");
            return Answer.json(Code.OK.in(told(trxId, payments.refund(Json.text(body, "paymentID"), trxId, poisha,
                    Json.text(body, "sku"), Json.text(body, "reason")))));
        } catch (RefusedByBkash refused) {
            throw refused.code().refusal();
        }
    }

    private Answer status(Request request) {
        tokens.check(request);
        JsonNode body = request.json();
        try {
            Payment payment = payments.completed(Json.text(body, "paymentID"), Json.text(body, "trxID"));
            if (payment.refunds().isEmpty()) {
                throw new RefusedByBkash(Code.TRANSACTION_NOT_FOUND);
            }
            return Answer.json(Code.OK.in(told(payment.trxId(), payment.refunds().getLast())));
        } catch (RefusedByBkash refused) {
            throw refused.code().refusal();
        }
    }

    static ObjectNode told(String originalTrxId, Payment.Refund refund) {
        return Json.object().put("originalTrxID", originalTrxId).put("refundTrxID", refund.trxId())
                .put("transactionStatus", "Completed").put("amount", Poisha.taka(refund.poisha())).put("currency", "BDT")
                .put("charge", "0.00").put("completedTime", Times.text(refund.completed()));
    }
}
