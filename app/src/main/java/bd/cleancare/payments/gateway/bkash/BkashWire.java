package bd.cleancare.payments.gateway.bkash;

import bd.cleancare.payments.gateway.GatewayFault;
import bd.cleancare.payments.gateway.GatewayHttp;
import bd.cleancare.payments.gateway.GatewayHttp.Reply;
import bd.cleancare.payments.gateway.GatewaySettings;
import bd.cleancare.payments.gateway.Token;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Authenticated calls to bKash. A refused token is replaced once; a second refusal is the account's, not the token's. */
final class BkashWire {

    private static final String CHECKOUT = "/v1.2.0-beta/tokenized/checkout";
    private static final int UNAUTHORIZED = 401;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final GatewaySettings.Bkash settings;
    private final GatewayHttp http;
    private final Token token;

    BkashWire(GatewaySettings.Bkash settings, GatewayHttp http, Clock clock) {
        this.settings = settings;
        this.http = http;
        this.token = new Token(clock, this::grant);
    }

    Reply checkout(String path, Map<String, String> body) throws GatewayFault {
        return call(CHECKOUT + path, body);
    }

    Reply v2(String path, Map<String, String> body) throws GatewayFault {
        return call("/v2/tokenized-checkout" + path, body);
    }

    private Reply call(String path, Map<String, String> body) throws GatewayFault {
        String value = token();
        Reply reply = http.send(authenticated(path, body, value));
        if (reply.status() == UNAUTHORIZED) {
            reply = http.send(authenticated(path, body, token.insteadOf(value)));
            if (reply.status() == UNAUTHORIZED) {
                http.rest();
                throw GatewayFault.unclear("bKash refuses a fresh token");
            }
        }
        if (!reply.body().isObject()) {
            throw GatewayFault.unclear("HTTP " + reply.status() + " without readable JSON");
        }
        return reply;
    }

    /** Without a token the call itself was not sent, whatever happened to the grant. */
    private String token() throws GatewayFault {
        try {
            return token.value();
        } catch (GatewayFault fault) {
            throw GatewayFault.notSent(fault.getMessage());
        }
    }

    private HttpRequest.Builder authenticated(String path, Map<String, String> body, String value) {
        return post(path, body).header("Authorization", value).header("X-APP-Key", settings.appKey());
    }

    private Token.Granted grant() throws GatewayFault {
        Reply reply = http.send(post(CHECKOUT + "/token/grant", Map.of("app_key", settings.appKey(), "app_secret", settings.appSecret()))
                .header("username", settings.username()).header("password", settings.password()));
        String value = reply.field("id_token");
        if (value.isEmpty()) {
            boolean refused = reply.status() == UNAUTHORIZED || reply.body().has("statusCode");
            if (refused) {
                http.rest();
            }
            throw GatewayFault.unclear("no token, HTTP " + reply.status() + " " + reply.field("statusCode"));
        }
        return new Token.Granted(value, Duration.ofSeconds(reply.body().path("expires_in").asLong(3600)));
    }

    private HttpRequest.Builder post(String path, Map<String, String> body) {
        return HttpRequest.newBuilder(URI.create(settings.baseUrl() + path)).header("Content-Type", "application/json").header("Accept", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)));
    }
}
