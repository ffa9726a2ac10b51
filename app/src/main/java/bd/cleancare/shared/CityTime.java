package bd.cleancare.shared;

import java.time.ZoneId;

/** The time in the city, by which its days begin and its documents are dated. */
public final class CityTime {

    /** Not "+06:00", which was wrong for half of 2009. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Dhaka");

    private CityTime() {
    }
}
