package bd.cleancare.simulators.upay;

import bd.cleancare.simulators.server.Answer;
import bd.cleancare.simulators.server.Json;
import bd.cleancare.simulators.server.Refusal;
import bd.cleancare.simulators.server.Request;
import bd.cleancare.simulators.server.Routes;
import bd.cleancare.simulators.server.Secrets;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** {@code DELETE /__sim/tokens} lets every token end at once. */
final class Tokens {

    private static final String SCHEME = "UPAY ";

    private final UpayGateway.Credentials credentials;
    private final UpayGateway.Options options;
    private final Map<String, Instant> expiries = new ConcurrentHashMap<>();

    Tokens(UpayGateway.Credentials credentials, UpayGateway.Options options) {
        this.credentials = credentials;
        this.options = options;
    }

    void addTo(Routes routes) {
        routes.post("/payment/merchant-auth/", this::grant);
        routes.control("DELETE", "/__sim/tokens", request -> {
            expiries.clear();
            return Answer.text(204, "");
        });
    }

    void check(Request request) {
        String header = request.header("Authorization");
        Instant expiry = header.startsWith(SCHEME) ? expiries.get(header.substring(SCHEME.length())) : null;
        if (expiry == null || !options.clock().instant().isBefore(expiry)) {
            throw new Refusal(Answer.json(401, Json.object().put("detail", "Authentication credentials were not provided or are invalid.")));
        }
    }

    private Answer grant(Request request) {
        if (!credentials.merchantId().equals(Json.text(request.json(), "merchant_id"))
                || !credentials.merchantKey().equals(Json.text(request.json(), "merchant_key"))) {
            throw Code.NO_MERCHANT.refusal();
        }
        String token = "eyJ" + Secrets.word(40) + "." + Secrets.word(80) + "." + Secrets.word(43);
        expiries.put(token, options.clock().instant().plus(options.tokenLife()));
        return Code.AUTHENTICATED.with(Json.object().put("merchant_id", credentials.merchantId()).put("token", token));
    }
}
