package bd.cleancare.simulators.server;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Form bodies: gateways' own client libraries send both kinds. */
final class Forms {

    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)\"?");
    private static final Pattern PART_NAME = Pattern.compile("(?i)content-disposition:[^\r\n]*[; ]name=\"([^\"]*)\"");

    private Forms() {
    }

    static Map<String, String> of(String contentType, String body) {
        String type = contentType.toLowerCase();
        if (type.startsWith("multipart/form-data")) {
            return multipart(contentType, body);
        }
        return type.startsWith("application/x-www-form-urlencoded") ? urlEncoded(body) : Map.of();
    }

    static Map<String, String> urlEncoded(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        if (text == null || text.isEmpty()) {
            return values;
        }
        for (String pair : text.split("&")) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            values.putIfAbsent(decode(name), decode(value));
        }
        return values;
    }

    private static Map<String, String> multipart(String contentType, String body) {
        Map<String, String> values = new LinkedHashMap<>();
        var boundary = BOUNDARY.matcher(contentType);
        if (!boundary.find()) {
            return values;
        }
        for (String part : body.split(Pattern.quote("--" + boundary.group(1)))) {
            int blank = part.indexOf("\r\n\r\n");
            var name = PART_NAME.matcher(part);
            if (blank > 0 && name.find()) {
                String value = part.substring(blank + 4);
                values.putIfAbsent(name.group(1), value.endsWith("\r\n") ? value.substring(0, value.length() - 2) : value);
            }
        }
        return values;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException brokenEscape) {
            return text;
        }
    }
}
