package bd.cleancare.payments.gateway.rocket;

import bd.cleancare.payments.gateway.DhakaTime;
import bd.cleancare.payments.gateway.Gateway;
import bd.cleancare.payments.gateway.GatewayFault;
import bd.cleancare.payments.gateway.GatewayHttp;
import bd.cleancare.payments.gateway.GatewaySettings;
import bd.cleancare.payments.gateway.Redaction;
import bd.cleancare.shared.Taka;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Rocket, directly at Dutch-Bangla Bank. The bank has no refunds by wire: those are done by hand. */
@Component
class RocketGateway implements Gateway {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd hh:mm:ss a", Locale.ENGLISH);
    private static final Duration PAYMENT_LIFE = Duration.ofHours(24);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final GatewaySettings.Rocket settings;
    private final GatewayHttp http;
    private final RocketWire wire;
    private final Clock clock;

    RocketGateway(GatewaySettings settings, Clock clock) {
        this.settings = settings.rocket();
        this.http = new GatewayHttp(name(), settings);
        this.wire = "rest".equals(settings.rocket().transport()) ? new RocketRest(settings.rocket(), http) : new RocketSoap(settings.rocket(), http);
        this.clock = clock;
    }

    @Override
    public String name() {
        return "rocket";
    }

    @Override
    public Creation create(Order order) {
        try {
            RocketWire.Begun begun = wire.begin(order.invoice(), order.amount().poisha());
            if (begun.id() == null) {
                return new Creation.Refused(Refusal.MERCHANT, begun.error(), null);
            }
            String url = begun.redirectUrl() != null ? begun.redirectUrl()
                    : settings.baseUrl() + "/ecomm2/ClientHandler?card_type=6&trans_id=" + URLEncoder.encode(begun.id(), StandardCharsets.UTF_8);
            return new Creation.Created(begun.id(), url, clock.instant().plus(PAYMENT_LIFE), null);
        } catch (GatewayFault fault) {
            return fault.ofCreate(null);
        }
    }

    @Override
    public Outcome confirm(Reference attempt) {
        return query(attempt);
    }

    @Override
    public Outcome query(Reference attempt) {
        if (attempt.paymentId() == null) {
            // Without the id there was no page the payer could have paid on.
            return new Outcome.NotPaid(Refusal.EXPIRED, "never-created", null);
        }
        try {
            return status(wire.result(attempt.paymentId()));
        } catch (GatewayFault fault) {
            return new Outcome.Unknown(fault.getMessage());
        }
    }

    /** What the bank says before the payer has decided is nowhere written down: any word but OK and FAILED leaves it open. */
    private static Outcome status(Map<String, String> fields) {
        String answer = Redaction.of(JSON.valueToTree(fields));
        String result = fields.getOrDefault("RESULT", "");
        String code = fields.getOrDefault("RESULT_CODE", "");
        if (result.isEmpty()) {
            return new Outcome.Unknown("no result");
        }
        return switch (result) {
            case "OK" -> "000".equals(code) ? paid(fields, answer) : new Outcome.Unknown("OK with code " + code);
            case "FAILED" -> new Outcome.NotPaid(code.equals("116") ? Refusal.INSUFFICIENT : code.equals("117") ? Refusal.WALLET : Refusal.DECLINED, code, answer);
            default -> new Outcome.Pending(answer);
        };
    }

    private static Outcome paid(Map<String, String> fields, String answer) {
        String poisha = fields.getOrDefault("AMOUNT", "");
        String trxId = fields.getOrDefault("RRN", "");
        if (!poisha.matches("\\d{1,13}") || trxId.isEmpty()) {
            return new Outcome.Unknown("OK without amount or RRN");
        }
        return new Outcome.Paid(trxId, new Taka(Long.parseLong(poisha)), "BDT", fields.getOrDefault("DESCRIPTION", ""), payer(fields.getOrDefault("CARD_NUMBER", "")),
                DhakaTime.read(fields.getOrDefault("TRANS_DATE", ""), TIME), null, answer);
    }

    /** A wallet comes as a card number of which only the end is the payer's. */
    private static String payer(String card) {
        return card.isEmpty() ? null : card.replaceFirst("^\\d*\\*", "*");
    }

    @Override
    public RefundOutcome refund(RefundOrder order) {
        return new RefundOutcome.ByHand();
    }

    @Override
    public List<Made> refundsOf(RefundOrder order) {
        return null;
    }

    @Override
    public Duration refundWindow() {
        return Duration.ofDays(365);
    }

    @Override
    public boolean configured() {
        return settings.isConfigured();
    }

    @Override
    public GatewayHttp http() {
        return http;
    }
}
