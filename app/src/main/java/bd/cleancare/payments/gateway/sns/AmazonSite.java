package bd.cleancare.payments.gateway.sns;

import bd.cleancare.payments.gateway.GatewaySettings;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Fetches what a message points to, and only from Amazon: addresses in messages are written by whoever sends them. */
@Component
class AmazonSite {

    private static final int LONGEST_ANSWER = 64 * 1024;

    private final NoticeSettings settings;
    private final Pattern hosts;
    private final HttpClient http;
    private final Duration patience;
    private final Cache<String, X509Certificate> certificates = Caffeine.newBuilder().maximumSize(16).expireAfterWrite(Duration.ofHours(12)).build();

    AmazonSite(NoticeSettings settings, GatewaySettings gateways) {
        this.settings = settings;
        this.hosts = Pattern.compile(settings.hosts());
        this.patience = Duration.ofSeconds(10);
        this.http = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).connectTimeout(gateways.connectTimeout()).build();
    }

    /** Null when it may not or cannot be had. */
    X509Certificate certificate(String url) {
        URI uri = allowed(url);
        if (uri == null || !uri.getPath().endsWith(".pem")) {
            return null;
        }
        X509Certificate kept = certificates.getIfPresent(url);
        if (kept != null) {
            return kept;
        }
        String pem = get(uri);
        X509Certificate fetched = pem == null ? null : parse(pem);
        if (fetched != null) {
            certificates.put(url, fetched);
        }
        return fetched;
    }

    /** Tells Amazon that we want the topic's messages. */
    boolean confirm(String url) {
        URI uri = allowed(url);
        return uri != null && get(uri) != null;
    }

    private URI allowed(String url) {
        try {
            URI uri = URI.create(url);
            boolean safe = "https".equals(uri.getScheme()) || settings.plainHttp() && "http".equals(uri.getScheme());
            boolean known = uri.getHost() != null && hosts.matcher(uri.getHost()).matches() && uri.getUserInfo() == null && uri.getPath() != null;
            return safe && known ? uri : null;
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    private String get(URI uri) {
        try {
            HttpResponse<String> answer = http.send(HttpRequest.newBuilder(uri).timeout(patience).build(), BodyHandlers.limiting(BodyHandlers.ofString(), LONGEST_ANSWER));
            return answer.statusCode() == 200 ? answer.body() : null;
        } catch (IOException _) {
            return null;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private static X509Certificate parse(String pem) {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(pem.getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException _) {
            return null;
        }
    }
}
