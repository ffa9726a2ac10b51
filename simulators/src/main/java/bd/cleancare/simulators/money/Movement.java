package bd.cleancare.simulators.money;

import bd.cleancare.simulators.server.Json;
import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;

/**
 * Money that went from a wallet to the merchant, or back.
 *
 * @param invoice the merchant's own reference of the payment, of a refund too
 */
public record Movement(Kind kind, Instant at, String trxId, String invoice, String wallet, long poisha) {

    public enum Kind { PAYMENT, REFUND }

    ObjectNode toJson() {
        return Json.object().put("kind", kind.name().toLowerCase()).put("at", at.toString()).put("trx_id", trxId)
                .put("invoice", invoice).put("wallet", wallet).put("poisha", poisha);
    }
}
