package bd.cleancare.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client that speaks plain HTTP to the application under test, as an app on a phone would. */
@TestComponent
@Lazy
public class Api {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private static final String BOUNDARY = "part-boundary-7d1c";

    /** An answer; {@code body} is a missing node where the answer was no JSON. */
    public record Answer(int status, HttpHeaders headers, byte[] bytes, JsonNode body) {

        public String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        public String header(String name) {
            return headers.firstValue(name).orElse(null);
        }
    }

    /** One part of a multipart upload. */
    public record Part(String field, String fileName, String contentType, byte[] content) {

        public static Part photo(String fileName, byte[] content) {
            return new Part("images", fileName, "image/jpeg", content);
        }
    }

    private final IntSupplier port;
    private final Map<String, String> headers;

    @Autowired
    Api(Environment environment) {
        this(() -> environment.getRequiredProperty("local.server.port", Integer.class), Map.of());
    }

    private Api(IntSupplier port, Map<String, String> headers) {
        this.port = port;
        this.headers = headers;
    }

    /** For an application in a process of its own. */
    static Api at(int port) {
        return new Api(() -> port, Map.of());
    }

    /** The same client with an access token. */
    public Api as(String accessToken) {
        return with("Authorization", "Bearer " + accessToken);
    }

    public Api with(String name, String value) {
        var more = new java.util.HashMap<>(headers);
        more.put(name, value);
        return new Api(port, more);
    }

    public URI uri(String path) {
        return URI.create("http://localhost:" + port.getAsInt() + path);
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    public Answer delete(String path) {
        return send(request(path).DELETE());
    }

    public Answer post(String path, Object body) {
        return json("POST", path, body);
    }

    public Answer put(String path, Object body) {
        return json("PUT", path, body);
    }

    public Answer patch(String path, Object body) {
        return json("PATCH", path, body);
    }

    public Answer json(String method, String path, Object body) {
        String text = body instanceof String raw ? raw : JSON.writeValueAsString(body);
        return send(request(path).header("Content-Type", "application/json").method(method, BodyPublishers.ofString(text)));
    }

    public Answer upload(String path, Part... parts) {
        return send(request(path).header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY).POST(BodyPublishers.ofByteArrays(multipart(parts))));
    }

    public HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(uri(path));
        headers.forEach(request::header);
        return request;
    }

    public Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response = HTTP.send(request.build(), BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), response.headers(), response.body(), parse(response));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode parse(HttpResponse<byte[]> response) {
        boolean json = response.headers().firstValue("Content-Type").orElse("").contains("json");
        return json ? JSON.readTree(response.body()) : JSON.missingNode();
    }

    private static List<byte[]> multipart(Part... parts) {
        var body = new ArrayList<byte[]>();
        for (Part part : parts) {
            String disposition = "form-data; name=\"" + part.field() + "\"" + (part.fileName() == null ? "" : "; filename=\"" + part.fileName() + "\"");
            String type = part.contentType() == null ? "" : "Content-Type: " + part.contentType() + "\r\n";
            body.add(("--" + BOUNDARY + "\r\nContent-Disposition: " + disposition + "\r\n" + type + "\r\n").getBytes(StandardCharsets.UTF_8));
            body.add(part.content());
            body.add("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        body.add(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return body;
    }
}
