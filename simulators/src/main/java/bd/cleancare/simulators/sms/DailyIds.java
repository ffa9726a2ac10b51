package bd.cleancare.simulators.sms;

import bd.cleancare.simulators.server.CityTime;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;

/** Ids that may be used once a day, a day of Dhaka. */
final class DailyIds {

    private final Clock clock;
    private final Set<String> used = new HashSet<>();
    private LocalDate day = LocalDate.MIN;

    DailyIds(Clock clock) {
        this.clock = clock;
    }

    /** @return false when somebody has used the id today */
    synchronized boolean claim(String id) {
        LocalDate today = LocalDate.now(clock.withZone(CityTime.ZONE));
        if (!today.equals(day)) {
            used.clear();
            day = today;
        }
        return used.add(id);
    }
}
