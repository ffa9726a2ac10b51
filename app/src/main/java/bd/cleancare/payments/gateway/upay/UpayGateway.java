package bd.cleancare.payments.gateway.upay;

import bd.cleancare.payments.gateway.DhakaTime;
import bd.cleancare.payments.gateway.Gateway;
import bd.cleancare.payments.gateway.GatewayFault;
import bd.cleancare.payments.gateway.GatewayHttp;
import bd.cleancare.payments.gateway.GatewayHttp.Reply;
import bd.cleancare.payments.gateway.GatewaySettings;
import bd.cleancare.payments.gateway.Redaction;
import bd.cleancare.payments.gateway.Token;
import bd.cleancare.shared.CityTime;
import bd.cleancare.shared.Taka;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Upay merchant API. The money moves on the payer's page; our own id asks how it stands. */
@Component
class UpayGateway implements Gateway {

    /** Its true life is not documented. */
    private static final Duration TOKEN_LIFE = Duration.ofMinutes(12);
    private static final Duration PAYMENT_LIFE = Duration.ofHours(24);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final GatewaySettings.Upay settings;
    private final GatewayHttp http;
    private final Token token;
    private final Clock clock;

    UpayGateway(GatewaySettings settings, Clock clock) {
        this.settings = settings.upay();
        this.http = new GatewayHttp(name(), settings);
        this.token = new Token(clock, this::grant);
        this.clock = clock;
    }

    @Override
    public String name() {
        return "upay";
    }

    @Override
    public Creation create(Order order) {
        try {
            Reply reply = call("/payment/merchant-payment-init/", initiation(order));
            String url = data(reply).path("gateway_url").asString("");
            if (reply.field("code").equals("MPIS2002") && !url.isEmpty()) {
                return new Creation.Created(data(reply).path("session_id").asString(""), url, clock.instant().plus(PAYMENT_LIFE), Redaction.of(reply.body()));
            }
            return reply.status() >= 500 || reply.field("code").isEmpty() || reply.field("code").equals("MSE5001") ? new Creation.Unknown("HTTP " + reply.status(), null)
                    : new Creation.Refused(Refusal.MERCHANT, reply.field("code"), Redaction.of(reply.body()));
        } catch (GatewayFault fault) {
            return fault.ofCreate(null);
        }
    }

    private Map<String, Object> initiation(Order order) {
        var body = new LinkedHashMap<String, Object>();
        body.put("date", LocalDate.now(clock.withZone(CityTime.ZONE)).toString());
        body.put("txn_id", order.invoice());
        body.put("invoice_id", order.invoice());
        body.put("amount", order.amount().decimal());
        body.put("merchant_id", settings.merchantId());
        body.put("merchant_name", settings.merchantName());
        body.put("merchant_code", settings.merchantCode());
        body.put("merchant_country_code", "BD");
        body.put("merchant_city", settings.merchantCity());
        body.put("merchant_category_code", settings.categoryCode());
        body.put("merchant_mobile", settings.merchantMobile());
        body.put("transaction_currency_code", "BDT");
        body.put("redirect_url", order.callbackUrl());
        return body;
    }

    @Override
    public Outcome confirm(Reference attempt) {
        return query(attempt);
    }

    @Override
    public Outcome query(Reference attempt) {
        try {
            Reply reply = call("/payment/single-payment-status/" + attempt.invoice() + "/", null);
            if (reply.field("code").equals("PNF4012")) {
                // A create whose answer was lost may still be on its way.
                return new Outcome.Pending(null);
            }
            return reply.field("code").equals("PS2005") ? status(data(reply)) : new Outcome.Unknown("status answered " + reply.field("code") + ", HTTP " + reply.status());
        } catch (GatewayFault fault) {
            return new Outcome.Unknown(fault.getMessage());
        }
    }

