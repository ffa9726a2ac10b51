package bd.cleancare.notifications.push;

import bd.cleancare.notifications.queue.Channel;
import bd.cleancare.notifications.queue.Due;
import bd.cleancare.notifications.queue.Letter;
import bd.cleancare.notifications.queue.Notices;
import bd.cleancare.notifications.queue.OutgoingStore;
import bd.cleancare.notifications.queue.Outlet;
import com.interaso.webpush.VapidKeys;
import com.interaso.webpush.WebPush;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** One attempt at one push: encrypted for the one browser (RFC 8291), signed with our key (RFC 8292). */
@Component
class PushOutlet implements Outlet {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final PushSettings settings;
    private final Browsers browsers;
    private final OutgoingStore store;
    private final WebPush encryption;
    private final HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).followRedirects(HttpClient.Redirect.NEVER).build();

    PushOutlet(PushSettings settings, Browsers browsers, OutgoingStore store) {
        this.settings = settings;
        this.browsers = browsers;
        this.store = store;
        this.encryption = settings.configured()
                ? new WebPush(settings.subject(), VapidKeys.fromUncompressedBytes(settings.publicKey(), settings.privateKey())) : null;
    }

    @Override
    public Channel channel() {
        return Channel.PUSH;
    }

    @Override
    public boolean open() {
        return encryption != null;
    }

    @Override
    public int concurrency() {
        return settings.concurrency();
    }

    @Override
    public int perSecond() {
        return settings.perSecond();
    }

    @Override
    public Duration lease() {
        return LEASE;
    }

    @Override
    public void attempt(Due due) {
        var browser = browsers.find(UUID.fromString(due.address())).orElse(null);
        if (browser == null) {
            store.failed(due, "refused", "this browser does not listen any more");
            return;
        }
        URI endpoint = URI.create(browser.endpoint());
        if (!store.beginAttempt(due, endpoint.getHost())) {
            return;
        }
        try {
            settle(due, client.send(request(due, browser, endpoint), BodyHandlers.discarding()).statusCode());
        } catch (IOException e) {
            later(due, e.getClass().getSimpleName());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            later(due, "interrupted");
        }
    }

    private HttpRequest request(Due due, Browsers.Subscription browser, URI endpoint) {
        var base64 = Base64.getUrlDecoder();
        byte[] body = encryption.getBody(payload(due), base64.decode(browser.p256dh()), base64.decode(browser.auth()));
        var request = HttpRequest.newBuilder(endpoint).timeout(TIMEOUT).POST(BodyPublishers.ofByteArray(body));
        // The topic makes a push service replace a repetition that the browser has not fetched yet.
        encryption.getHeaders(browser.endpoint(), (int) Math.max(60, due.left().toSeconds()), topic(due), WebPush.Urgency.Normal).forEach(request::header);
        return request.build();
    }

    private static byte[] payload(Due due) {
        Letter letter = Letter.of(due.content());
        return JSON.writeValueAsString(Map.of("title", letter.subject(), "body", letter.body(), "path", letter.path(), "tag", due.id().toString(),
                "language", letter.language())).getBytes(StandardCharsets.UTF_8);
    }

    private static String topic(Due due) {
        return due.id().toString().replace("-", "");
    }

    private void settle(Due due, int status) {
        switch (status) {
            case 200, 201, 202, 204 -> store.sent(due, "", null);
            case 404, 410 -> {
                browsers.forget(UUID.fromString(due.address()));
                store.failed(due, "refused", "HTTP " + status + ": this browser does not listen any more");
            }
            case 400, 401, 403, 413 -> store.failed(due, "refused", "HTTP " + status);
            default -> later(due, "HTTP " + status);
        }
    }

    private void later(Due due, String reason) {
        store.notTaken(due, Notices.delayAfter(due), "try_again", reason);
    }
}
