package bd.cleancare.simulators.sslcommerz;

import bd.cleancare.simulators.server.CityTime;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

final class Times {

    private static final DateTimeFormatter LONG = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(CityTime.ZONE);
    private static final DateTimeFormatter COMPACT = DateTimeFormatter.ofPattern("uuMMddHHmmss").withZone(CityTime.ZONE);

    private Times() {
    }

    static String text(Instant time) {
        return time == null ? "" : LONG.format(time);
    }

    static String compact(Instant time) {
        return COMPACT.format(time);
    }
}
