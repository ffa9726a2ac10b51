package bd.cleancare.wards;

import bd.cleancare.shared.Text;
import bd.cleancare.wards.WardImport.Fault;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A GeoJSON FeatureCollection of wards, checked as a whole: every fault is found before anybody is told. */
final class WardFile {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * Neighbours drawn apart from each other and rounded to six decimals overlap in slivers; only more than about 500 m²
     * (in square degrees, at the latitude of Bangladesh) is a mistake worth refusing.
     */
    private static final double TOLERATED_OVERLAP = 5e-8;

    private final List<WardShape> wards = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private final Map<String, Integer> featureOf = new HashMap<>();

    static WardFile read(String text) {
        var file = new WardFile();
        file.readCollection(text);
        file.findOverlaps();
        return file;
    }

    List<WardShape> wards() {
        return wards;
    }

    List<Fault> faults() {
        return faults;
    }

    private void readCollection(String text) {
        JsonNode features;
        try {
            features = JSON.readTree(text).path("features");
        } catch (JacksonException _) {
            faults.add(new Fault("ward_import.not_json"));
            return;
        }
        if (!features.isArray() || features.isEmpty()) {
            faults.add(new Fault("ward_import.no_features"));
            return;
        }
        for (int i = 0; i < features.size(); i++) {
            readFeature(i + 1, features.get(i));
        }
    }

    private void readFeature(int position, JsonNode feature) {
        JsonNode properties = feature.path("properties");
        String number = Ward.normalisedNumber(text(properties, "ward_number", "number"));
        if (number.isEmpty() || number.length() > Ward.LONGEST_NUMBER || number.indexOf('\0') >= 0) {
            faults.add(new Fault("ward_import.no_number", position));
            return;
        }
        Integer earlier = featureOf.putIfAbsent(number, position);
        if (earlier != null) {
            faults.add(new Fault("ward_import.duplicate", position, number, earlier));
            return;
        }
        try {
            Geometry area = GeoJson.area(feature.path("geometry"));
            String nameEn = text(properties, "name_en", "name");
            String nameBn = text(properties, "name_bn", "name");
            wards.add(new WardShape(new Ward(number, nameBn.isEmpty() ? nameEn : nameBn, nameEn.isEmpty() ? nameBn : nameEn,
                    text(properties, "zone", "zone_number")), area, feature.get("geometry").toString()));
        } catch (GeoJson.Faulty faulty) {
            faults.add(new Fault(faulty.getMessage(), position, number));
        }
    }

    private static String text(JsonNode properties, String name, String otherName) {
        JsonNode value = properties.hasNonNull(name) ? properties.get(name) : properties.path(otherName);
        return value.isString() || value.isNumber() ? Text.normalise(value.asString()) : "";
    }

    private void findOverlaps() {
        var tree = new STRtree();
        wards.forEach(ward -> tree.insert(ward.area().getEnvelopeInternal(), ward));
        for (WardShape ward : wards) {
            for (Object other : tree.query(ward.area().getEnvelopeInternal())) {
                checkApart((WardShape) other, ward);
            }
        }
    }

    private void checkApart(WardShape earlier, WardShape later) {
        int position = featureOf.get(later.ward().number());
        int earlierPosition = featureOf.get(earlier.ward().number());
        if (earlierPosition < position
                && OverlayNGRobust.overlay(earlier.area(), later.area(), OverlayNG.INTERSECTION).getArea() > TOLERATED_OVERLAP) {
            faults.add(new Fault("ward_import.overlap", position, later.ward().number(), earlier.ward().number()));
        }
    }
}
