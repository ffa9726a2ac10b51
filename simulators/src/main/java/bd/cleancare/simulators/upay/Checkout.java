package bd.cleancare.simulators.upay;

import bd.cleancare.simulators.money.Poisha;
import bd.cleancare.simulators.server.Answer;
import bd.cleancare.simulators.server.Json;
import bd.cleancare.simulators.server.Request;
import bd.cleancare.simulators.server.Routes;
import bd.cleancare.simulators.server.SimulatorServer;
import tools.jackson.databind.JsonNode;

import java.util.List;

/** Opens a session for a payer. */
final class Checkout {

    private static final List<String> REQUIRED = List.of("date", "txn_id", "invoice_id", "merchant_id", "merchant_name",
            "merchant_code", "merchant_country_code", "merchant_city", "merchant_category_code", "merchant_mobile",
            "transaction_currency_code", "redirect_url");

    private final String merchantId;
    private final Tokens tokens;
    private final Payments payments;
    private final SimulatorServer server;

    Checkout(String merchantId, Tokens tokens, Payments payments, SimulatorServer server) {
        this.merchantId = merchantId;
        this.tokens = tokens;
        this.payments = payments;
        this.server = server;
    }

    void addTo(Routes routes) {
        routes.post("/payment/merchant-payment-init/", this::initiate);
    }

    private Answer initiate(Request request) {
        tokens.check(request);
        JsonNode body = request.json();
        REQUIRED.forEach(field -> require(!Json.text(body, field).isBlank(), field));
        require(Json.text(body, "date").matches("\\d{4}-\\d{2}-\\d{2}"), "date");
        require(Json.text(body, "txn_id").matches("[A-Za-z0-9]{1,50}"), "txn_id");
        // codeboxr/upay sends the country for the currency.
        require(Json.text(body, "transaction_currency_code").matches("BDT?"), "transaction_currency_code");
        require(Json.text(body, "merchant_country_code").equals("BD"), "merchant_country_code");
        require(Json.text(body, "redirect_url").matches("https?://\\S+"), "redirect_url");
        if (!Json.text(body, "merchant_id").equals(merchantId)) {
            throw Code.NO_MERCHANT.refusal();
        }
        Payment payment = payments.create(new Payment.Order(Json.text(body, "txn_id"), Json.text(body, "invoice_id"), amount(body),
                Json.text(body, "merchant_name"), Json.text(body, "redirect_url")));
        return Code.INITIATED.with(Json.object().put("session_id", payment.sessionId()).put("txn_id", payment.order().txnId())
                .put("trx_id", payment.trxId()).put("invoice_id", payment.order().invoiceId()).put("merchant_id", merchantId)
                .put("gateway_url", server.publicUrl() + "/gateway/" + payment.sessionId() + "/"));
    }

    /** A JSON number, unlike at every other gateway. Read as decimal: 500.1 must not become 500.09. */
    private static long amount(JsonNode body) {
        JsonNode amount = body.path("amount");
        require(amount.isNumber(), "amount");
        return Poisha.parse(amount.decimalValue().stripTrailingZeros().toPlainString())
                .orElseThrow(() -> Code.INVALID.refusal("amount"));
    }

    private static void require(boolean kept, String field) {
        if (!kept) {
            throw Code.INVALID.refusal(field);
        }
    }
}