    private static Outcome status(JsonNode data) {
        String answer = Redaction.of(data);
        return switch (data.path("status").asString("")) {
            case "success" -> paid(data, answer);
            case "pending" -> new Outcome.Pending(answer);
            case "cancelled" -> new Outcome.NotPaid(Refusal.CANCELLED, "cancelled", answer);
            case "expired" -> new Outcome.NotPaid(Refusal.EXPIRED, "expired", answer);
            case "failed" -> new Outcome.NotPaid(Refusal.DECLINED, "failed", answer);
            default -> new Outcome.Unknown("a status we do not know");
        };
    }

    private static Outcome paid(JsonNode data, String answer) {
        var amount = Taka.parse(data.path("amount").isNumber() ? data.path("amount").decimalValue().stripTrailingZeros().toPlainString() : data.path("amount").asString(""));
        String trxId = data.path("trx_id").asString("");
        if (amount.isEmpty() || trxId.isEmpty()) {
            return new Outcome.Unknown("success without amount or trx_id");
        }
        String doubt = data.path("txn_id").asString("").equals(data.path("invoice_id").asString("")) ? null : "txn_id and invoice_id differ";
        return new Outcome.Paid(trxId, amount.get(), "BDT", data.path("invoice_id").asString(""), data.path("customer_wallet").asString(null),
                DhakaTime.read(data.path("date").asString("")), doubt, answer);
    }

    /** Upay gives a refund no id and tells nothing about it later. */
    @Override
    public RefundOutcome refund(RefundOrder order) {
        String id = order.payment().invoice();
        try {
            Reply reply = call("/payment/bulk/refund/", List.of(Map.of("txn_id", id, "refund_amount", order.amount().plain())));
            if (contains(data(reply).path("success_list"), id)) {
                return new RefundOutcome.Refunded(order.id(), Redaction.of(reply.body()));
            }
            return data(reply).path("failed_list").isEmpty() ? new RefundOutcome.Unknown("HTTP " + reply.status())
                    : new RefundOutcome.Refused("failed_list", Redaction.of(reply.body()));
        } catch (GatewayFault fault) {
            return fault.ofRefund();
        }
    }

    @Override
    public List<Made> refundsOf(RefundOrder order) {
        return null;
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

    private Reply call(String path, Object body) throws GatewayFault {
        String value;
        try {
            value = token.value();
        } catch (GatewayFault fault) {
            throw GatewayFault.notSent(fault.getMessage());
        }
        Reply reply = http.send(authenticated(path, body, value));
        if (reply.status() == 401 || reply.status() == 403) {
            reply = http.send(authenticated(path, body, token.insteadOf(value)));
            if (reply.status() == 401 || reply.status() == 403) {
                http.rest();
            }
        }
        if (!reply.body().isObject()) {
            throw GatewayFault.unclear("HTTP " + reply.status() + " without readable JSON");
        }
        return reply;
    }

    private HttpRequest.Builder authenticated(String path, Object body, String value) {
        return request(path, body).header("Authorization", "UPAY " + value);
    }

    private HttpRequest.Builder request(String path, Object body) {
        var request = HttpRequest.newBuilder(URI.create(settings.baseUrl() + path)).header("Accept", "application/json");
        return body == null ? request.GET() : request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(JSON.writeValueAsString(body)));
    }

    private Token.Granted grant() throws GatewayFault {
        Reply reply = http.sendForJson(request("/payment/merchant-auth/", Map.of("merchant_id", settings.merchantId(), "merchant_key", settings.merchantKey())));
        String value = data(reply).path("token").asString("");
        if (value.isEmpty()) {
            if (reply.status() < 500) {
                http.rest();
            }
            throw GatewayFault.unclear("no token, " + reply.field("code"));
        }
        return new Token.Granted(value, TOKEN_LIFE);
    }

    private static JsonNode data(Reply reply) {
        return reply.body().path("data");
    }

    private static boolean contains(JsonNode list, String id) {
        return list.valueStream().anyMatch(each -> each.asString("").strip().equals(id));
    }
}
