package bd.cleancare.simulators.sslcommerz;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

final class Times {

    private static final ZoneId DHAKA = ZoneId.of("Asia/Dhaka");
    private static final DateTimeFormatter LONG = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(DHAKA);
    private static final DateTimeFormatter COMPACT = DateTimeFormatter.ofPattern("uuMMddHHmmss").withZone(DHAKA);

    private Times() {
    }

    static String text(Instant time) {
        return time == null ? "" : LONG.format(time);
    }

    static String compact(Instant time) {
        return COMPACT.format(time);
    }
}
