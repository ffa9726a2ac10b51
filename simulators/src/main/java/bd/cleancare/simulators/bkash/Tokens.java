package bd.cleancare.simulators.bkash;

import bd.cleancare.simulators.server.Answer;
import bd.cleancare.simulators.server.Json;
import bd.cleancare.simulators.server.Refusal;
import bd.cleancare.simulators.server.Request;
import bd.cleancare.simulators.server.Routes;
import bd.cleancare.simulators.server.Secrets;
import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Grants and checks tokens. {@code DELETE /__sim/tokens} lets every granted token expire at once. */
final class Tokens {

    private static final Duration REFRESH_LIFE = Duration.ofDays(28);

    private final BkashGateway.Credentials credentials;
    private final BkashGateway.Options options;
    private final Map<String, Instant> expiries = new HashMap<>();
    private final Map<String, Instant> refreshExpiries = new HashMap<>();
    private final Deque<Instant> grants = new ArrayDeque<>();

    Tokens(BkashGateway.Credentials credentials, BkashGateway.Options options) {
        this.credentials = credentials;
        this.options = options;
    }

    void addTo(Routes routes) {
        routes.post(Checkout.PREFIX + "/token/grant", this::grant).post(Checkout.PREFIX + "/token/refresh", this::refresh);
        routes.post(OlderCheckout.PREFIX + "/token/grant", this::grant).post(OlderCheckout.PREFIX + "/token/refresh", this::refresh);
        routes.control("DELETE", "/__sim/tokens", request -> expireAll());
    }

    /** Refuses with 401 unless the request carries the app key and a living token, raw or after "Bearer": both work at bKash. */
    synchronized void check(Request request) {
        String token = request.header("Authorization").replaceFirst("(?i)^Bearer\\s+", "");
        Instant expiry = expiries.get(token);
        if (expiry == null || !credentials.appKey().equals(request.header("X-APP-Key"))) {
            throw unauthorized("Unauthorized");
        }
        if (!options.clock().instant().isBefore(expiry)) {
            throw unauthorized("The incoming token has expired");
        }
    }

    private Answer grant(Request request) {
        checkCredentials(request);
        return issue(Secrets.word(120));
    }

    private Answer refresh(Request request) {
        JsonNode body = checkCredentials(request);
        String refreshToken = Json.text(body, "refresh_token");
        if (!livingRefreshToken(refreshToken)) {
            throw unauthorized("Unauthorized");
        }
        return issue(refreshToken);
    }

    private JsonNode checkCredentials(Request request) {
        if (!credentials.username().equals(request.header("username")) || !credentials.password().equals(request.header("password"))) {
            throw refusedCredentials(request);
        }
        JsonNode body = request.json();
        if (!credentials.appKey().equals(Json.text(body, "app_key")) || !credentials.appSecret().equals(Json.text(body, "app_secret"))) {
            throw invalidAppKey(request);
        }
        return body;
    }

    private static Refusal refusedCredentials(Request request) {
        return isOlder(request) ? new Refusal(Answer.json(401, Json.object().put("status", "fail").put("msg", "Invalid username and password combination")))
                : unauthorized("Unauthorized");
    }

    private static boolean isOlder(Request request) {
        return request.uriPath().startsWith(OlderCheckout.PREFIX);
    }

    private static Refusal invalidAppKey(Request request) {
        return isOlder(request) ? new Refusal(Answer.json(Json.object().put("status", "fail").put("msg", "Invalid app key")))
                : Code.INVALID_APP_KEY.refusal();
    }

    private synchronized Answer issue(String refreshToken) {
        Instant now = options.clock().instant();
        limitGrants(now);
        String token = "eyJ" + Secrets.word(80) + "." + Secrets.word(200) + "." + Secrets.word(80);
        expiries.values().removeIf(expiry -> expiry.plus(REFRESH_LIFE).isBefore(now));
        expiries.put(token, now.plus(options.tokenLife()));
        refreshExpiries.put(refreshToken, now.plus(REFRESH_LIFE));
        return Answer.json(Code.OK.in(Json.object()).put("id_token", token).put("token_type", "Bearer")
                .put("expires_in", options.tokenLife().toSeconds()).put("refresh_token", refreshToken));
    }

    private void limitGrants(Instant now) {
        grants.removeIf(grant -> grant.plus(Duration.ofHours(1)).isBefore(now));
        if (options.grantsPerHour() > 0 && grants.size() >= options.grantsPerHour()) {
            throw new Refusal(Answer.json(429, Json.object().put("message", "Too Many Requests")));
        }
        grants.add(now);
    }

    private synchronized boolean livingRefreshToken(String token) {
        return refreshExpiries.getOrDefault(token, Instant.MIN).isAfter(options.clock().instant());
    }

    private synchronized Answer expireAll() {
        expiries.replaceAll((token, expiry) -> options.clock().instant());
        return Answer.text(204, "");
    }

    private static Refusal unauthorized(String message) {
        return new Refusal(Answer.json(401, Json.object().put("message", message)));
    }
}
