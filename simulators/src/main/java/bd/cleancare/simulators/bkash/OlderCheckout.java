package bd.cleancare.simulators.bkash;

import bd.cleancare.simulators.money.Poisha;
import bd.cleancare.simulators.server.Answer;
import bd.cleancare.simulators.server.Json;
import bd.cleancare.simulators.server.Request;
import bd.cleancare.simulators.server.Routes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The checkout in which bKash's script opens the payer's page inside the merchant's. No redirect, no statusCode; a refusal has
 * {@code errorCode}. In place of the script a payer opens {@code /bkash/pay?paymentId=}.
 */
final class OlderCheckout {

    static final String PREFIX = "/v1.2.0-beta/checkout";

    private final Tokens tokens;
    private final Payments payments;
    private final String merchantName;

    OlderCheckout(Tokens tokens, Payments payments, String merchantName) {
        this.tokens = tokens;
        this.payments = payments;
        this.merchantName = merchantName;
    }

    void addTo(Routes routes) {
        routes.post(PREFIX + "/payment/create", this::create)
                .post(PREFIX + "/payment/execute/{paymentID}", this::execute)
                .get(PREFIX + "/payment/query/{paymentID}", this::query)
                .get(PREFIX + "/payment/search/{trxID}", this::search)
                .post(PREFIX + "/payment/refund", this::refundOrStatus);
    }

    private Answer create(Request request) {
        tokens.check(request);
        JsonNode body = request.json();
        require(Poisha.parse(Json.text(body, "amount")).isPresent(), Code.INVALID_AMOUNT);
        require(Json.text(body, "currency").equals("BDT"), Code.INVALID_CURRENCY);
        require(Json.text(body, "intent").equals("sale"), Code.INVALID_INTENT);
        require(CreateRules.isInvoice(Json.text(body, "merchantInvoiceNumber")), Code.INVALID_INVOICE);
        Payment payment = payments.create(CreateRules.order(body), null);
        return Answer.json(basics(payment).put("orgLogo", "").put("orgName", merchantName));
    }

    private Answer execute(Request request) {
        tokens.check(request);
        try {
            return Answer.json(done(payments.execute(request.path("paymentID"))));
        } catch (RefusedByBkash refused) {
            throw refused.code().olderRefusal();
        }
    }

    private Answer query(Request request) {
        tokens.check(request);
        Payment payment = payments.find(request.path("paymentID")).orElseThrow(Code.INVALID_PAYMENT_ID::olderRefusal);
        if (payment.trxId() == null) {
            return Answer.json(basics(payment));
        }
        long refunded = payment.order().poisha() - payment.refundable();
        return Answer.json(done(payment).put("refundAmount", Poisha.taka(refunded)));
    }

    private Answer search(Request request) {
        tokens.check(request);
        return Answer.json(Checkout.found(payments.findByTrxId(request.path("trxID"))
                .orElseThrow(Code.TRANSACTION_NOT_FOUND::olderRefusal)));
    }

    private Answer refundOrStatus(Request request) {
        tokens.check(request);
        JsonNode body = request.json();
        String id = Json.text(body, "paymentID");
        String trxId = Json.text(body, "trxID");
        try {
            if (body.has("amount")) {
                long poisha = RefundRules.check(Json.text(body, "amount"), Json.text(body, "sku"), Json.text(body, "reason"));
                return Answer.json(RefundsV1.told(trxId,
                        payments.refund(id, trxId, poisha, Json.text(body, "sku"), Json.text(body, "reason"))));
            }
            Payment payment = payments.completed(id, trxId);
            require(!payment.refunds().isEmpty(), Code.TRANSACTION_NOT_FOUND);
            return Answer.json(RefundsV1.told(trxId, payment.refunds().getLast()));
        } catch (RefusedByBkash refused) {
            throw refused.code().olderRefusal();
        }
    }

    private static ObjectNode basics(Payment payment) {
        return Json.object().put("paymentID", payment.id()).put("createTime", Times.text(payment.created()))
                .put("transactionStatus", payment.state().word).put("amount", payment.order().amount()).put("currency", "BDT")
                .put("intent", "sale").put("merchantInvoiceNumber", payment.order().invoice());
    }

    private static ObjectNode done(Payment payment) {
        return basics(payment).put("trxID", payment.trxId()).put("updateTime", Times.text(payment.completed()));
    }

    private static void require(boolean kept, Code code) {
        if (!kept) {
            throw code.olderRefusal();
        }
    }
}
