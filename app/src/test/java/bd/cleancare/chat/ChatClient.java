package bd.cleancare.chat;

import bd.cleancare.testing.Api;
import bd.cleancare.testing.Await;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A bare WebSocket client that knows nothing but the frames. */
final class ChatClient implements WebSocket.Listener, AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    final List<JsonNode> frames = new CopyOnWriteArrayList<>();
    volatile int closeCode;
    private final StringBuilder text = new StringBuilder();
    private WebSocket socket;

    /** By header, as an app does. */
    static ChatClient connect(Api api, String room, String accessToken, String... query) {
        return open(api, "/ws/chat/" + room + "/" + String.join("", query), Map.of("Authorization", "Bearer " + accessToken));
    }

    static ChatClient open(Api api, String path, Map<String, String> headers) {
        var client = new ChatClient();
        var builder = HTTP.newWebSocketBuilder().connectTimeout(Duration.ofSeconds(10));
        headers.forEach(builder::header);
        client.socket = builder.buildAsync(URI.create(api.base().replace("http:", "ws:") + path), client).join();
        return client;
    }

    /** The status with which a handshake is refused. */
    static int refused(Api api, String path, Map<String, String> headers) {
        try (var _ = open(api, path, headers)) {
            return 101;
        } catch (CompletionException e) {
            return ((WebSocketHandshakeException) e.getCause()).getResponse().statusCode();
        }
    }

    ChatClient joined() {
        awaitFrame(frame -> type(frame).equals("joined"));
        return this;
    }

    void say(String message) {
        send(Map.of("message", message));
    }

    void send(Object frame) {
        raw(frame instanceof String text ? text : JSON.writeValueAsString(frame));
    }

    void raw(String text) {
        socket.sendText(text, true).join();
    }

    void binary(byte[] content) {
        socket.sendBinary(java.nio.ByteBuffer.wrap(content), true).join();
    }

    List<JsonNode> messages() {
        return frames.stream().filter(frame -> frame.has("message") && !frame.has("type")).toList();
    }

    List<String> texts() {
        return messages().stream().map(frame -> frame.path("message").asString()).toList();
    }

    List<Long> sequences() {
        return frames.stream().filter(frame -> frame.has("sequence")).map(frame -> frame.path("sequence").asLong()).toList();
    }

    JsonNode awaitMessage(String message) {
        return awaitFrame(frame -> frame.path("message").asString("").equals(message));
    }

    JsonNode awaitType(String type) {
        return awaitFrame(frame -> type(frame).equals(type));
    }

    JsonNode awaitFrame(Predicate<JsonNode> wanted) {
        try {
            Await.until(() -> frames.stream().anyMatch(wanted), Duration.ofSeconds(10));
        } catch (AssertionError e) {
            throw new AssertionError("closed with " + closeCode + ", got " + frames, e);
        }
        return frames.stream().filter(wanted).findFirst().orElseThrow();
    }

    void awaitClosed(int code) {
        Await.until(() -> closeCode != 0);
        if (closeCode != code) {
            throw new AssertionError("closed with " + closeCode);
        }
    }

    static String type(JsonNode frame) {
        return frame.path("type").asString("");
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        text.append(data);
        if (last) {
            frames.add(JSON.readTree(text.toString()));
            text.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int statusCode, String reason) {
        closeCode = statusCode;
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        closeCode = 1006;
    }

    /** As when the network goes. */
    void drop() {
        socket.abort();
    }

    @Override
    public void close() {
        socket.abort();
    }
}
