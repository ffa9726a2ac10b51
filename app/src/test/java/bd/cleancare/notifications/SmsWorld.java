package bd.cleancare.notifications;

import bd.cleancare.payments.GatewayControl;
import bd.cleancare.shared.PhoneNumber;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The simulated SMS gateways, which may be made to fail, and what we wrote down of a message. */
public record SmsWorld(GatewayControl gateways, JdbcClient db) {

    public static final String SSL = "POST /api/v3/send-sms";
    public static final String BULK = "POST /api/smsapi";

    public static SmsWorld at(String baseUrl, JdbcClient db) {
        return new SmsWorld(new GatewayControl(baseUrl), db);
    }

    public void fault(String endpoint, String kind, int times) {
        fault(endpoint, kind, times, Map.of());
    }

    /** @param times how many requests it meets; -1 is until it is healed */
    public void fault(String endpoint, String kind, int times, Map<String, Object> more) {
        var fault = new HashMap<String, Object>(more);
        fault.putAll(Map.of("endpoint", endpoint, "kind", kind, "times", times));
        gateways.fault(fault);
    }

    /** It answers this whatever it is asked. */
    public void answers(String endpoint, int times, String body) {
        fault(endpoint, "status", times, Map.of("status", 200, "body", body));
    }

    public void heal() {
        gateways.heal();
    }

    /** A column, or an expression over columns, of the one message to a phone; null where it is null. */
    public String row(PhoneNumber phone, String column) {
        return db.sql("SELECT (" + column + ")::text FROM outgoing_messages WHERE address = ?").param(phone.canonical())
                .query((row, _) -> Optional.ofNullable(row.getString(1))).single().orElse(null);
    }
}
