package bd.cleancare.notifications.sms;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** BulkSMSBD. Knows no ids of ours; some accounts get the bare code instead of an object. */
@Component
class BulkSmsBd implements SmsProvider {

    private static final int SUBMITTED = 202;
    private static final int INTERNAL_ERROR = 1005;
    /** Sender, validity, balance, user; prices and senders not set up, account not verified, address not known. 1012 is the one text's fault. */
    private static final Set<Integer> OF_OUR_ACCOUNT = Set.of(1002, 1006, 1007, 1011, 1013, 1014, 1015, 1016, 1017, 1018, 1019, 1020, 1021, 1031, 1032);

    private final SmsSettings.Bulk settings;
    private final SmsHttp http;

    BulkSmsBd(SmsSettings settings, SmsHttp http) {
        this.settings = settings.bulksmsbd();
        this.http = http;
    }

    @Override
    public String name() {
        return "bulksmsbd";
    }

    @Override
    public boolean knowsIds() {
        return false;
    }

    @Override
    public Optional<BigDecimal> balance() {
        return http.ask(settings.baseUrl() + "/api/getBalanceApi", Map.of("api_key", settings.apiKey()))
                .map(answer -> answer.path("balance")).filter(JsonNode::isValueNode).map(balance -> balance.asDecimal(null));
    }

    @Override
    public Outcome send(Outgoing message) {
        return http.postForm(settings.baseUrl() + "/api/smsapi", Map.of("api_key", settings.apiKey(), "type", message.isUnicode() ? "unicode" : "text",
                "number", message.msisdn(), "senderid", settings.senderId(), "message", message.text()), message.timeout(), BulkSmsBd::outcome);
    }

    private static Outcome outcome(JsonNode answer) {
        int code = answer.isObject() ? answer.path("response_code").asInt(0) : answer.asInt(0);
        return switch (code) {
            case SUBMITTED -> new Outcome.Accepted(answer.path("message_id").asString(""));
            case 0 -> new Outcome.Unknown("an answer without a code");
            case INTERNAL_ERROR -> new Outcome.TryAgain("code " + code);
            default -> new Outcome.Refused("code " + code, OF_OUR_ACCOUNT.contains(code));
        };
    }
}
