package bd.cleancare.benchmarks;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Whole HTTP requests as bytes, so that the generator does nothing but send them. */
final class Requests {

    private static final String BOUNDARY = "benchmark-boundary";

    private Requests() {
    }

    static byte[] get(String path, String token) {
        return bytes("GET " + path + " HTTP/1.1\r\n" + headers(token) + "\r\n");
    }

    static byte[] page(String path, String cookie) {
        return bytes("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\nCookie: session=" + cookie + "\r\n\r\n");
    }

    static byte[] post(String path, String token, String json) {
        byte[] body = bytes(json);
        return join(bytes("POST " + path + " HTTP/1.1\r\n" + headers(token) + "Content-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n"), body);
    }

    static byte[] upload(String path, String token, byte[] jpeg) {
        byte[] head = bytes("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"images\"; filename=\"photo.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n");
        byte[] tail = bytes("\r\n--" + BOUNDARY + "--\r\n");
        byte[] start = bytes("POST " + path + " HTTP/1.1\r\n" + headers(token) + "Content-Type: multipart/form-data; boundary=" + BOUNDARY
                + "\r\nContent-Length: " + (head.length + jpeg.length + tail.length) + "\r\n\r\n");
        return join(start, head, jpeg, tail);
    }

    private static String headers(String token) {
        return "Host: localhost\r\nAccept: application/json\r\n" + (token == null ? "" : "Authorization: Bearer " + token + "\r\n");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] join(byte[]... parts) {
        var joined = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }
}
