package bd.cleancare.wards;

import java.util.function.IntFunction;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.operation.valid.IsValidOp;
import tools.jackson.databind.JsonNode;

/** Reads the areas of RFC 7946; JTS brings a reader of its own, which closes no ring and names no fault. */
final class GeoJson {

    private static final GeometryFactory WGS84 = new GeometryFactory(new PrecisionModel(), 4326);

    /** Thrown with the message key of what is wrong with an area. */
    static final class Faulty extends Exception {

        private static final long serialVersionUID = 1L;

        Faulty(String key) {
            super(key, null, false, false);
        }
    }

    private GeoJson() {
    }

    static Geometry area(JsonNode geometry) throws Faulty {
        JsonNode coordinates = geometry.path("coordinates");
        Geometry area = switch (geometry.path("type").asString("")) {
            case "Polygon" -> polygon(coordinates);
            case "MultiPolygon" -> WGS84.createMultiPolygon(each(coordinates, GeoJson::polygon, Polygon[]::new));
            default -> throw new Faulty("ward_import.not_an_area");
        };
        if (area.isEmpty() || !new IsValidOp(area).isValid()) {
            throw new Faulty("ward_import.invalid_area");
        }
        return area;
    }

    private static Polygon polygon(JsonNode rings) throws Faulty {
        LinearRing[] all = each(rings, GeoJson::ring, LinearRing[]::new);
        LinearRing[] holes = new LinearRing[all.length - 1];
        System.arraycopy(all, 1, holes, 0, holes.length);
        return WGS84.createPolygon(all[0], holes);
    }

    private static LinearRing ring(JsonNode positions) throws Faulty {
        Coordinate[] points = each(positions, GeoJson::point, Coordinate[]::new);
        if (points.length < 4 || !points[0].equals2D(points[points.length - 1])) {
            throw new Faulty("ward_import.not_closed");
        }
        return WGS84.createLinearRing(points);
    }

    private static Coordinate point(JsonNode position) throws Faulty {
        if (!position.path(0).isNumber() || !position.path(1).isNumber()) {
            throw new Faulty("ward_import.not_an_area");
        }
        double longitude = position.get(0).asDouble();
        double latitude = position.get(1).asDouble();
        if (!(Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90)) {
            throw new Faulty("ward_import.outside_world");
        }
        return new Coordinate(longitude, latitude);
    }

    private interface Reader<T> {
        T read(JsonNode node) throws Faulty;
    }

    private static <T> T[] each(JsonNode list, Reader<T> reader, IntFunction<T[]> array) throws Faulty {
        if (!list.isArray() || list.isEmpty()) {
            throw new Faulty("ward_import.not_an_area");
        }
        T[] all = array.apply(list.size());
        for (int i = 0; i < all.length; i++) {
            all[i] = reader.read(list.get(i));
        }
        return all;
    }
}
