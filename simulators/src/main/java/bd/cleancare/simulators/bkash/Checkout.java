package bd.cleancare.simulators.bkash;

import bd.cleancare.simulators.money.Poisha;
import bd.cleancare.simulators.payer.Browser;
import bd.cleancare.simulators.payer.Return;
import bd.cleancare.simulators.payer.Wallets;
import bd.cleancare.simulators.server.Answer;
import bd.cleancare.simulators.server.Fault;
import bd.cleancare.simulators.server.Faults;
import bd.cleancare.simulators.server.Json;
import bd.cleancare.simulators.server.Request;
import bd.cleancare.simulators.server.Routes;
import bd.cleancare.simulators.server.Secrets;
import bd.cleancare.simulators.server.SimulatorServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Tokenized checkout, mode 0011: create, execute, query, search. */
final class Checkout {

    static final String PREFIX = "/v1.2.0-beta/tokenized/checkout";

    private final Tokens tokens;
    private final Payments payments;
    private final SimulatorServer server;

    Checkout(Tokens tokens, Payments payments, SimulatorServer server) {
        this.tokens = tokens;
        this.payments = payments;
        this.server = server;
    }

    void addTo(Routes routes) {
        routes.post(PREFIX + "/create", this::create)
                .post(PREFIX + "/execute", this::execute)
                .post(PREFIX + "/payment/status", this::status)
                .post(PREFIX + "/general/searchTransaction", this::search);
    }

    private Answer create(Request request) {
        tokens.check(request);
        JsonNode body = Json.read(request.body()).filter(JsonNode::isObject).orElseThrow(Code.INVALID_REQUEST_BODY::refusal);
        CreateRules.check(body);
        Payment payment = payments.create(CreateRules.order(body), Json.text(body, "callbackURL"));
        server.faults().next(Fault.Kind.EARLY_CALLBACK).ifPresent(fault -> payerIsFasterThanThisAnswer(payment));
        return Answer.json(created(payment));
    }

    /** The payer approves and comes back to the merchant before the merchant knows the payment. */
    private void payerIsFasterThanThisAnswer(Payment payment) {
        Payment approved = payments.decide(payment.id(), Payment.State.AUTHORISED, Wallets.GOOD);
        Browser.follow(Return.get(approved.callbackUrl(), Desk.query(approved)), new Faults.Delivery(1, 0));
    }

    private ObjectNode created(Payment payment) {
        String callback = payment.callbackUrl();
        String separator = callback.contains("?") ? "&" : "?";
        String back = callback + separator + "paymentID=" + payment.id() + "&status=%s&signature=" + payment.signature();
        return Code.OK.in(Json.object().put("paymentID", payment.id())
                .put("bkashURL", server.publicUrl() + "/bkash/pay?paymentId=" + payment.id() + "&hash=" + Secrets.word(24)
                        + "&mode=0011&apiVersion=v1.2.0-beta/")
                .put("callbackURL", callback)
                .put("successCallbackURL", back.replace("%s", "success"))
                .put("failureCallbackURL", back.replace("%s", "failure"))
                .put("cancelledCallbackURL", back.replace("%s", "cancel"))
                .put("amount", payment.order().amount()).put("intent", "sale").put("currency", "BDT")
                .put("paymentCreateTime", Times.text(payment.created())).put("transactionStatus", payment.state().word)
                .put("merchantInvoiceNumber", payment.order().invoice()));
    }

    private Answer execute(Request request) {
        tokens.check(request);
        try {
            Payment payment = payments.execute(Json.text(request.json(), "paymentID"));
            return Answer.json(Code.OK.in(Json.object().put("paymentID", payment.id()).put("trxID", payment.trxId())
                    .put("transactionStatus", payment.state().word).put("amount", payment.order().amount()).put("currency", "BDT")
                    .put("intent", "sale").put("paymentExecuteTime", Times.text(payment.completed()))
                    .put("merchantInvoiceNumber", payment.order().invoice()).put("payerType", "Customer")
                    .put("payerReference", payment.order().payerReference()).put("customerMsisdn", payment.wallet())
                    .put("payerAccount", payment.wallet()).put("maxRefundableAmount", Poisha.taka(payment.refundable()))));
        } catch (RefusedByBkash refused) {
            throw refused.code().refusal();
        }
    }

    private Answer status(Request request) {
        tokens.check(request);
        Payment payment = payments.find(Json.text(request.json(), "paymentID")).orElseThrow(Code.INVALID_PAYMENT_ID::refusal);
        String verified = payment.isAuthorised() ? "Complete" : "Incomplete";
        ObjectNode body = Json.object().put("paymentID", payment.id()).put("mode", "0011")
                .put("paymentCreateTime", Times.text(payment.created())).put("amount", payment.order().amount())
                .put("currency", "BDT").put("intent", "sale").put("merchantInvoice", payment.order().invoice())
                .put("transactionStatus", payment.state().word).put("userVerificationStatus", verified)
                .put("verificationStatus", verified).put("payerReference", payment.order().payerReference());
        if (payment.trxId() != null) {
            body.put("trxID", payment.trxId()).put("paymentExecuteTime", Times.text(payment.completed()))
                    .put("payerType", "Customer").put("payerAccount", payment.wallet())
                    .put("maxRefundableAmount", Poisha.taka(payment.refundable()));
        }
        return Answer.json(Code.OK.in(body));
    }

    private Answer search(Request request) {
        tokens.check(request);
        Payment payment = payments.findByTrxId(Json.text(request.json(), "trxID")).orElseThrow(Code.TRANSACTION_NOT_FOUND::refusal);
        return Answer.json(Code.OK.in(found(payment)));
    }

    static ObjectNode found(Payment payment) {
        return Json.object().put("trxID", payment.trxId()).put("transactionStatus", payment.state().word)
                .put("transactionType", "bKash Tokenized Checkout via API").put("amount", payment.order().amount())
                .put("currency", "BDT").put("customerMsisdn", payment.wallet()).put("organizationShortCode", "50022")
                .put("initiationTime", Times.text(payment.created())).put("completedTime", Times.text(payment.completed()))
                .put("transactionReference", payment.order().payerReference());
    }
}
