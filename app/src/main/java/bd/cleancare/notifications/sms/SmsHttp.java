package bd.cleancare.notifications.sms;

import bd.cleancare.notifications.sms.SmsProvider.Outcome;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The wire to every gateway: POST only, so that no secret or phone number stands in a URL; no redirects; bounded in time and size. */
@Component
class SmsHttp {

    private static final int LONGEST_ANSWER = 64 * 1024;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient client;
    private final Duration readTimeout;

    SmsHttp(SmsSettings settings) {
        this.client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.connectTimeout()).build();
        this.readTimeout = settings.readTimeout();
    }

    Outcome postJson(String url, Map<String, String> members, Duration timeout, Function<JsonNode, Outcome> reading) {
        return post(request(url, timeout, "application/json", JSON.writeValueAsString(members)), reading);
    }

    Outcome postForm(String url, Map<String, String> members, Duration timeout, Function<JsonNode, Outcome> reading) {
        return post(request(url, timeout, "application/x-www-form-urlencoded", form(members)), reading);
    }

    private HttpRequest request(String url, Duration timeout, String type, String body) {
        return HttpRequest.newBuilder(URI.create(url)).timeout(timeout.compareTo(readTimeout) < 0 ? timeout : readTimeout)
                .header("Content-Type", type).header("Accept", "application/json").POST(BodyPublishers.ofString(body)).build();
    }

    /**
     * Whatever a gateway answers is one of the outcomes; nothing of what it says is logged or thrown as it came. A connection that never
     * was and an answer that says no leave no doubt; silence after the request does.
     */
    private Outcome post(HttpRequest request, Function<JsonNode, Outcome> reading) {
        try {
            HttpResponse<String> response = client.send(request, BodyHandlers.limiting(BodyHandlers.ofString(), LONGEST_ANSWER));
            return switch (response.statusCode()) {
                case 200 -> reading.apply(JSON.readTree(response.body()));
                // What stands between us says that the gateway fell silent.
                case 502, 504 -> new Outcome.Unknown("HTTP " + response.statusCode());
                default -> new Outcome.TryAgain("HTTP " + response.statusCode());
            };
        } catch (ConnectException | HttpConnectTimeoutException | UnresolvedAddressException e) {
            return new Outcome.TryAgain(e.getClass().getSimpleName());
        } catch (IOException e) {
            return new Outcome.Unknown(e.getClass().getSimpleName());
        } catch (JacksonException _) {
            return new Outcome.Unknown("an answer that is no JSON");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Outcome.Unknown("interrupted");
        }
    }

    /** A question that changes nothing; empty when there is no answer that can be read. */
    Optional<JsonNode> ask(String url, Map<String, String> members) {
        try {
            HttpResponse<String> response = client.send(request(url, readTimeout, "application/x-www-form-urlencoded", form(members)),
                    BodyHandlers.limiting(BodyHandlers.ofString(), LONGEST_ANSWER));
            return response.statusCode() == 200 ? Optional.of(JSON.readTree(response.body())) : Optional.empty();
        } catch (IOException | JacksonException _) {
            return Optional.empty();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static String form(Map<String, String> members) {
        return members.entrySet().stream().map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
