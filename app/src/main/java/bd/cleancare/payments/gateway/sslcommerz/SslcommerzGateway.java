package bd.cleancare.payments.gateway.sslcommerz;

import bd.cleancare.payments.gateway.DhakaTime;
import bd.cleancare.payments.gateway.Gateway;
import bd.cleancare.payments.gateway.GatewayFault;
import bd.cleancare.payments.gateway.GatewayHttp;
import bd.cleancare.payments.gateway.GatewayHttp.Reply;
import bd.cleancare.payments.gateway.GatewaySettings;
import bd.cleancare.payments.gateway.Redaction;
import bd.cleancare.shared.Taka;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** SSLCommerz: one contract for wallets that are not connected directly. A payment counts when its validation says so. */
@Component
class SslcommerzGateway implements Gateway {

    private static final Duration PAYMENT_LIFE = Duration.ofHours(24);
    private static final String TRANSACTIONS = "/validator/api/merchantTransIDvalidationAPI.php";

    private final GatewaySettings.Sslcommerz settings;
    private final GatewayHttp http;
    private final Clock clock;

    SslcommerzGateway(GatewaySettings settings, Clock clock) {
        this.settings = settings.sslcommerz();
        this.http = new GatewayHttp(name(), settings);
        this.clock = clock;
    }

    @Override
    public String name() {
        return "sslcommerz";
    }

