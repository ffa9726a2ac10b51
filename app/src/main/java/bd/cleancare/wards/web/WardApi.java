package bd.cleancare.wards.web;

import bd.cleancare.platform.security.Access;
import bd.cleancare.platform.web.FieldErrors;
import bd.cleancare.platform.web.Problem;
import bd.cleancare.platform.web.Summary;
import bd.cleancare.shared.Digits;
import bd.cleancare.shared.GeoPoint;
import bd.cleancare.wards.Ward;
import bd.cleancare.wards.WardImport;
import bd.cleancare.wards.Wards;
import com.fasterxml.jackson.annotation.JsonRawValue;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api/wards")
class WardApi {

    /** A city of 129 wards drawn very finely is about 5 MB. */
    private static final int LARGEST_MAP = 20 * 1024 * 1024;

    record WardDetail(String number, String nameBn, String nameEn, String zone, @JsonRawValue String geometry) {
    }

    record WardList(int count, List<Ward> results) {
    }

    /** {@code ward} is null for a place outside every ward. */
    record WardAt(Ward ward) {
    }

    record Imported(int imported) {
    }

    private final Wards wards;

    WardApi(Wards wards) {
        this.wards = wards;
    }

    @Summary("List the wards")
    @Access(Access.Rule.ANYONE)
    @GetMapping
    ResponseEntity<WardList> list() {
        List<Ward> all = wards.all();
        return cacheable(new WardList(all.size(), all));
    }

    @Summary("Read a ward and its borders")
    @Access(Access.Rule.ANYONE)
    @GetMapping("/{number}")
    ResponseEntity<WardDetail> detail(@PathVariable String number) {
        return cacheable(wards.find(number).flatMap(ward -> wards.geometry(number)
                        .map(geometry -> new WardDetail(ward.number(), ward.nameBn(), ward.nameEn(), ward.zone(), geometry)))
                .orElseThrow(Problem::notFound));
    }

    @Summary("Find the ward of a place")
    @Access(Access.Rule.ANYONE)
    @GetMapping("/at")
    WardAt at(@RequestParam(required = false) String lat, @RequestParam(required = false) String lng) {
        var errors = new FieldErrors();
        BigDecimal latitude = degrees("lat", lat, 90, errors);
        BigDecimal longitude = degrees("lng", lng, 180, errors);
        errors.throwIfAny();
        return new WardAt(wards.at(new GeoPoint(latitude, longitude)).orElse(null));
    }

    @Summary("Import the map of the wards from GeoJSON")
    @Access(Access.Rule.SUPER_ADMINS)
    @PostMapping("/import")
    Imported importMap(@RequestParam(name = "file", required = false) MultipartFile file, HttpServletRequest request) throws IOException {
        try (InputStream in = file == null ? request.getInputStream() : file.getInputStream()) {
            byte[] bytes = in.readNBytes(LARGEST_MAP + 1);
            if (bytes.length > LARGEST_MAP) {
                throw Problem.detail(413, "request_too_large");
            }
            return switch (wards.importMap(new String(bytes, StandardCharsets.UTF_8))) {
                case WardImport.Imported(int count) -> new Imported(count);
                case WardImport.Refused(List<WardImport.Fault> faults) -> throw refused(faults);
            };
        }
    }

    private static Problem refused(List<WardImport.Fault> faults) {
        var errors = new FieldErrors();
        faults.forEach(fault -> errors.add("file", fault.key(), fault.args()));
        return Problem.fields(errors);
    }

    private static BigDecimal degrees(String field, String text, int limit, FieldErrors errors) {
        if (text == null || text.isBlank()) {
            errors.add(field, "field.required");
            return null;
        }
        try {
            var degrees = new BigDecimal(Digits.toAscii(text.strip()));
            if (degrees.abs().compareTo(BigDecimal.valueOf(limit)) <= 0) {
                return degrees;
            }
            errors.add(field, "field.out_of_range", -limit, limit);
        } catch (NumberFormatException _) {
            errors.add(field, "field.not_a_number");
        }
        return null;
    }

    private <T> ResponseEntity<T> cacheable(T body) {
        return ResponseEntity.ok().eTag("\"wards-" + wards.version() + "\"").cacheControl(CacheControl.noCache()).body(body);
    }
}
