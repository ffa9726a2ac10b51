package bd.cleancare.notifications.sms;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Alpha SMS (sms.net.bd). Knows no ids of ours. */
@Component
class AlphaSms implements SmsProvider {

    private static final int UNKNOWN_ERROR = 409;
    /** Key, expiry, sender, balance, an account that may only write to itself. */
    private static final Set<Integer> OF_OUR_ACCOUNT = Set.of(400, 403, 404, 405, 410, 411, 413, 417, 421);

    private final SmsSettings.Alpha settings;
    private final SmsHttp http;

    AlphaSms(SmsSettings settings, SmsHttp http) {
        this.settings = settings.alphaSms();
        this.http = http;
    }

    @Override
    public String name() {
        return "alpha-sms";
    }

    @Override
    public boolean knowsIds() {
        return false;
    }

    @Override
    public boolean reports() {
        return true;
    }

    @Override
    public Report report(String reference) {
        return http.ask(settings.baseUrl() + "/report/request/" + reference + "/", Map.of("api_key", settings.apiKey()))
                .map(answer -> report(answer.path("data").path("recipients").path(0))).orElse(Report.PENDING);
    }

    private static Report report(JsonNode recipient) {
        return switch (recipient.path("status").asString("").toLowerCase(Locale.ROOT)) {
            case "sent", "delivered" -> Report.DELIVERED;
            case "failed", "undelivered", "rejected", "expired" -> Report.FAILED;
            default -> Report.PENDING;
        };
    }

    @Override
    public Optional<BigDecimal> balance() {
        return http.ask(settings.baseUrl() + "/user/balance/", Map.of("api_key", settings.apiKey()))
                .map(answer -> answer.path("data").path("balance")).filter(JsonNode::isValueNode).map(balance -> balance.asDecimal(null));
    }

    @Override
    public Outcome send(Outgoing message) {
        var members = new HashMap<String, String>();
        members.put("api_key", settings.apiKey());
        members.put("msg", message.text());
        members.put("to", message.msisdn());
        if (!settings.senderId().isEmpty()) {
            members.put("sender_id", settings.senderId());
        }
        return http.postForm(settings.baseUrl() + "/sendsms", members, message.timeout(), AlphaSms::outcome);
    }

    private static Outcome outcome(JsonNode answer) {
        int error = answer.path("error").asInt(-1);
        return switch (error) {
            case 0 -> new Outcome.Accepted(answer.path("data").path("request_id").asString(""));
            case -1 -> new Outcome.Unknown("an answer without a verdict");
            case UNKNOWN_ERROR -> new Outcome.TryAgain("error " + error);
            default -> new Outcome.Refused("error " + error, OF_OUR_ACCOUNT.contains(error));
        };
    }
}
