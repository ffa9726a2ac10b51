package bd.cleancare.simulators.money;

import java.math.BigDecimal;
import java.util.OptionalLong;

/** Amounts as gateways write them, {@code 500}, {@code 500.5} or {@code 500.00} taka, to and from whole poisha. */
public final class Poisha {

    private Poisha() {
    }

    /** Empty unless it is a positive amount in ASCII digits with at most two decimals. */
    public static OptionalLong parse(String taka) {
        if (!taka.matches("[0-9]{1,10}(\\.[0-9]{1,2})?")) {
            return OptionalLong.empty();
        }
        long poisha = new BigDecimal(taka).movePointRight(2).longValueExact();
        return poisha > 0 ? OptionalLong.of(poisha) : OptionalLong.empty();
    }

    public static String taka(long poisha) {
        return BigDecimal.valueOf(poisha, 2).toPlainString();
    }
}
