package bd.cleancare.simulators.sms;

import bd.cleancare.simulators.server.Json;
import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text on its way to one phone, in canonical form. A scheduled one has a sending time still to come. */
record Message(String id, String phone, String text, Instant sentAt, String provider) {

    /** Exactly six: a longer run, or one behind a slash, is a phone, invoice or receipt number, not a login code. */
    private static final Pattern CODE = Pattern.compile("(?<![0-9/])[0-9]{6}(?![0-9])");

    /** Any character outside ASCII makes the whole text Unicode to the gateways: 70 characters a segment instead of 160. */
    static boolean isUnicode(String text) {
        return text.chars().anyMatch(c -> c > 127);
    }

    static int segments(String text) {
        int single = isUnicode(text) ? 70 : 160;
        int joined = isUnicode(text) ? 67 : 153;
        return text.length() <= single ? 1 : Math.ceilDiv(text.length(), joined);
    }

    String code() {
        Matcher code = CODE.matcher(Digits.toLatin(text));
        return code.find() ? code.group() : null;
    }

    ObjectNode toJson() {
        return Json.object().put("phone", phone).put("message", text).put("code", code()).put("sent_at", sentAt.toString())
                .put("provider", provider).put("id", id);
    }
}
