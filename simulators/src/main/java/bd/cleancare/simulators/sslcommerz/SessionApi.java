package bd.cleancare.simulators.sslcommerz;

import bd.cleancare.simulators.money.Poisha;
import bd.cleancare.simulators.server.Answer;
import bd.cleancare.simulators.server.Json;
import bd.cleancare.simulators.server.Refusal;
import bd.cleancare.simulators.server.Request;
import bd.cleancare.simulators.server.Routes;
import bd.cleancare.simulators.server.SimulatorServer;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Opens a session; the merchant's form comes URL-encoded or as multipart, as its libraries send either. */
final class SessionApi {

    private static final List<String> REQUIRED = List.of("total_amount", "currency", "tran_id", "success_url", "fail_url", "cancel_url",
            "product_name", "product_category", "product_profile", "shipping_method", "cus_name", "cus_email", "cus_add1", "cus_city",
            "cus_postcode", "cus_country", "cus_phone");
    private static final Set<String> PROFILES = Set.of("general", "physical-goods", "non-physical-goods", "airline-tickets",
            "travel-vertical", "telecom-vertical");
    private static final long LEAST = 10_00;
    private static final long MOST = 500_000_00;

    private final SslcommerzGateway.Credentials credentials;
    private final Sessions sessions;
    private final SimulatorServer server;

    SessionApi(SslcommerzGateway.Credentials credentials, Sessions sessions, SimulatorServer server) {
        this.credentials = credentials;
        this.sessions = sessions;
        this.server = server;
    }

    void addTo(Routes routes) {
        routes.post("/gwprocess/v4/api.php", this::open);
    }

    private Answer open(Request request) {
        Map<String, String> order = request.form();
        require(credentials.storeId().equals(order.get("store_id")) && credentials.storePassword().equals(order.get("store_passwd")),
                "Store Credential Error Or Store is De-active");
        REQUIRED.forEach(field -> require(!order.getOrDefault(field, "").isBlank(), "Invalid Information! '" + field + "' is missing."));
        require(order.get("tran_id").length() <= 30, "Invalid Information! 'tran_id' is too long.");
        require(order.get("currency").equals("BDT"), "Invalid Information! 'currency' is not enabled for this store.");
        require(PROFILES.contains(order.get("product_profile")), "Invalid Information! 'product_profile' is not valid.");
        for (String url : List.of("success_url", "fail_url", "cancel_url")) {
            require(order.get(url).matches("https?://\\S{1,247}"), "Invalid Information! '" + url + "' is not valid.");
        }
        long poisha = Poisha.parse(order.get("total_amount")).orElse(0);
        require(poisha >= LEAST && poisha <= MOST, "Invalid Information! 'total_amount' must be from 10.00 to 500000.00.");
        return Answer.json(opened(sessions.open(order, poisha)));
    }

    private ObjectNode opened(Session session) {
        String page = server.publicUrl() + "/EasyCheckOut/" + session.key();
        ObjectNode body = Json.object().put("status", "SUCCESS").put("failedreason", "").put("sessionkey", session.key());
        body.putObject("gw").put("mobilebanking", "bkash,nagad,dbblmobilebanking,upay");
        body.put("redirectGatewayURL", page).put("GatewayPageURL", page).put("storeBanner", "").put("storeLogo", "");
        body.putArray("desc");
        return body.put("is_direct_pay_enable", "0");
    }

    private static void require(boolean kept, String reason) {
        if (!kept) {
            throw new Refusal(Answer.json(Json.object().put("status", "FAILED").put("failedreason", reason).put("sessionkey", "")
                    .put("GatewayPageURL", "")));
        }
    }
}
