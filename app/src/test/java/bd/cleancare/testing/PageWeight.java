package bd.cleancare.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** What the first view of a page costs on the wire, in compressed bytes of real answers. */
public record PageWeight(int html, int css, int scripts) {

    private static final Pattern STYLE = Pattern.compile("<link rel=\"stylesheet\" href=\"([^\"]+)\"");
    private static final Pattern SCRIPT = Pattern.compile("<script src=\"([^\"]+)\"");
    private static final Pattern IMPORT = Pattern.compile("(?m)^import [^;]*? from '\\./([^']+)'");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** @param cookies as in the Cookie header, for a page behind the login */
    public static PageWeight of(URI page, String cookies) {
        byte[] html = get(page, cookies);
        String text = text(html);
        return new PageWeight(html.length, sum(page, text, STYLE), sum(page, text, SCRIPT));
    }

    public int firstView() {
        return html + css;
    }

    private static int sum(URI page, String html, Pattern links) {
        Map<URI, byte[]> files = new LinkedHashMap<>();
        var found = links.matcher(html);
        while (found.find()) {
            collect(page.resolve(found.group(1)), files);
        }
        return files.values().stream().mapToInt(file -> file.length).sum();
    }

    /** A module brings what it imports. */
    private static void collect(URI address, Map<URI, byte[]> files) {
        if (files.containsKey(address)) {
            return;
        }
        byte[] file = get(address, "");
        files.put(address, file);
        var imports = IMPORT.matcher(text(file));
        while (imports.find()) {
            collect(address.resolve(imports.group(1)), files);
        }
    }

    private static byte[] get(URI address, String cookies) {
        try {
            var answer = HTTP.send(HttpRequest.newBuilder(address).header("Accept-Encoding", "gzip").header("Cookie", cookies).build(), BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200 || !answer.headers().firstValue("Content-Encoding").orElse("").equals("gzip") && answer.body().length > 2048) {
                throw new AssertionError(address + " answered " + answer.statusCode() + ", " + answer.headers().map());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String text(byte[] body) {
        try {
            boolean zipped = body.length > 2 && body[0] == 0x1f && (body[1] & 0xff) == 0x8b;
            return zipped ? new String(new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes(), StandardCharsets.UTF_8)
                    : new String(body, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
