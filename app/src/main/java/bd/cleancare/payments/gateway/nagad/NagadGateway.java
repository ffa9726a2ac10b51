package bd.cleancare.payments.gateway.nagad;

import bd.cleancare.payments.gateway.DhakaTime;
import bd.cleancare.payments.gateway.Gateway;
import bd.cleancare.payments.gateway.GatewayFault;
import bd.cleancare.payments.gateway.GatewayHttp;
import bd.cleancare.payments.gateway.GatewayHttp.Reply;
import bd.cleancare.payments.gateway.GatewaySettings;
import bd.cleancare.payments.gateway.Redaction;
import bd.cleancare.shared.CityTime;
import bd.cleancare.shared.Taka;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Nagad. The money moves on the payer's page; verify is the only truth about it. */
@Component
class NagadGateway implements Gateway {

    private static final DateTimeFormatter COMPACT = DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withZone(CityTime.ZONE);
    private static final String TAKA = "050";
    private static final Duration PAYMENT_LIFE = Duration.ofHours(24);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final GatewaySettings.Nagad settings;
    private final GatewayHttp http;
    private final NagadSeal seal;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    NagadGateway(GatewaySettings settings, Clock clock) {
        this.settings = settings.nagad();
        this.http = new GatewayHttp(name(), settings);
        this.seal = settings.nagad().isConfigured() ? new NagadSeal(settings.nagad()) : null;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "nagad";
    }

    @Override
    public Creation create(Order order) {
        String reference = null;
        try {
            String time = COMPACT.format(clock.instant());
            var body = seal.seal("sensitiveData", Map.of("merchantId", settings.merchantId(), "datetime", time, "orderId", order.invoice(), "challenge", challenge()));
            body.put("dateTime", time);
            Reply begun = post("/check-out/initialize/" + settings.merchantId() + "/" + order.invoice(), body);
            if (begun.body().has("reason")) {
                return refused(begun);
            }
            JsonNode opened = seal.open(begun.body());
            reference = opened.path("paymentReferenceId").asString("");
            return complete(order, reference, opened.path("challenge").asString(""));
        } catch (GatewayFault fault) {
            return fault.ofCreate(reference);
        }
    }

    private Creation complete(Order order, String reference, String challenge) throws GatewayFault {
        var body = seal.seal("sensitiveData", Map.of("merchantId", settings.merchantId(), "orderId", order.invoice(), "currencyCode", TAKA,
                "amount", order.amount().plain(), "challenge", challenge));
        body.put("merchantCallbackURL", order.callbackUrl());
        Reply done = post("/check-out/complete/" + encoded(reference), body);
        String url = done.field("callBackUrl");
        if (done.body().has("reason")) {
            return refused(done);
        }
        return url.isEmpty() ? new Creation.Unknown("complete without an address", reference)
                : new Creation.Created(reference, url, clock.instant().plus(PAYMENT_LIFE), Redaction.of(done.body()));
    }

    /** Only that there is a reason counts; its codes are nowhere documented. */
    private static Creation refused(Reply reply) {
        return reply.status() >= 500 ? new Creation.Unknown("HTTP " + reply.status(), null)
                : new Creation.Refused(Refusal.MERCHANT, reply.field("reason"), Redaction.of(reply.body()));
    }

    /** There is nothing to confirm: reading again is all. */
    @Override
    public Outcome confirm(Reference attempt) {
        return query(attempt);
    }

    @Override
    public Outcome query(Reference attempt) {
        if (attempt.paymentId() == null) {
            // Without the reference there was no page the payer could have paid on.
            return new Outcome.NotPaid(Refusal.EXPIRED, "never-created", null);
        }
        try {
            Reply reply = verify(attempt);
            return reply.status() == 200 && !reply.body().has("reason") ? status(reply.body()) : new Outcome.Unknown("verify answered HTTP " + reply.status());
        } catch (GatewayFault fault) {
            return new Outcome.Unknown(fault.getMessage());
        }
    }

