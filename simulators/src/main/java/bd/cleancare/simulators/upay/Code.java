package bd.cleancare.simulators.upay;

import bd.cleancare.simulators.server.Answer;
import bd.cleancare.simulators.server.Json;
import bd.cleancare.simulators.server.Refusal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Upay's codes; each stands in the envelope beside the data. */
enum Code {
    AUTHENTICATED(200, "MAS2001", "Merchant authentication successful"),
    INITIATED(200, "MPIS2002", "Merchant payment initiated successfully"),
    STATUS(200, "PS2005", "Payment status"),
    REFUNDED(200, "MPR_200", "Refund request processed"),
    INVALID(400, "DVE4001", "Data validation error"),
    NO_MERCHANT(400, "MNF4002", "Merchant not found"),
    DUPLICATE(400, "DTP4003", "Duplicate transaction id"),
    NO_PAYMENT(404, "PNF4012", "Payment not found");

    private final int status;
    private final String code;
    private final String message;

    Code(int status, String code, String message) {
        this.status = status;
        this.code = code;
        this.message = message;
    }

    Answer with(JsonNode data) {
        ObjectNode body = Json.object().put("code", code).put("lang", "en").put("message", message);
        body.set("data", data);
        return Answer.json(status, body);
    }

    Refusal refusal() {
        return new Refusal(with(Json.object()));
    }

    Refusal refusal(String field) {
        return new Refusal(with(Json.object().put(field, "This field is not valid.")));
    }
}
