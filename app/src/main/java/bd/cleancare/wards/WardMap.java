package bd.cleancare.wards;

import bd.cleancare.shared.GeoPoint;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.index.strtree.STRtree;

/** All wards of one version of the map, in memory and never changed: a place is found without asking the database. */
final class WardMap {

    private record Indexed(WardShape shape, IndexedPointInAreaLocator locator) {
    }

    private final long version;
    private final Map<String, WardShape> byNumber = new LinkedHashMap<>();
    private final STRtree tree = new STRtree();

    WardMap(long version, List<WardShape> shapes) {
        this.version = version;
        shapes.stream().sorted((a, b) -> Ward.NUMERIC_ORDER.compare(a.ward().number(), b.ward().number())).forEach(shape -> {
            byNumber.put(shape.ward().number(), shape);
            tree.insert(shape.area().getEnvelopeInternal(), new Indexed(shape, new IndexedPointInAreaLocator(shape.area())));
        });
        tree.build();
    }

    long version() {
        return version;
    }

    List<Ward> wards() {
        return byNumber.values().stream().map(WardShape::ward).toList();
    }

    Optional<WardShape> shape(String number) {
        return Optional.ofNullable(byNumber.get(number));
    }

    /** On a border that wards share, the lowest number. */
    Optional<Ward> at(GeoPoint point) {
        var place = new Coordinate(point.longitude().doubleValue(), point.latitude().doubleValue());
        Ward lowest = null;
        for (Object candidate : tree.query(new Envelope(place))) {
            var indexed = (Indexed) candidate;
            Ward ward = indexed.shape().ward();
            if (indexed.locator().locate(place) != Location.EXTERIOR
                    && (lowest == null || Ward.NUMERIC_ORDER.compare(ward.number(), lowest.number()) < 0)) {
                lowest = ward;
            }
        }
        return Optional.ofNullable(lowest);
    }
}
