package bd.cleancare.simulators.upay;

import bd.cleancare.simulators.server.Answer;
import bd.cleancare.simulators.server.CityTime;
import bd.cleancare.simulators.server.Json;
import bd.cleancare.simulators.server.Request;
import bd.cleancare.simulators.server.Routes;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

/** Status of one payment, or of many for reconciliation. */
final class Queries {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(CityTime.ZONE);

    private final Tokens tokens;
    private final Payments payments;

    Queries(Tokens tokens, Payments payments) {
        this.tokens = tokens;
        this.payments = payments;
    }

    void addTo(Routes routes) {
        routes.get("/payment/single-payment-status/{txnId}/", this::one).post("/payment/bulk-payment-status/", this::many);
    }

    private Answer one(Request request) {
        tokens.check(request);
        return payments.find(request.path("txnId")).map(payment -> Code.STATUS.with(told(payment)))
                .orElseThrow(Code.NO_PAYMENT::refusal);
    }

    /** Unknown ids are simply not in the answer. */
    private Answer many(Request request) {
        tokens.check(request);
        ArrayNode found = Json.array();
        request.json().path("txn_id_list").forEach(id -> payments.find(id.asString("")).ifPresent(payment -> found.add(told(payment))));
        return Code.STATUS.with(found);
    }

    private static ObjectNode told(Payment payment) {
        Instant date = payment.ended() == null ? payment.created() : payment.ended();
        return Json.object().put("txn_id", payment.order().txnId()).put("trx_id", payment.trxId())
                .put("invoice_id", payment.order().invoiceId()).put("session_id", payment.sessionId())
                .put("status", payment.state().word).put("amount", BigDecimal.valueOf(payment.order().poisha(), 2))
                .put("merchant_name", payment.order().merchantName()).put("customer_wallet", masked(payment.wallet()))
                .put("date", TIME.format(date));
    }

    private static String masked(String wallet) {
        return wallet.isEmpty() ? "" : wallet.substring(0, 3) + "*****" + wallet.substring(8);
    }
}
