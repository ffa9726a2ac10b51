package bd.cleancare.simulators.bkash;

import bd.cleancare.simulators.Client;
import bd.cleancare.simulators.SettableClock;
import bd.cleancare.simulators.server.Address;
import org.junit.jupiter.api.AfterEach;
import tools.jackson.databind.JsonNode;

import java.util.HashMap;
import java.util.Map;

/** A merchant at a running bKash. */
abstract class BkashTest {

    static final String CHECKOUT = "/v1.2.0-beta/tokenized/checkout";

    final SettableClock clock = new SettableClock("2026-11-22T06:01:02.345Z");
    final BkashGateway.Credentials credentials = BkashGateway.Credentials.generate();
    final BkashGateway bkash = BkashGateway.start(Address.loopback(0), credentials, options());
    final Client client = new Client(bkash.baseUrl());
    private Client merchant;

    BkashGateway.Options options() {
        return BkashGateway.Options.defaults().with(clock);
    }

    @AfterEach
    void stop() {
        bkash.close();
    }

    JsonNode grant() throws Exception {
        return grant(credentials.password(), credentials.appSecret()).json();
    }

    Client.Reply grant(String password, String appSecret) throws Exception {
        return client.with(Map.of("username", credentials.username(), "password", password)).post(CHECKOUT + "/token/grant",
                Map.of("app_key", credentials.appKey(), "app_secret", appSecret));
    }

    Client merchant() throws Exception {
        if (merchant == null) {
            merchant = merchant(grant().path("id_token").asString());
        }
        return merchant;
    }

    Client merchant(String authorization) {
        return client.with(Map.of("Authorization", authorization, "x-app-key", credentials.appKey()));
    }

    Map<String, Object> order(String amount, String invoice) {
        return new HashMap<>(Map.of("mode", "0011", "payerReference", "holding-7", "callbackURL", "http://127.0.0.1:9/cb?ref=P1",
                "amount", amount, "currency", "BDT", "intent", "sale", "merchantInvoiceNumber", invoice));
    }

    String create(String amount, String invoice) throws Exception {
        return merchant().post(CHECKOUT + "/create", order(amount, invoice)).text("paymentID");
    }

    String approve(String paymentId) throws Exception {
        return pay(paymentId, Map.of());
    }

    String pay(String paymentId, Map<String, Object> how) throws Exception {
        return client.post("/__sim/pay/" + paymentId, how).text("url");
    }

    JsonNode execute(String paymentId) throws Exception {
        return merchant().post(CHECKOUT + "/execute", Map.of("paymentID", paymentId)).json();
    }

    JsonNode status(String paymentId) throws Exception {
        return merchant().post(CHECKOUT + "/payment/status", Map.of("paymentID", paymentId)).json();
    }

    /** Created, approved, executed. */
    String paid(String amount, String invoice) throws Exception {
        String id = create(amount, invoice);
        approve(id);
        execute(id);
        return id;
    }

    long moved() throws Exception {
        return client.get("/__sim/money").json().path("net_poisha").asLong();
    }
}
