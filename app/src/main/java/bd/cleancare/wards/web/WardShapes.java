package bd.cleancare.wards.web;

import bd.cleancare.platform.security.Access;
import bd.cleancare.wards.Ward;
import bd.cleancare.wards.Wards;
import java.util.stream.Collectors;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import tools.jackson.databind.json.JsonMapper;

/** All wards with their areas in one GeoJSON file, for the maps on pages. */
@Controller
class WardShapes {

    private static final JsonMapper JSON = JsonMapper.shared();

    private record Built(long version, String json) {
    }

    private final Wards wards;
    private volatile Built built = new Built(Long.MIN_VALUE, "");

    WardShapes(Wards wards) {
        this.wards = wards;
    }

    @Access(Access.Rule.ANYONE)
    @GetMapping("/wards/shapes.json")
    ResponseEntity<String> shapes() {
        Built now = built;
        long version = wards.version();
        if (now.version() != version) {
            now = new Built(version, wards.all().stream().map(this::feature).collect(Collectors.joining(",", "{\"type\":\"FeatureCollection\",\"features\":[", "]}")));
            built = now;
        }
        return ResponseEntity.ok().eTag("\"shapes-" + version + "\"").cacheControl(CacheControl.noCache()).contentType(MediaType.APPLICATION_JSON).body(now.json());
    }

    private String feature(Ward ward) {
        return "{\"type\":\"Feature\",\"properties\":{\"ward_number\":" + JSON.writeValueAsString(ward.number()) + "},\"geometry\":"
                + wards.geometry(ward.number()).orElse("null") + "}";
    }
}
