package bd.cleancare.simulators.nagad;

import bd.cleancare.simulators.server.CityTime;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Nagad's clock is Dhaka's, in three notations. */
final class Times {

    private static final DateTimeFormatter COMPACT = DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withZone(CityTime.ZONE);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd").withZone(CityTime.ZONE);
    private static final DateTimeFormatter LONG = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.0").withZone(CityTime.ZONE);

    private Times() {
    }

    static Optional<Instant> read(String compact) {
        try {
            return Optional.of(LocalDateTime.parse(compact, COMPACT).atZone(CityTime.ZONE).toInstant());
        } catch (DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }

    static String compact(Instant time) {
        return COMPACT.format(time);
    }

    static String day(Instant time) {
        return DAY.format(time);
    }

    static String longForm(Instant time) {
        return time == null ? null : LONG.format(time);
    }
}
