package bd.cleancare.simulators.bkash;

import bd.cleancare.simulators.money.Poisha;
import bd.cleancare.simulators.server.Json;
import tools.jackson.databind.JsonNode;

import java.util.List;

/** What a create request must look like; the first broken rule gives the code. */
final class CreateRules {

    private static final List<String> REQUIRED =
            List.of("mode", "payerReference", "callbackURL", "currency", "intent", "merchantInvoiceNumber");

    private CreateRules() {
    }

    static void check(JsonNode body) {
        require(REQUIRED.stream().allMatch(field -> body.path(field).isString() && !body.path(field).asString().isEmpty()),
                Code.FIELD_MISSING);
        // Documented as a string, but libraries in use send a number.
        require(!Json.text(body, "amount").isEmpty(), Code.FIELD_MISSING);
        String mode = Json.text(body, "mode");
        require(List.of("0000", "0001", "0011").contains(mode), Code.INVALID_MODE);
        require(mode.equals("0011"), Code.MODE_UNAVAILABLE);
        require(Json.text(body, "payerReference").length() <= 255, Code.INVALID_PAYER_REFERENCE);
        require(Json.text(body, "callbackURL").matches("https?://\\S+"), Code.INVALID_CALLBACK_URL);
        require(Poisha.parse(Json.text(body, "amount")).isPresent(), Code.INVALID_AMOUNT);
        require(Json.text(body, "currency").equals("BDT"), Code.INVALID_CURRENCY);
        require(Json.text(body, "intent").equals("sale"), Code.INVALID_INTENT);
        require(isInvoice(Json.text(body, "merchantInvoiceNumber")), Code.INVALID_INVOICE);
    }

    static Payment.Order order(JsonNode body) {
        String amount = Json.text(body, "amount");
        return new Payment.Order(amount, Poisha.parse(amount).orElseThrow(), Json.text(body, "merchantInvoiceNumber"),
                Json.text(body, "payerReference"));
    }

    static boolean isInvoice(String invoice) {
        return !invoice.isBlank() && invoice.length() <= 255;
    }

    private static void require(boolean kept, Code code) {
        if (!kept) {
            throw code.refusal();
        }
    }
}
