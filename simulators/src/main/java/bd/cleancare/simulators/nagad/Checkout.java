package bd.cleancare.simulators.nagad;

import bd.cleancare.simulators.money.Poisha;
import bd.cleancare.simulators.server.Answer;
import bd.cleancare.simulators.server.Json;
import bd.cleancare.simulators.server.Request;
import bd.cleancare.simulators.server.Routes;
import bd.cleancare.simulators.server.SimulatorServer;
import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The two steps before the payer's page: initialize proves who asks, complete says what for. */
final class Checkout {

    private final String merchantId;
    private final NagadGateway.Options options;
    private final Sealing sealing;
    private final Orders orders;
    private final SimulatorServer server;

    Checkout(String merchantId, NagadGateway.Options options, Sealing sealing, Orders orders, SimulatorServer server) {
        this.merchantId = merchantId;
        this.options = options;
        this.sealing = sealing;
        this.orders = orders;
        this.server = server;
    }

    void addTo(Routes routes, String base) {
        routes.post(base + "/check-out/initialize/{merchantId}/{orderId}", this::initialize)
                .post(base + "/check-out/complete/{ref}", this::complete);
    }

    private Answer initialize(Request request) {
        Headers.checkAll(request);
        require(request.path("merchantId").equals(merchantId), Reason.INVALID_MERCHANT);
        require(isFresh(Json.text(request.json(), "dateTime")), Reason.INVALID_DATE);
        JsonNode plain = sealing.open(request.json(), "sensitiveData");
        require(Json.text(plain, "merchantId").equals(merchantId), Reason.INVALID_MERCHANT);
        require(isFresh(Json.text(plain, "datetime")), Reason.INVALID_DATE);
        require(!Json.text(plain, "challenge").isEmpty(), Reason.INVALID_CHALLENGE);
        String orderId = Json.text(plain, "orderId");
        require(orderId.equals(request.path("orderId")) && orderId.matches("[A-Za-z0-9]{1,20}"), Reason.INVALID_ORDER);
        Order order = orders.initialize(orderId);
        return sealing.seal(Json.object().put("paymentReferenceId", order.ref())
                .put("acceptDateTime", Times.compact(order.initialized())).put("challenge", order.challenge()));
    }

    private Answer complete(Request request) {
        Headers.checkAll(request);
        JsonNode plain = sealing.open(request.json(), "sensitiveData");
        String ref = request.path("ref");
        Order order = orders.find(ref).orElseThrow(Reason.INVALID_REFERENCE::refusal);
        require(Json.text(plain, "merchantId").equals(merchantId), Reason.INVALID_MERCHANT);
        require(Json.text(plain, "orderId").equals(order.orderId()), Reason.INVALID_ORDER);
        require(Json.text(plain, "currencyCode").equals("050"), Reason.INVALID_CURRENCY);
        String callbackUrl = Json.text(request.json(), "merchantCallbackURL");
        require(callbackUrl.matches("https?://\\S+"), Reason.INVALID_PURCHASE);
        long poisha = Poisha.parse(Json.text(plain, "amount")).orElseThrow(Reason.INVALID_PURCHASE::refusal);
        orders.complete(ref, Json.text(plain, "challenge"), new Order.Purchase(poisha, callbackUrl, additionalInfo(request)));
        return Answer.json(Json.object().put("callBackUrl", server.publicUrl() + "/check-out/" + ref).put("status", "Success"));
    }

    private static String additionalInfo(Request request) {
        JsonNode info = request.json().path("additionalMerchantInfo");
        return info.isObject() ? Json.write(info) : null;
    }

    private boolean isFresh(String compact) {
        Optional<Instant> time = Times.read(compact);
        return time.isPresent()
                && Duration.between(time.get(), options.clock().instant()).abs().compareTo(options.clockTolerance()) <= 0;
    }

    private static void require(boolean kept, Reason reason) {
        if (!kept) {
            throw reason.refusal();
        }
    }
}
