package bd.cleancare.dashboard.web;

import bd.cleancare.wards.Ward;
import bd.cleancare.wards.Wards;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The map of the wards as SVG paths, drawn once for each map: small enough for a phone, and without a script or a tile. */
@Component
public class WardDrawing {

    /** @param path the {@code d} of an SVG path; {@code x} and {@code y} are where its number stands */
    public record Shape(String ward, String path, long x, long y) {
    }

    /** @param height of the drawing, whose width is {@value #WIDTH} */
    public record Drawing(int height, List<Shape> shapes) {
    }

    private record Built(long version, Drawing drawing) {
    }

    /** Rings of longitude and latitude. */
    private record Area(String ward, List<List<double[]>> rings) {
    }

    static final int WIDTH = 600;
    private static final int MARGIN = 6;

    private final Wards wards;
    private volatile Built built = new Built(Long.MIN_VALUE, new Drawing(0, List.of()));

    WardDrawing(Wards wards) {
        this.wards = wards;
    }

    Drawing now() {
        Built now = built;
        long version = wards.version();
        if (now.version() != version) {
            now = new Built(version, draw(wards.all().stream().map(this::area).toList()));
            built = now;
        }
        return now.drawing();
    }

    private Area area(Ward ward) {
        var rings = new ArrayList<List<double[]>>();
        wards.geometry(ward.number()).ifPresent(json -> collect(JsonMapper.shared().readTree(json).path("coordinates"), rings));
        return new Area(ward.number(), rings);
    }

    /** Polygons and multi-polygons alike: a ring is a list whose first member is a point. */
    private static void collect(JsonNode node, List<List<double[]>> rings) {
        if (node.path(0).path(0).isNumber()) {
            rings.add(node.valueStream().map(point -> new double[] {point.path(0).asDouble(), point.path(1).asDouble()}).toList());
        } else {
            node.forEach(child -> collect(child, rings));
        }
    }

    private static Drawing draw(List<Area> areas) {
        var points = areas.stream().flatMap(area -> area.rings().stream()).flatMap(List::stream).toList();
        if (points.isEmpty()) {
            return new Drawing(0, List.of());
        }
        double west = points.stream().mapToDouble(point -> point[0]).min().orElseThrow();
        double east = points.stream().mapToDouble(point -> point[0]).max().orElseThrow();
        double south = points.stream().mapToDouble(point -> point[1]).min().orElseThrow();
        double north = points.stream().mapToDouble(point -> point[1]).max().orElseThrow();
        // A degree of longitude is shorter than one of latitude away from the equator.
        double narrow = Math.cos(Math.toRadians((south + north) / 2));
        double scale = (WIDTH - 2 * MARGIN) / Math.max((east - west) * narrow, 1e-9);
        var shapes = areas.stream().filter(area -> !area.rings().isEmpty())
                .map(area -> shape(area, point -> new long[] {MARGIN + Math.round((point[0] - west) * narrow * scale), MARGIN + Math.round((north - point[1]) * scale)})).toList();
        return new Drawing((int) Math.ceil((north - south) * scale) + 2 * MARGIN, shapes);
    }

    private interface Projection {
        long[] of(double[] point);
    }

    private static Shape shape(Area area, Projection projection) {
        var path = new StringBuilder();
        List<double[]> largest = area.rings().stream().max((a, b) -> Double.compare(Math.abs(doubleArea(a)), Math.abs(doubleArea(b)))).orElseThrow();
        for (List<double[]> ring : area.rings()) {
            append(path, ring, projection);
        }
        long[] middle = projection.of(centre(largest));
        return new Shape(area.ward(), path.toString(), middle[0], middle[1]);
    }

    /** What falls on the same point of the drawing is left out. */
    private static void append(StringBuilder path, List<double[]> ring, Projection projection) {
        long[] last = null;
        for (double[] point : ring) {
            long[] at = projection.of(point);
            if (last == null || at[0] != last[0] || at[1] != last[1]) {
                path.append(last == null ? 'M' : 'L').append(at[0]).append(' ').append(at[1]);
                last = at;
            }
        }
        path.append('Z');
    }

    private static double doubleArea(List<double[]> ring) {
        double sum = 0;
        for (int i = 0; i + 1 < ring.size(); i++) {
            sum += ring.get(i)[0] * ring.get(i + 1)[1] - ring.get(i + 1)[0] * ring.get(i)[1];
        }
        return sum;
    }

    private static double[] centre(List<double[]> ring) {
        double[] origin = ring.getFirst();
        double x = 0;
        double y = 0;
        double area = 0;
        for (int i = 0; i + 1 < ring.size(); i++) {
            double ax = ring.get(i)[0] - origin[0];
            double ay = ring.get(i)[1] - origin[1];
            double bx = ring.get(i + 1)[0] - origin[0];
            double by = ring.get(i + 1)[1] - origin[1];
            double cross = ax * by - bx * ay;
            area += cross;
            x += (ax + bx) * cross;
            y += (ay + by) * cross;
        }
        return area == 0 ? origin : new double[] {origin[0] + x / (3 * area), origin[1] + y / (3 * area)};
    }
}
