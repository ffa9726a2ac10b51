package bd.cleancare.simulators.bkash;

import bd.cleancare.simulators.server.CityTime;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

/** bKash writes {@code 2026-11-22T12:01:02:345 GMT+0600}: a colon before the milliseconds. */
final class Times {

    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss:SSS 'GMT'xx").withZone(CityTime.ZONE);

    private Times() {
    }

    static String text(Instant time) {
        return FORMAT.format(time);
    }
}