    private Outcome status(JsonNode body) {
        String answer = Redaction.of(body);
        boolean moneyMoved = !body.path("issuerPaymentRefNo").asString("").isEmpty();
        return switch (body.path("status").asString("")) {
            case "Success" -> "000".equals(body.path("statusCode").asString("")) ? paid(body, answer) : new Outcome.Unknown("Success without its code");
            case "OrderInitiated", "Ready", "InProgress", "TransactionInProgress", "OtpSent", "OtpVerified", "PinGiven" -> new Outcome.Pending(answer);
            case "Aborted" -> new Outcome.NotPaid(Refusal.CANCELLED, "Aborted", answer);
            case "Cancelled" -> moneyMoved ? new Outcome.Unknown("paid and given back elsewhere") : new Outcome.NotPaid(Refusal.CANCELLED, "Cancelled", answer);
            case "Failed", "UnKnownFailed", "InvalidRequest", "Fraud" -> new Outcome.NotPaid(Refusal.DECLINED, body.path("statusCode").asString(""), answer);
            default -> new Outcome.Unknown("a status we do not know");
        };
    }

    private Outcome paid(JsonNode body, String answer) {
        var amount = Taka.parse(body.path("amount").asString(""));
        String trxId = body.path("issuerPaymentRefNo").asString("");
        if (amount.isEmpty() || trxId.isEmpty()) {
            return new Outcome.Unknown("Success without amount or reference");
        }
        String doubt = settings.merchantId().equals(body.path("merchantId").asString("")) ? null : "another merchant";
        return new Outcome.Paid(trxId, amount.get(), TAKA, body.path("orderId").asString(""), body.path("clientMobileNo").asString(null),
                DhakaTime.read(body.path("issuerPaymentDateTime").asString("").replaceFirst("\\.\\d+$", "")), doubt, answer);
    }

    @Override
    public RefundOutcome refund(RefundOrder order) {
        try {
            var sealed = seal.seal("sensitiveDataCancelRequest", Map.of("merchantId", settings.merchantId(),
                    "originalRequestDate", COMPACT.format(order.payment().createdAt()).substring(0, 8), "originalAmount", order.payment().amount().plain(),
                    "cancelAmount", order.amount().plain(), "referenceNo", order.id().substring(0, 8), "referenceMessage", "refund"));
            Reply reply = post("/purchase/cancel?paymentRefId=" + encoded(order.payment().paymentId()) + "&orderId=" + order.payment().invoice(), sealed);
            if (reply.body().has("reason") && reply.status() < 500) {
                return new RefundOutcome.Refused(reply.field("reason"), Redaction.of(reply.body()));
            }
            JsonNode opened = seal.open(reply.body());
            String status = opened.path("status").asString("");
            boolean done = List.of("Cancelled", "PartialCancelled", "Refunded", "PartialRefunded").contains(status);
            return done ? new RefundOutcome.Refunded(opened.path("cancelTrxId").asString(""), Redaction.of(opened)) : new RefundOutcome.Unknown("status " + status);
        } catch (GatewayFault fault) {
            return fault.ofRefund();
        }
    }

    /** Nagad tells the last one only; whoever asks compares its id with those seen before. */
    @Override
    public List<Made> refundsOf(RefundOrder order) {
        try {
            Reply reply = verify(order.payment());
            if (reply.status() != 200 || reply.field("status").isEmpty()) {
                return null;
            }
            String last = reply.field("cancelIssuerRefNo");
            return last.isEmpty() ? List.of() : List.of(new Made(last, null));
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

    private Reply verify(Reference attempt) throws GatewayFault {
        return http.sendForJson(request("/verify/payment/" + encoded(attempt.paymentId())).GET());
    }

    private Reply post(String path, Map<String, Object> body) throws GatewayFault {
        return http.sendForJson(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(JSON.writeValueAsString(new HashMap<>(body)))));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(settings.baseUrl() + path)).header("X-KM-Api-Version", "v-0.2.0").header("X-KM-IP-V4", settings.clientIp())
                .header("X-KM-Client-Type", "PC_WEB");
    }

    private String challenge() {
        byte[] bytes = new byte[20];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
