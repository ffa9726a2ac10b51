package bd.cleancare.simulators.server;

import com.sun.net.httpserver.HttpExchange;
import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * An HTTP request, read to its end.
 *
 * @param headers by name whatever its case; of a repeated header the first
 * @param path    the path's own placeholders by name, see {@link Routes}
 */
public record Request(String method, String uriPath, Map<String, String> query, Map<String, String> headers, String body,
                      Map<String, String> path) {

    static Request read(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
        // Bytes above ASCII survive as themselves only in UTF-8; every protocol here is UTF-8 (multipart parts included).
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        return new Request(exchange.getRequestMethod(), exchange.getRequestURI().getPath(),
                Forms.urlEncoded(exchange.getRequestURI().getRawQuery()), headers, body, Map.of());
    }

    Request withPath(Map<String, String> values) {
        return new Request(method, uriPath, query, headers, body, values);
    }

    public String header(String name) {
        return headers.getOrDefault(name, "");
    }

    public String path(String name) {
        return path.getOrDefault(name, "");
    }

    /** A parameter from wherever gateways accept it: the query, or a form body (URL-encoded or multipart). */
    public String param(String name) {
        String value = query.get(name);
        return value != null ? value : form().getOrDefault(name, "");
    }

    public Map<String, String> form() {
        return Forms.of(header("Content-Type"), body);
    }

    /** The body as a JSON object; an empty object when it is none, so that every field then counts as missing. */
    public JsonNode json() {
        return Json.read(body).filter(JsonNode::isObject).orElseGet(Json::object);
    }
}
