package bd.cleancare.simulators.sslcommerz;

import bd.cleancare.simulators.money.Poisha;
import bd.cleancare.simulators.server.Answer;
import bd.cleancare.simulators.server.Json;
import bd.cleancare.simulators.server.Request;
import bd.cleancare.simulators.server.Routes;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Optional;

/** One URL for four questions; which one it is, its parameters tell. */
final class TransactionApi {

    private final SslcommerzGateway.Credentials credentials;
    private final Sessions sessions;
    private final Fields fields;

    TransactionApi(SslcommerzGateway.Credentials credentials, Sessions sessions, Fields fields) {
        this.credentials = credentials;
        this.sessions = sessions;
        this.fields = fields;
    }

    void addTo(Routes routes) {
        routes.getOrPost("/validator/api/merchantTransIDvalidationAPI.php", this::answer);
    }

    private Answer answer(Request request) {
        if (!ValidationApi.isStore(credentials, request)) {
            return Answer.json(Json.object().put("APIConnect", "INACTIVE"));
        }
        if (!request.param("refund_ref_id").isEmpty()) {
            return refundStatus(request.param("refund_ref_id"));
        }
        if (!request.param("refund_amount").isEmpty()) {
            return refund(request);
        }
        if (!request.param("sessionkey").isEmpty()) {
            return session(request.param("sessionkey"));
        }
        return request.param("tran_id").isEmpty() ? Answer.json(Json.object().put("APIConnect", "INVALID_REQUEST"))
                : attempts(request.param("tran_id"));
    }

    private Answer session(String key) {
        return sessions.find(key).map(session -> Answer.json(told(session).put("APIConnect", "DONE")))
                .orElseGet(() -> Answer.json(Json.object().put("APIConnect", "FAILED")));
    }

    private Answer attempts(String tranId) {
        List<Session> found = sessions.ofTransaction(tranId);
        ObjectNode body = Json.object().put("APIConnect", "DONE").put("no_of_trans_found", found.size());
        ArrayNode elements = body.putArray("element");
        found.forEach(session -> elements.add(told(session)));
        return Answer.json(body);
    }

    private ObjectNode told(Session session) {
        ObjectNode body = Json.object();
        fields.of(session).forEach(body::put);
        return body;
    }

    private Answer refund(Request request) {
        String bankTranId = request.param("bank_tran_id");
        long poisha = Poisha.parse(request.param("refund_amount")).orElse(Long.MAX_VALUE);
        Optional<Session.Refund> refund = request.param("refund_remarks").isBlank() ? Optional.empty()
                : sessions.refund(bankTranId, poisha, request.param("refund_trans_id"));
        ObjectNode body = Json.object().put("APIConnect", "DONE").put("bank_tran_id", bankTranId)
                .put("trans_id", refund.map(this::transactionOf).orElse(""))
                .put("refund_ref_id", refund.map(Session.Refund::refId).orElse(""));
        return Answer.json(body.put("status", refund.isPresent() ? "success" : "failed")
                .put("errorReason", refund.isPresent() ? "" : "Refund is not possible"));
    }

    /** Older libraries give the refund no id of its own. */
    private String transactionOf(Session.Refund refund) {
        return refund.refundTransId().isEmpty() ? sessions.tranIdOf(refund) : refund.refundTransId();
    }

    private Answer refundStatus(String refId) {
        return sessions.findRefund(refId).map(refund -> Answer.json(Json.object().put("APIConnect", "DONE")
                        .put("bank_tran_id", refund.bankTranId()).put("refund_ref_id", refund.refId())
                        .put("initiated_on", Times.text(refund.at())).put("refunded_on", Times.text(refund.at()))
                        .put("status", "refunded").put("errorReason", "")))
                .orElseGet(() -> Answer.json(Json.object().put("APIConnect", "FAILED").put("errorReason", "Refund not found")));
    }
}
