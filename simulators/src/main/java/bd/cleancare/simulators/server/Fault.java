package bd.cleancare.simulators.server;

import tools.jackson.databind.JsonNode;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Something that goes wrong on purpose.
 *
 * @param endpoint    an optional method and a path, as in {@code POST /api/*}, in which {@code *} is any text
 * @param times       how many requests it hits; negative means until reset
 * @param skip        how many matching requests pass unharmed first
 * @param afterCommit whether the gateway does its work before it goes wrong
 * @param set         for {@link Kind#TAMPER}: field name to false value
 * @param count       for the repeating kinds: how often the message comes in all
 */
public record Fault(String endpoint, Kind kind, int times, int skip, long delayMs, int status, String body, boolean afterCommit,
                    Map<String, String> set, int count) {

    public enum Kind {
        DELAY("delay", false), STATUS("status", false), UNAUTHORIZED("401", false), MALFORMED_JSON("malformed-json", true),
        HTML("html", false), DROP_AFTER_COMMIT("drop-after-commit", true), CLOSE("close", false), SLOW_DRIP("slow-drip", true),
        TAMPER("tamper", true), REPEAT_CALLBACK("repeat-callback", true), NO_CALLBACK("no-callback", true),
        EARLY_CALLBACK("early-callback", true), NO_IPN("no-ipn", true), REPEAT_IPN("repeat-ipn", true);

        private final String word;
        private final boolean afterCommit;

        Kind(String word, boolean afterCommit) {
            this.word = word;
            this.afterCommit = afterCommit;
        }

        String word() {
            return word;
        }

        /** Hits a message to the merchant, not an answer to it. */
        boolean isOfTheCallback() {
            return ordinal() >= REPEAT_CALLBACK.ordinal();
        }

        static Kind of(String word) {
            for (Kind kind : values()) {
                if (kind.word.equals(word)) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("no such kind of fault: " + word);
        }
    }

    static Fault of(JsonNode json) {
        Kind kind = Kind.of(Json.text(json, "kind"));
        Map<String, String> set = new LinkedHashMap<>();
        json.path("set").properties().forEach(field -> set.put(field.getKey(), field.getValue().asString()));
        return new Fault(json.path("endpoint").asString("*"), kind, json.path("times").asInt(1), json.path("skip").asInt(0),
                json.path("delay_ms").asLong(0), json.path("status").asInt(500), Json.text(json, "body"),
                json.path("after_commit").asBoolean(kind.afterCommit), set, json.path("count").asInt(2));
    }

    boolean hits(Request request) {
        String[] parts = endpoint.strip().split("\\s+", 2);
        String path = parts[parts.length - 1];
        return (parts.length == 1 || parts[0].equalsIgnoreCase(request.method()))
                && Pattern.matches(Pattern.quote(path).replace("*", "\\E.*\\Q"), request.uriPath());
    }

    public int count() {
        return Math.max(1, count);
    }
}
