package bd.cleancare.payments.gateway.bkash;

import bd.cleancare.payments.gateway.Gateway;
import bd.cleancare.payments.gateway.GatewayFault;
import bd.cleancare.payments.gateway.GatewayHttp;
import bd.cleancare.payments.gateway.GatewayHttp.Reply;
import bd.cleancare.payments.gateway.GatewaySettings;
import bd.cleancare.payments.gateway.Redaction;
import bd.cleancare.shared.Taka;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** bKash tokenized checkout, mode 0011. The money moves at execute and only there. */
@Component
class BkashGateway implements Gateway {

    private static final String NO_SUCH_PAYMENT = "2002";
    private static final String SUCCESS = "0000";
    private static final String ONE_OFF_PAYMENT = "0011";
    private static final Duration PAYMENT_LIFE = Duration.ofHours(24);
    private static final int LONGEST_TEXT = 255;

    private final GatewaySettings.Bkash settings;
    private final GatewayHttp http;
    private final BkashWire wire;
    private final Clock clock;

    BkashGateway(GatewaySettings settings, Clock clock) {
        this.settings = settings.bkash();
        this.http = new GatewayHttp(name(), settings);
        this.wire = new BkashWire(settings.bkash(), http, clock);
        this.clock = clock;
    }

    @Override
    public String name() {
        return "bkash";
    }

    @Override
    public Creation create(Order order) {
        Reply reply;
        try {
            reply = wire.checkout("/create", Map.of("mode", ONE_OFF_PAYMENT, "payerReference", order.payer(), "callbackURL", order.callbackUrl(),
                    "amount", order.amount().plain(), "currency", "BDT", "intent", "sale", "merchantInvoiceNumber", order.invoice()));
        } catch (GatewayFault fault) {
            return fault.ofCreate(null);
        }
        String id = reply.field("paymentID");
        String url = reply.field("bkashURL");
        if (!id.isEmpty() && !url.isEmpty()) {
            return new Creation.Created(id, url, clock.instant().plus(PAYMENT_LIFE), Redaction.of(reply.body()));
        }
        String code = BkashCodes.of(reply.body());
        return code.isEmpty() || BkashCodes.saysNothing(code) ? new Creation.Unknown("HTTP " + reply.status() + " " + code, null)
                : new Creation.Refused(BkashCodes.refusal(code), code, Redaction.of(reply.body()));
    }

    /** Once per payment. Whatever the answer, the status tells the truth; only a plain refusal is taken at its word. */
    @Override
    public Outcome confirm(Reference attempt) {
        try {
            Reply reply = wire.checkout("/execute", Map.of("paymentID", attempt.paymentId()));
            String code = BkashCodes.of(reply.body());
            if (SUCCESS.equals(code) && "Completed".equals(reply.field("transactionStatus"))) {
                return paid(reply.body(), reply.field("merchantInvoiceNumber"), "paymentExecuteTime");
            }
            return BkashCodes.isPlainRefusal(code) ? new Outcome.NotPaid(BkashCodes.refusal(code), code, Redaction.of(reply.body()))
                    : new Outcome.Unknown("execute answered " + (code.isEmpty() ? "HTTP " + reply.status() : code));
        } catch (GatewayFault fault) {
            return new Outcome.Unknown(fault.getMessage());
        }
    }

    @Override
    public Outcome query(Reference attempt) {
        if (attempt.paymentId() == null) {
            // Its payer was never sent anywhere and without execute nothing moves, so it can lapse.
            return new Outcome.NotPaid(Refusal.EXPIRED, "never-created", null);
        }
        try {
            Reply reply = wire.checkout("/payment/status", Map.of("paymentID", attempt.paymentId()));
            if (NO_SUCH_PAYMENT.equals(BkashCodes.of(reply.body()))) {
                // Not yet for it or not any more: nothing moved, and it is asked again.
                return new Outcome.Pending(null);
            }
            return SUCCESS.equals(BkashCodes.of(reply.body())) ? status(reply.body())
                    : new Outcome.Unknown("status answered " + BkashCodes.of(reply.body()) + ", HTTP " + reply.status());
        } catch (GatewayFault fault) {
            return new Outcome.Unknown(fault.getMessage());
        }
    }

    private static Outcome status(JsonNode body) {
        String answer = Redaction.of(body);
        return switch (body.path("transactionStatus").asString("")) {
            case "Completed" -> paid(body, BkashCodes.first(body, "merchantInvoice", "merchantInvoiceNumber"), "paymentExecuteTime");
            case "Initiated" -> "Complete".equals(BkashCodes.first(body, "userVerificationStatus", "verificationStatus"))
                    ? new Outcome.Authorised(answer) : new Outcome.Pending(answer);
            case "Expired" -> new Outcome.NotPaid(Refusal.EXPIRED, "Expired", answer);
            case "Cancelled" -> new Outcome.NotPaid(Refusal.CANCELLED, "Cancelled", answer);
            case "Failed", "Declined" -> new Outcome.NotPaid(Refusal.DECLINED, "Failed", answer);
            default -> new Outcome.Unknown("a status we do not know");
        };
    }

    private static Outcome paid(JsonNode body, String invoice, String timeField) {
        var amount = Taka.parse(body.path("amount").asString(""));
        String trxId = body.path("trxID").asString("");
        if (amount.isEmpty() || trxId.isEmpty()) {
            return new Outcome.Unknown("Completed without amount or trxID");
        }
        Instant at = BkashCodes.time(body.path(timeField).asString(""));
        return new Outcome.Paid(trxId, amount.get(), body.path("currency").asString(""), invoice,
                BkashCodes.first(body, "payerAccount", "customerMsisdn"), at, null, Redaction.of(body));
    }

    @Override
    public RefundOutcome refund(RefundOrder order) {
        try {
            Reply reply = wire.v2("/refund/payment/transaction", Map.of("paymentId", order.payment().paymentId(), "trxId", order.trxId(),
                    "refundAmount", order.amount().plain(), "sku", order.id(), "reason", cut(order.reason())));
            if ("Completed".equals(reply.field("refundTransactionStatus")) && !reply.field("refundTrxId").isEmpty()) {
                return new RefundOutcome.Refunded(reply.field("refundTrxId"), Redaction.of(reply.body()));
            }
            String code = BkashCodes.of(reply.body());
            return code.isEmpty() || BkashCodes.saysNothing(code) ? new RefundOutcome.Unknown("HTTP " + reply.status() + " " + code)
                    : new RefundOutcome.Refused(code, Redaction.of(reply.body()));
        } catch (GatewayFault fault) {
            return fault.ofRefund();
        }
    }

    @Override
    public List<Made> refundsOf(RefundOrder order) {
        try {
            Reply reply = wire.v2("/refund/payment/status", Map.of("paymentId", order.payment().paymentId(), "trxId", order.trxId()));
            if (!reply.body().path("refundTransactions").isArray()) {
                return null;
            }
            var made = new ArrayList<Made>();
            reply.body().path("refundTransactions").forEach(each -> Taka.parse(each.path("refundAmount").asString(""))
                    .ifPresent(amount -> made.add(new Made(each.path("refundTrxId").asString(""), amount))));
            return made;
        } catch (GatewayFault _) {
            return null;
        }
    }

    @Override
    public Duration refundWindow() {
        return settings.refundWindow();
    }

    @Override
    public boolean configured() {
        return settings.isConfigured();
    }

    @Override
    public GatewayHttp http() {
        return http;
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
    }
}
