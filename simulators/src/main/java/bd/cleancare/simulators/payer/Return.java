package bd.cleancare.simulators.payer;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How the payer's browser goes back to the merchant.
 *
 * @param url null when the merchant's own script waits for the outcome instead
 */
public record Return(String method, String url, Map<String, String> fields) {

    /** Appends to a query that may be there already. */
    public static Return get(String url, Map<String, String> query) {
        return new Return("GET", url + (url.contains("?") ? "&" : "?") + encoded(query), Map.of());
    }

    public static Return post(String url, Map<String, String> form) {
        return new Return("POST", url, form);
    }

    public static Return nowhere() {
        return new Return("GET", null, Map.of());
    }

    static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8).replace("+", "%20"))
                .collect(Collectors.joining("&"));
    }
}
