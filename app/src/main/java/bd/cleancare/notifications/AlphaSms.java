package bd.cleancare.notifications;

import java.util.HashMap;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Alpha SMS (sms.net.bd). Knows no ids of ours. */
@Component
class AlphaSms implements SmsProvider {

    private static final int UNKNOWN_ERROR = 409;

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
            case -1, UNKNOWN_ERROR -> new Outcome.TryAgain("error " + error);
            default -> new Outcome.Refused("error " + error);
        };
    }
}
