package bd.cleancare.shared;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** A place on the WGS 84 ellipsoid, in degrees with eight decimal places (about a millimetre). */
public record GeoPoint(BigDecimal latitude, BigDecimal longitude) {

    public static final int DECIMAL_PLACES = 8;

    public GeoPoint {
        latitude = latitude.setScale(DECIMAL_PLACES, RoundingMode.HALF_UP);
        longitude = longitude.setScale(DECIMAL_PLACES, RoundingMode.HALF_UP);
        if (latitude.abs().compareTo(BigDecimal.valueOf(90)) > 0 || longitude.abs().compareTo(BigDecimal.valueOf(180)) > 0) {
            throw new IllegalArgumentException("outside -90…90, -180…180");
        }
    }

    public static GeoPoint of(double latitude, double longitude) {
        return new GeoPoint(BigDecimal.valueOf(latitude), BigDecimal.valueOf(longitude));
    }
}
