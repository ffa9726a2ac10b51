package bd.cleancare.notifications.web;

import bd.cleancare.notifications.Inbound;
import bd.cleancare.notifications.sms.SmsSettings;
import bd.cleancare.platform.security.Access;
import bd.cleancare.platform.web.Fields;
import bd.cleancare.platform.web.Problem;
import bd.cleancare.platform.web.RequestFields;
import bd.cleancare.platform.web.Summary;
import bd.cleancare.shared.PhoneNumber;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Where SMS gateways hand over what people answer. Each shows its own secret, in a header or, where they can only add a parameter, in the body. */
@RestController
class InboundSmsApi {

    private static final int LONGEST_TEXT = 2000;

    private final Inbound inbound;
    private final SmsSettings settings;

    InboundSmsApi(Inbound inbound, SmsSettings settings) {
        this.inbound = inbound;
        this.settings = settings;
    }

    @Summary("Take an SMS that somebody sent, from a gateway")
    @Access(Access.Rule.ANYONE)
    @PostMapping("/api/sms/inbound")
    @Fields(required = {"from", "text"}, optional = {"id", "secret"})
    Map<String, String> receive(@RequestHeader(name = "X-Inbound-Secret", required = false) String header, RequestFields fields) {
        String gateway = gateway(header == null ? fields.optionalText("secret", 200) : header);
        String written = fields.text("from", 32);
        String text = fields.text("text", LONGEST_TEXT);
        String reference = fields.optionalText("id", 100);
        PhoneNumber from = PhoneNumber.parse(written).orElse(null);
        if (written != null && from == null) {
            fields.errors().add("from", "field.phone");
        }
        fields.throwIfBad();
        inbound.take(gateway, reference, from, text);
        return Map.of("message", "OK");
    }

    /** Without a secret in the settings this address does not exist, and a wrong one is told no more than that. */
    private String gateway(String shown) {
        return Optional.ofNullable(shown).flatMap(settings::gatewayShowing).orElseThrow(Problem::notFound);
    }
}
