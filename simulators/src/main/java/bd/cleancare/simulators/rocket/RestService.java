package bd.cleancare.simulators.rocket;

import bd.cleancare.simulators.server.Answer;
import bd.cleancare.simulators.server.Json;
import bd.cleancare.simulators.server.Request;
import bd.cleancare.simulators.server.Routes;
import bd.cleancare.simulators.server.SimulatorServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;

/** The same service as JSON; its results carry an HMAC over id, code and RRN, but not over the amount. */
final class RestService {

    private static final String PATH = "/ecomrs/rsvr/ecomtxn";

    private final Transactions transactions;
    private final String checksumSecret;
    private final SimulatorServer server;

    RestService(Transactions transactions, String checksumSecret, SimulatorServer server) {
        this.transactions = transactions;
        this.checksumSecret = checksumSecret;
        this.server = server;
    }

    void addTo(Routes routes) {
        routes.post(PATH + "/getransid", this::create).post(PATH + "/getresult", this::result);
    }

    private Answer create(Request request) {
        JsonNode body = request.json();
        Transactions.Created created = transactions.create(Json.text(body, "userid"), Json.text(body, "passwd"),
                Json.text(body, "amount"), Json.text(body, "cardtype"), Json.text(body, "txnrefnum"), Json.text(body, "clientip"));
        if (created.error() != null) {
            return refused(created.error());
        }
        String id = created.transaction().id();
        return Answer.json(Json.object().put("RSPCODE", "1").put("RSPMSG", "Successful").put("TRANSACTION_ID", id)
                .put("REDIRECT_URL", server.publicUrl() + "/ecomm2/ClientHandler?card_type=6&trans_id="
                        + URLEncoder.encode(id, StandardCharsets.UTF_8)));
    }

    private Answer result(Request request) {
        JsonNode body = request.json();
        if (!transactions.knows(Json.text(body, "userid"), Json.text(body, "passwd"))) {
            return refused("Authentication failed");
        }
        return transactions.find(Json.text(body, "transid")).map(transaction -> Answer.json(told(transaction)))
                .orElseGet(() -> refused("Transaction not found"));
    }

    private ObjectNode told(Transaction transaction) {
        String signed = transaction.id() + transaction.state().code + transaction.rrn();
        return Json.object().put("RESULT", transaction.state().result).put("RESULT_CODE", transaction.state().code)
                .put("RRN", transaction.rrn()).put("CARD_NUMBER", transaction.maskedWallet()).put("CARDNAME", "mobile account")
                .put("AMOUNT", Long.toString(transaction.poisha())).put("DESCRIPTION", transaction.reference())
                .put("TRANSACTION_ID", transaction.id()).put("SIGNATURE", hmac(signed));
    }

    private static Answer refused(String message) {
        return Answer.json(Json.object().put("RSPCODE", "0").put("RSPMSG", message));
    }

    private String hmac(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(checksumSecret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
