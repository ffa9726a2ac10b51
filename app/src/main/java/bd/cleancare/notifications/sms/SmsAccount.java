package bd.cleancare.notifications.sms;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * Our account at a gateway as it was last seen.
 *
 * @param balance in taka; null where the gateway does not say
 * @param askedAt null where it was never asked
 * @param low whether it is below what the settings call low
 * @param refusal what it says since it takes nothing from us; null while it does
 */
public record SmsAccount(String gateway, BigDecimal balance, Instant askedAt, boolean low, String refusal) {

    public boolean troubled() {
        return low || refusal != null;
    }

    public long poisha() {
        return balance.movePointRight(2).longValue();
    }
}
