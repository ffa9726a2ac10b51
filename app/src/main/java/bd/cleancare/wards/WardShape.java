package bd.cleancare.wards;

import org.locationtech.jts.geom.Geometry;

/** A ward with its area; {@code geoJson} is the geometry as it was imported. */
record WardShape(Ward ward, Geometry area, String geoJson) {
}