    @Override
    public Creation create(Order order) {
        try {
            Reply reply = http.sendForJson(HttpRequest.newBuilder(URI.create(settings.baseUrl() + "/gwprocess/v4/api.php"))
                    .header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(encoded(session(order)))));
            String url = reply.field("GatewayPageURL");
            return switch (reply.field("status")) {
                case "SUCCESS" -> url.isEmpty() ? new Creation.Unknown("no page", reply.field("sessionkey"))
                        : new Creation.Created(reply.field("sessionkey"), url, clock.instant().plus(PAYMENT_LIFE), Redaction.of(reply.body()));
                case "FAILED" -> new Creation.Refused(Refusal.MERCHANT, "FAILED", Redaction.of(reply.body()));
                default -> new Creation.Unknown("HTTP " + reply.status(), null);
            };
        } catch (GatewayFault fault) {
            return fault.ofCreate(null);
        }
    }

    private Map<String, String> session(Order order) {
        var form = new LinkedHashMap<String, String>();
        form.put("store_id", settings.storeId());
        form.put("store_passwd", settings.storePassword());
        form.put("total_amount", order.amount().plain());
        form.put("currency", "BDT");
        form.put("tran_id", order.invoice());
        form.put("success_url", order.callbackUrl());
        form.put("fail_url", order.callbackUrl());
        form.put("cancel_url", order.callbackUrl());
        form.put("ipn_url", order.callbackUrl());
        form.put("product_name", "City services");
        form.put("product_category", "Municipal");
        form.put("product_profile", "non-physical-goods");
        form.put("shipping_method", "NO");
        form.put("cus_name", "Citizen");
        form.put("cus_email", "none@example.invalid");
        form.put("cus_add1", "Bangladesh");
        form.put("cus_city", "Dhaka");
        form.put("cus_postcode", "1000");
        form.put("cus_country", "Bangladesh");
        form.put("cus_phone", order.payer());
        if (!settings.wallet().isEmpty()) {
            form.put("multi_card_name", settings.wallet());
        }
        return form;
    }

    @Override
    public Outcome confirm(Reference attempt) {
        return query(attempt);
    }

    /** By our own id, which the gateway may know several tries of; what claims to be paid is validated. */
    @Override
    public Outcome query(Reference attempt) {
        try {
            Reply reply = get(TRANSACTIONS, Map.of("tran_id", attempt.invoice()));
            if (!reply.field("APIConnect").equals("DONE")) {
                return new Outcome.Unknown("query answered " + reply.field("APIConnect") + ", HTTP " + reply.status());
            }
            var tries = reply.body().path("element").valueStream().toList();
            var valid = tries.stream().filter(each -> each.path("status").asString("").startsWith("VALID")).findFirst();
            if (valid.isPresent()) {
                return validated(valid.get().path("val_id").asString(""));
            }
            return ended(tries, Redaction.of(reply.body()));
        } catch (GatewayFault fault) {
            return new Outcome.Unknown(fault.getMessage());
        }
    }

    private static Outcome ended(List<JsonNode> tries, String answer) {
        boolean over = !tries.isEmpty() && tries.stream().allMatch(each -> List.of("FAILED", "CANCELLED", "EXPIRED").contains(each.path("status").asString("")));
        if (!over) {
            return new Outcome.Pending(answer);
        }
        return switch (tries.getLast().path("status").asString("")) {
            case "CANCELLED" -> new Outcome.NotPaid(Refusal.CANCELLED, "CANCELLED", answer);
            case "EXPIRED" -> new Outcome.NotPaid(Refusal.EXPIRED, "EXPIRED", answer);
            default -> new Outcome.NotPaid(Refusal.DECLINED, "FAILED", answer);
        };
    }

    private Outcome validated(String valId) throws GatewayFault {
        Reply reply = get("/validator/api/validationserverAPI.php", Map.of("val_id", valId, "v", "1", "format", "json"));
        JsonNode body = reply.body();
        String status = reply.field("status");
        var amount = Taka.parse(reply.field("currency_amount").isEmpty() ? reply.field("amount") : reply.field("currency_amount"));
        String trxId = reply.field("bank_tran_id");
        if (!status.equals("VALID") && !status.equals("VALIDATED") || amount.isEmpty() || trxId.isEmpty()) {
            return new Outcome.Unknown("validation answered " + status);
        }
        String doubt = reply.field("risk_level").equals("0") ? null : "SSLCommerz calls it risky";
        String currency = reply.field("currency_type").isEmpty() ? reply.field("currency") : reply.field("currency_type");
        return new Outcome.Paid(trxId, amount.get(), currency, reply.field("tran_id"), body.path("card_no").asString(null), DhakaTime.read(reply.field("tran_date")), doubt,
                Redaction.of(body));
    }

    @Override
    public RefundOutcome refund(RefundOrder order) {
        try {
            // By POST, as their own library does: the JDK's client repeats a GET by itself when a connection ends, and this must not be repeated.
            Reply reply = post(TRANSACTIONS, Map.of("bank_tran_id", order.trxId(), "refund_amount", order.amount().plain(), "refund_remarks", order.reason(),
                    "refe_id", order.payment().invoice(), "refund_trans_id", order.id().replace("-", "").substring(0, 30)));
            String id = reply.field("refund_ref_id");
            return switch (reply.field("status")) {
                case "success" -> new RefundOutcome.Refunded(id, Redaction.of(reply.body()));
                case "failed" -> new RefundOutcome.Refused("failed", Redaction.of(reply.body()));
                default -> new RefundOutcome.Unknown("refund answered " + reply.field("status"));
            };
        } catch (GatewayFault fault) {
            return fault.ofRefund();
        }
    }

    /** Refunds can only be asked for by an id that comes with the answer. */
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

    private Reply get(String path, Map<String, String> parameters) throws GatewayFault {
        return http.sendForJson(request(path, parameters).GET());
    }

    private Reply post(String path, Map<String, String> parameters) throws GatewayFault {
        return http.sendForJson(request(path, parameters).POST(BodyPublishers.noBody()));
    }

    private HttpRequest.Builder request(String path, Map<String, String> parameters) {
        var query = new LinkedHashMap<>(parameters);
        query.put("store_id", settings.storeId());
        query.put("store_passwd", settings.storePassword());
        return HttpRequest.newBuilder(URI.create(settings.baseUrl() + path + "?" + encoded(query)));
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream().map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
    }
}
