package bd.cleancare.simulators.nagad;

import bd.cleancare.simulators.server.Answer;
import bd.cleancare.simulators.server.Json;
import bd.cleancare.simulators.server.Refusal;

/** Why a request was refused. Nagad's own numbers are not public: only their shape is, and that a refusal has a reason. */
enum Reason {
    INVALID_MERCHANT("invalid merchant"),
    DECRYPTION("decryption error"),
    SIGNATURE("signature verification failed"),
    INVALID_REQUEST("invalid API request"),
    INVALID_DATE("invalid request time"),
    INVALID_ORDER("invalid order id"),
    DUPLICATE_ORDER("duplicate order id"),
    INVALID_CHALLENGE("invalid challenge"),
    INVALID_CURRENCY("invalid currency"),
    INVALID_PURCHASE("invalid purchase information"),
    INVALID_REFERENCE("invalid reference id"),
    INVALID_CANCELLATION("invalid cancellation amount");

    private final String message;

    Reason(String message) {
        this.message = message;
    }

    Refusal refusal() {
        return new Refusal(Answer.json(400, Json.object().put("reason", "40_%04d_%03d".formatted(ordinal() + 1, 1))
                .put("message", message).put("devMessage", message)));
    }
}
