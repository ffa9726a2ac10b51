package bd.cleancare.simulators.server;

import java.time.ZoneId;

/** The time in which the gateways count their days and write their times. */
public final class CityTime {

    public static final ZoneId ZONE = ZoneId.of("Asia/Dhaka");

    private CityTime() {
    }
}
