package bd.cleancare.notifications.sms;

import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** SSL Wireless iSMS Plus v3. It remembers our id for a day, so a repetition is recognised on its side. */
@Component
class SslWireless implements SmsProvider {

    private static final int ACCEPTED = 200;
    private static final int SEEN_BEFORE = 4023;
    /** Too many requests, quota, messages per second. */
    private static final Set<Integer> PASSING = Set.of(4029, 4030, 4031);
    /** Token, masking name, address that we call from; quota. */
    private static final Set<Integer> OF_OUR_ACCOUNT = Set.of(4001, 4002, 4003, 4030);
    private static final int ITS_OWN_ERROR = 5000;

    private final SmsSettings.Ssl settings;
    private final SmsHttp http;

    SslWireless(SmsSettings settings, SmsHttp http) {
        this.settings = settings.sslWireless();
        this.http = http;
    }

    @Override
    public String name() {
        return "ssl-wireless";
    }

    @Override
    public boolean knowsIds() {
        return true;
    }

    @Override
    public Outcome send(Outgoing message) {
        return http.postJson(settings.baseUrl() + "/api/v3/send-sms", Map.of("api_token", settings.apiToken(), "sid", settings.sid(),
                "msisdn", message.msisdn(), "sms", message.text(), "csms_id", message.clientId()), message.timeout(), answer -> outcome(message, answer));
    }

    private static Outcome outcome(Outgoing message, JsonNode answer) {
        int code = answer.path("status_code").asInt(0);
        if (code == ACCEPTED) {
            return verdict(message, answer.path("smsinfo").path(0));
        }
        if (code == SEEN_BEFORE && message.repeated()) {
            return new Outcome.Accepted("");
        }
        if (code == 0 || code == ITS_OWN_ERROR) {
            return new Outcome.Unknown("code " + code);
        }
        boolean account = OF_OUR_ACCOUNT.contains(code);
        return PASSING.contains(code) ? new Outcome.TryAgain("code " + code, account) : new Outcome.Refused("code " + code, account);
    }

    /** The request may be taken and the number in it refused all the same. */
    private static Outcome verdict(Outgoing message, JsonNode info) {
        return switch (info.path("sms_status").asString("")) {
            case "SUCCESS" -> new Outcome.Accepted(info.path("reference_id").asString(""));
            case "DUPLICATE" -> message.repeated() ? new Outcome.Accepted("") : new Outcome.Refused("duplicate id");
            case "INVALID" -> new Outcome.Refused("number refused");
            default -> new Outcome.Unknown("an answer without a verdict");
        };
    }
}
