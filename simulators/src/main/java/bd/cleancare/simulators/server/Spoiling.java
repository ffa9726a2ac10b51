package bd.cleancare.simulators.server;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.Map;
import java.util.regex.Matcher;

/** What a fault makes of a good answer. */
final class Spoiling {

    private static final String ERROR_PAGE = """
            <!DOCTYPE html><html><head><title>503 Service Temporarily Unavailable</title></head>
            <body><center><h1>503 Service Temporarily Unavailable</h1></center></body></html>
            """;

    private Spoiling() {
    }

    /** @param good null when the gateway did no work, because the fault came first */
    static Answer spoil(Fault fault, Answer good) {
        return switch (fault.kind()) {
            case STATUS -> Answer.of(fault.status(), "application/json", fault.body());
            case UNAUTHORIZED -> Answer.json(401, Json.object().put("message", "Unauthorized"));
            case HTML -> Answer.html(ERROR_PAGE);
            case MALFORMED_JSON -> good == null ? Answer.of(200, "application/json", "{\"stat")
                    : good.withBody(good.body().substring(0, good.body().length() / 2));
            case TAMPER -> tamper(good, fault.set());
            default -> good;
        };
    }

    private static Answer tamper(Answer good, Map<String, String> set) {
        if (!good.isJson()) {
            return good.withBody(tamperPairs(good.body(), set));
        }
        JsonNode body = Json.read(good.body()).orElseThrow();
        tamperFields(body, set);
        return good.withBody(Json.write(body));
    }

    /** At any depth; numbers stay numbers, because a client that reads numbers would otherwise fail for the wrong reason. */
    private static void tamperFields(JsonNode node, Map<String, String> set) {
        if (node instanceof ObjectNode object) {
            set.forEach((field, value) -> {
                if (object.path(field).isNumber()) {
                    object.put(field, new java.math.BigDecimal(value));
                } else if (object.path(field).isValueNode()) {
                    object.put(field, value);
                }
            });
        }
        node.forEach(child -> tamperFields(child, set));
    }

    /** The {@code KEY>value^KEY>value} texts of the Dutch-Bangla Bank, plain or inside XML. */
    private static String tamperPairs(String body, Map<String, String> set) {
        String result = body;
        for (var pair : set.entrySet()) {
            result = result.replaceAll("(\\b" + pair.getKey() + "(?:>|&gt;))[^\\^<]*", "$1" + Matcher.quoteReplacement(pair.getValue()));
        }
        return result;
    }
}
