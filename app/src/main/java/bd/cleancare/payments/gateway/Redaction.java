package bd.cleancare.payments.gateway;

import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What is kept of a gateway's answer: the trail without secrets and without whole wallet numbers. */
public final class Redaction {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> SECRET = Set.of("id_token", "refresh_token", "token", "password", "pwd", "passwd", "store_passwd", "app_key", "app_secret",
            "signature", "sensitivedata", "merchant_key", "verify_sign", "successcallbackurl", "failurecallbackurl", "cancelledcallbackurl", "bkashurl",
            "gateway_url", "gatewaypageurl", "callbackurl", "sessionkey", "session_id");
    private static final String HIDDEN = "•••";

    private Redaction() {
    }

    public static String of(JsonNode answer) {
        JsonNode copy = answer.deepCopy();
        clean(copy);
        return JSON.writeValueAsString(copy);
    }

    /** The first three and last two digits of a wallet number; of one that its gateway had masked already in a way of its own, as many as are left of them. */
    public static String masked(String wallet) {
        if (wallet == null || wallet.length() < 7) {
            return wallet;
        }
        String local = wallet.replaceFirst("^\\+?88(?=01)", "");
        String begin = local.replaceFirst("\\D.*", "");
        String end = local.replaceFirst(".*\\D", "");
        return begin.substring(0, Math.min(3, begin.length())) + "••••••" + end.substring(Math.max(0, end.length() - 2));
    }

    private static void clean(JsonNode node) {
        if (node instanceof ObjectNode object) {
            for (String name : Set.copyOf(object.propertyNames())) {
                JsonNode value = object.get(name);
                if (SECRET.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                    object.put(name, HIDDEN);
                } else if (value.isString() && value.asString().matches("(\\+?88)?01[3-9]\\d{8}\\d?")) {
                    object.put(name, masked(value.asString()));
                } else {
                    clean(value);
                }
            }
        } else if (node instanceof ArrayNode array) {
            array.forEach(Redaction::clean);
        }
    }
}
