package bd.cleancare.payments.gateway;

import bd.cleancare.shared.CityTime;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/** Times as the gateways write them: of Dhaka, and without saying so. */
public final class DhakaTime {

    private static final DateTimeFormatter USUAL = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private DhakaTime() {
    }

    /** {@code 2026-11-22 12:05:06}; null where it cannot be read. */
    public static Instant read(String text) {
        return read(text, USUAL);
    }

    public static Instant read(String text, DateTimeFormatter format) {
        try {
            return LocalDateTime.parse(text, format).atZone(CityTime.ZONE).toInstant();
        } catch (DateTimeException _) {
            return null;
        }
    }
}
