package bd.cleancare.simulators.upay;

import bd.cleancare.simulators.money.Poisha;
import bd.cleancare.simulators.server.Answer;
import bd.cleancare.simulators.server.Json;
import bd.cleancare.simulators.server.Request;
import bd.cleancare.simulators.server.Routes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.OptionalLong;

/** A list of refunds in, two lists out. There is no refund id and no way to ask later what became of one. */
final class Refunds {

    private final Tokens tokens;
    private final Payments payments;

    Refunds(Tokens tokens, Payments payments) {
        this.tokens = tokens;
        this.payments = payments;
    }

    void addTo(Routes routes) {
        routes.post("/payment/bulk/refund/", this::refund);
    }

    private Answer refund(Request request) {
        tokens.check(request);
        JsonNode wishes = Json.read(request.body()).filter(JsonNode::isArray).orElseThrow(Code.INVALID::refusal);
        ObjectNode data = Json.object();
        ArrayNode done = data.putArray("success_list");
        ArrayNode failed = data.putArray("failed_list");
        wishes.forEach(wish -> {
            String txnId = Json.text(wish, "txn_id");
            OptionalLong poisha = Poisha.parse(Json.text(wish, "refund_amount"));
            if (poisha.isPresent() && payments.refund(txnId, poisha.getAsLong())) {
                done.add(txnId);
            } else {
                failed.addObject().putObject(txnId).put("en", "Refund is not possible").put("bn", "রিফান্ড সম্ভব নয়");
            }
        });
        return Code.REFUNDED.with(data);
    }
}
