package bd.cleancare.simulators.money;

import bd.cleancare.simulators.server.Answer;
import bd.cleancare.simulators.server.Json;
import bd.cleancare.simulators.server.Memory;
import bd.cleancare.simulators.server.Routes;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.Clock;
import java.util.List;

/**
 * Every movement of money, only ever added to. {@code GET /__sim/money} is the oracle for the merchant's ledger, and the daily statement
 * at {@code /__sim/statement?date=2026-11-22} is drawn from it.
 */
public final class MoneyBook {

    private final Clock clock;
    private final Statement statement;
    private final Memory.Shelf<Movement> movements;

    public MoneyBook(Memory memory, Clock clock, int feeBasisPoints) {
        this.clock = clock;
        this.movements = memory.shelf("money", Movement.class);
        this.statement = new Statement(memory, clock, feeBasisPoints);
    }

    public void addTo(Routes routes) {
        routes.control("GET", "/__sim/money", request -> Answer.json(toJson()));
        routes.control("GET", "/__sim/statement", request ->
                statement.csv(request.query().getOrDefault("date", ""), movements.values()));
        routes.control("POST", "/__sim/statement", request -> statement.plant(request.json()));
        routes.control("DELETE", "/__sim/statement", request -> statement.reset());
    }

    public void paid(String trxId, String invoice, String wallet, long poisha) {
        add(Movement.Kind.PAYMENT, trxId, invoice, wallet, poisha);
    }

    public void refunded(String trxId, String invoice, String wallet, long poisha) {
        add(Movement.Kind.REFUND, trxId, invoice, wallet, poisha);
    }

    private void add(Movement.Kind kind, String trxId, String invoice, String wallet, long poisha) {
        movements.add(new Movement(kind, clock.instant(), trxId, invoice, wallet, poisha));
    }

    private ObjectNode toJson() {
        List<Movement> all = movements.values();
        long paid = sum(all, Movement.Kind.PAYMENT);
        long refunded = sum(all, Movement.Kind.REFUND);
        ObjectNode json = Json.object().put("paid_poisha", paid).put("refunded_poisha", refunded).put("net_poisha", paid - refunded);
        ArrayNode list = json.putArray("movements");
        all.forEach(movement -> list.add(movement.toJson()));
        return json;
    }

    private static long sum(List<Movement> all, Movement.Kind kind) {
        return all.stream().filter(movement -> movement.kind() == kind).mapToLong(Movement::poisha).sum();
    }
}
