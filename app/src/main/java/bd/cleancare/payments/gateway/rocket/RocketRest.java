package bd.cleancare.payments.gateway.rocket;

import bd.cleancare.payments.gateway.GatewayFault;
import bd.cleancare.payments.gateway.GatewayHttp;
import bd.cleancare.payments.gateway.GatewayHttp.Reply;
import bd.cleancare.payments.gateway.GatewaySettings;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.json.JsonMapper;

/** The same service as JSON. Its results are signed over id, code and RRN, so amount and reference still have to be compared. */
final class RocketRest implements RocketWire {

    private static final String PATH = "/ecomrs/rsvr/ecomtxn/";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final GatewaySettings.Rocket settings;
    private final GatewayHttp http;

    RocketRest(GatewaySettings.Rocket settings, GatewayHttp http) {
        this.settings = settings;
        this.http = http;
    }

    @Override
    public Begun begin(String invoice, long poisha) throws GatewayFault {
        Reply reply = post("getransid", Map.of("amount", Long.toString(poisha), "cardtype", "6", "txnrefnum", invoice));
        return "1".equals(reply.field("RSPCODE")) ? new Begun(reply.field("TRANSACTION_ID"), reply.field("REDIRECT_URL"), null)
                : new Begun(null, null, reply.field("RSPMSG"));
    }

    @Override
    public Map<String, String> result(String id) throws GatewayFault {
        Reply reply = post("getresult", Map.of("transid", id));
        var fields = new HashMap<String, String>();
        reply.body().properties().forEach(field -> fields.put(field.getKey(), field.getValue().asString("")));
        if (fields.containsKey("RESULT") && !isSigned(id, fields)) {
            throw GatewayFault.unclear("a result the bank did not sign");
        }
        return fields;
    }

    private Reply post(String operation, Map<String, String> parameters) throws GatewayFault {
        var body = new HashMap<>(parameters);
        body.put("userid", settings.userId());
        body.put("passwd", settings.password());
        body.put("clientip", settings.clientIp());
        return http.sendForJson(HttpRequest.newBuilder(URI.create(settings.baseUrl() + PATH + operation)).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    private boolean isSigned(String id, Map<String, String> fields) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(settings.checksumSecret().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] expected = mac.doFinal((id + fields.get("RESULT_CODE") + fields.get("RRN")).getBytes(StandardCharsets.UTF_8));
            return MessageDigest.isEqual(HexFormat.of().formatHex(expected).getBytes(StandardCharsets.UTF_8),
                    fields.getOrDefault("SIGNATURE", "").toLowerCase(java.util.Locale.ROOT).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
