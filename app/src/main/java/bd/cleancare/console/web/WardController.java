package bd.cleancare.console.web;

import bd.cleancare.platform.pages.Page;
import bd.cleancare.platform.security.Access;
import bd.cleancare.platform.web.FieldErrors;
import bd.cleancare.platform.web.Problem;
import bd.cleancare.wards.Ward;
import bd.cleancare.wards.WardImport;
import bd.cleancare.wards.Wards;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The wards of the city: the list, the map, and a new map. */
@Controller
class WardController {

    private static final String WARDS = "/console/wards/";
    private static final int LARGEST_MAP = 20 * 1024 * 1024;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    record Feature(String type, Map<String, String> properties, JsonNode geometry) {
    }

    record Features(String type, List<Feature> features) {
    }

    private final Wards wards;

    WardController(Wards wards) {
        this.wards = wards;
    }

    @Access(Access.Rule.ADMINS)
    @GetMapping(WARDS)
    Page list() {
        return page(List.of());
    }

    private Page page(List<FieldErrors.Message> faults) {
        return Page.of("console/wards").with("wards", wards.all()).with("faults", faults);
    }

    /** The areas as maps draw them. */
    @Access(Access.Rule.STAFF)
    @GetMapping(WARDS + "map.json")
    ResponseEntity<Features> map() {
        List<Feature> features = wards.all().stream().map(this::feature).toList();
        return ResponseEntity.ok().eTag("\"wards-" + wards.version() + "\"").cacheControl(CacheControl.noCache().cachePrivate())
                .body(new Features("FeatureCollection", features));
    }

    private Feature feature(Ward ward) {
        return new Feature("Feature", Map.of("ward_number", ward.number()), wards.geometry(ward.number()).map(JSON::readTree).orElse(null));
    }

    @Access(Access.Rule.SUPER_ADMINS)
    @PostMapping(WARDS)
    Page importMap(@RequestParam(name = "file", required = false) MultipartFile file) throws IOException {
        if (file == null || file.isEmpty()) {
            return page(List.of(new FieldErrors.Message("field.required"))).status(422);
        }
        try (InputStream in = file.getInputStream()) {
            byte[] bytes = in.readNBytes(LARGEST_MAP + 1);
            if (bytes.length > LARGEST_MAP) {
                throw Problem.detail(413, "request_too_large");
            }
            return switch (wards.importMap(new String(bytes, StandardCharsets.UTF_8))) {
                case WardImport.Imported(int count) -> Page.redirect(WARDS).flash("console.wards.imported", count);
                case WardImport.Refused(List<WardImport.Fault> faults) ->
                    page(faults.stream().map(fault -> new FieldErrors.Message(fault.key(), fault.args())).toList()).status(422);
            };
        }
    }
}
