package bd.cleancare.notifications.queue;

import bd.cleancare.shared.CityTime;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;

/** The hours in which somebody wants to be left alone, as minutes of the day in Dhaka; they may go over midnight. */
public record Quiet(int from, int until) {

    private static final int DAY = 24 * 60;

    /** Zero outside of the quiet hours. */
    public Duration left(Instant now) {
        ZonedDateTime local = now.atZone(CityTime.ZONE);
        int minute = local.getHour() * 60 + local.getMinute();
        boolean inside = from <= until ? minute >= from && minute < until : minute >= from || minute < until;
        if (!inside) {
            return Duration.ZERO;
        }
        int rest = Math.floorMod(until - minute, DAY);
        return Duration.ofMinutes(rest).minusSeconds(local.getSecond());
    }
}
