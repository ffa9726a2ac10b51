package bd.cleancare.platform.pages;

import bd.cleancare.platform.security.Access;
import bd.cleancare.platform.web.FieldErrors;
import bd.cleancare.platform.web.Problem;
import bd.cleancare.platform.web.RequestFields;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** Every part of the design system in every state, for people and for the tests that look at it. Not there in prod. */
@Controller
@Profile("demo | test")
class Styleguide {

    private static final String STYLEGUIDE = "/styleguide/";

    @Access(Access.Rule.ANYONE)
    @GetMapping(STYLEGUIDE)
    Page styleguide() {
        return Page.of("platform/styleguide").with("form", Form.empty()).with("refused", refused()).with("choices", choices());
    }

    @Access(Access.Rule.ANYONE)
    @GetMapping(STYLEGUIDE + "console/")
    Page console() {
        return Page.of("platform/styleguide-console").with("form", Form.empty()).with("options", Map.of("a", "ক", "b", "খ"));
    }

    /** Takes the sample form, so that the way back with a sentence can be seen. */
    @Access(Access.Rule.ANYONE)
    @PostMapping(STYLEGUIDE)
    Page send(RequestFields fields) {
        fields.text("name", 20);
        if (!fields.errors().isEmpty()) {
            return Page.of("platform/styleguide").status(422).with("form", Form.of(fields)).with("refused", refused()).with("choices", choices());
        }
        return Page.redirect(STYLEGUIDE).flash("styleguide.sent", fields.typed().get("name"));
    }

    @Access(Access.Rule.ANYONE)
    @GetMapping(STYLEGUIDE + "error/{status}/")
    Page error(@PathVariable int status) {
        throw switch (status) {
            case 429 -> Problem.throttled(Duration.ofSeconds(40));
            case 409 -> Problem.detail(409, "conflict");
            case 413 -> Problem.detail(413, "request_too_large");
            case 403 -> Problem.detail(403, "forbidden");
            case 401 -> Problem.detail(401, "not_authenticated");
            case 500 -> new IllegalStateException("shown on purpose");
            case 503 -> Problem.detail(503, "unavailable");
            default -> Problem.notFound();
        };
    }

    /** The demo city's wards, and some points: enough to see a map with clusters. */
    @Access(Access.Rule.ANYONE)
    @GetMapping(STYLEGUIDE + "wards.json")
    @ResponseBody
    Resource wards() {
        return new ClassPathResource("demo/wards.geojson");
    }

    @Access(Access.Rule.ANYONE)
    @GetMapping(STYLEGUIDE + "points.json")
    @ResponseBody
    List<Map<String, Object>> points() {
        List<String> tones = List.of("info", "warn", "good");
        return IntStream.range(0, 60).mapToObj(i -> Map.<String, Object>of("latitude", 23.80 + (i * 37 % 60) / 1000.0, "longitude", 90.40 + (i * 53 % 50) / 1000.0,
                "title", "CC20261122A" + i, "url", STYLEGUIDE, "tone", tones.get(i % 3))).toList();
    }

    private static Form refused() {
        var errors = FieldErrors.of("sample-phone", "field.required").add("sample-story", "field.too_long", 500);
        return Form.empty().value("sample-phone", "").refused(errors);
    }

    private static List<Choice> choices() {
        return List.of(new Choice("clean", "পরিচ্ছন্নতা", null, "broom"), new Choice("waste", "বর্জ্য ব্যবস্থাপনা", null, "bin"),
                new Choice("water", "পানি সরবরাহ", null, "drop"), new Choice("road", "রাস্তাঘাট", null, "road"),
                new Choice("light", "বিদ্যুৎ", null, "bolt"), new Choice("other", "অন্যান্য", null, "dots"));
    }
}
