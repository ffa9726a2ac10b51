package bd.cleancare.payments.gateway.bkash;

import bd.cleancare.payments.gateway.Gateway.Refusal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What bKash's status codes mean for a payer. Texts are never looked at: two numberings circulate, one set of words. */
final class BkashCodes {

    /** {@code 2026-11-22T12:01:02:345 GMT+0600}: the milliseconds follow a colon. */
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss:SSS 'GMT'xx");

    /** Answers of a system in trouble: neither yes nor no. */
    private static final Set<String> NOTHING = Set.of("503", "9999", "2003", "2020", "2024");

    /** The payer's wallet or the duplicate rule said no, so no money moved. */
    private static final Set<String> PLAIN = Set.of("2023", "2029", "2009", "2011", "2014", "2015", "2037", "2038", "2043", "2044", "2045", "2046", "2057", "2058");

    private BkashCodes() {
    }

    /** The code in any of the three shapes of a refusal; empty where there is none. */
    static String of(JsonNode body) {
        return first(body, "statusCode", "errorCode", "externalCode");
    }

    static boolean saysNothing(String code) {
        return NOTHING.contains(code);
    }

    static boolean isPlainRefusal(String code) {
        return PLAIN.contains(code);
    }

    static Refusal refusal(String code) {
        return switch (code) {
            case "2023" -> Refusal.INSUFFICIENT;
            case "2029" -> Refusal.DUPLICATE;
            case "2009", "2011", "2014", "2015", "2037", "2038", "2043", "2044", "2045", "2046", "2057", "2058" -> Refusal.WALLET;
            case "2056" -> Refusal.NOT_CONFIRMED;
            case "503", "9999", "2064" -> Refusal.UNAVAILABLE;
            case "2001", "2039", "2040", "2041", "2049", "2065", "2082" -> Refusal.MERCHANT;
            default -> Refusal.DECLINED;
        };
    }

    static String first(JsonNode body, String... names) {
        for (String name : names) {
            String value = body.path(name).asString("");
            if (!value.isEmpty()) {
                return value;
            }
        }
        return "";
    }

    static Instant time(String text) {
        try {
            return OffsetDateTime.parse(text, TIME).toInstant();
        } catch (DateTimeException _) {
            return null;
        }
    }
}
