package bd.cleancare.simulators.sms;

import java.math.BigDecimal;
import java.util.concurrent.atomic.AtomicLong;

/** Prepaid money at a gateway. Taking is all or nothing. */
final class Account {

    static final int POISHA_PER_SEGMENT = 25;

    private final AtomicLong poisha;

    Account(long poisha) {
        this.poisha = new AtomicLong(poisha);
    }

    boolean take(long cost) {
        long before = poisha.getAndUpdate(rest -> rest >= cost ? rest - cost : rest);
        return before >= cost;
    }

    BigDecimal taka() {
        return BigDecimal.valueOf(poisha.get(), 2);
    }
}
