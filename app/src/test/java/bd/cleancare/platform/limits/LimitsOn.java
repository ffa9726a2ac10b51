package bd.cleancare.platform.limits;

import bd.cleancare.platform.settings.LimitSettings;
import javax.sql.DataSource;

/** Limits that count, for tests of one limit inside the shared application, where they are off. */
public final class LimitsOn {

    private LimitsOn() {
    }

    public static RateLimits in(DataSource database) {
        return new RateLimits(new LimitSettings(true), database);
    }
}
