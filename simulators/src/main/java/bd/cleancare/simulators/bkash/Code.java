package bd.cleancare.simulators.bkash;

import bd.cleancare.simulators.server.Answer;
import bd.cleancare.simulators.server.Json;
import bd.cleancare.simulators.server.Refusal;
import tools.jackson.databind.node.ObjectNode;

/** The status codes this simulator gives by itself; a planted fault can give any other. */
enum Code {
    OK("0000", "Successful"),
    INVALID_APP_KEY("2001", "Invalid App Key"),
    INVALID_PAYMENT_ID("2002", "Invalid Payment ID"),
    INVALID_AMOUNT("2006", "Invalid amount"),
    INVALID_CURRENCY("2007", "Invalid currency"),
    INVALID_INTENT("2008", "Invalid intent"),
    INVALID_REQUEST_BODY("2025", "Invalid request body"),
    DUPLICATE("2029", "Duplicate for All Transactions"),
    INVALID_INVOICE("2031", "Invalid merchant invoice number"),
    TRANSACTION_NOT_FOUND("2033", "Transaction not found"),
    INVALID_PAYER_REFERENCE("2048", "Invalid Payer Reference"),
    INVALID_CALLBACK_URL("2049", "Invalid Merchant Callback URL"),
    INVALID_PAYMENT_STATE("2056", "Invalid Payment State"),
    INVALID_MODE("2063", "Mode is not valid as per request data"),
    MODE_UNAVAILABLE("2064", "Product mode currently unavailable"),
    FIELD_MISSING("2065", "Mandatory field missing"),
    REFUND_TOO_LATE("2071", "Refund after the specified days is not allowed"),
    REFUND_AMOUNT("2072", "Refund amount is not valid"),
    REFUND_SKU("2073", "Invalid SKU"),
    REFUND_IMPOSSIBLE("2074", "The transaction cannot be reversed"),
    REFUND_SKU_LONG("2075", "SKU is too long"),
    REFUND_REASON_LONG("2076", "Reason is too long"),
    INVALID_TRX_ID("2077", "Invalid transaction ID"),
    REFUND_REASON("2078", "Invalid reason"),
    EXECUTED_BEFORE("2117", "Payment execution already been called before"),
    NOT_COMPLETED("2127", "The transaction is not yet completed");

    private final String number;
    private final String text;

    Code(String number, String text) {
        this.number = number;
        this.text = text;
    }

    /** Adds the two fields with which every tokenized answer ends. */
    ObjectNode in(ObjectNode body) {
        return body.put("statusCode", number).put("statusMessage", text);
    }

    Refusal refusal() {
        return new Refusal(Answer.json(in(Json.object())));
    }

    Refusal olderRefusal() {
        return new Refusal(Answer.json(Json.object().put("errorCode", number).put("errorMessage", text)));
    }

    /** The v2 endpoints refuse with HTTP 400 and the code inside; the internal name is the message in snake case. */
    Refusal v2Refusal() {
        return new Refusal(Answer.json(400, Json.object().put("internalCode", text.toLowerCase().replace(' ', '_'))
                .put("externalCode", number).put("errorMessageEn", text).putNull("errorMessageBn")));
    }
}
