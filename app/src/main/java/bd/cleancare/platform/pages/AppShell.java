package bd.cleancare.platform.pages;

import bd.cleancare.platform.i18n.Language;
import bd.cleancare.platform.i18n.Messages;
import bd.cleancare.platform.security.Access;
import bd.cleancare.platform.settings.CitySettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What makes the site installable on a phone: the manifest, the service worker and the page shown without a connection. */
@Controller
class AppShell {

    private static final MediaType MANIFEST = MediaType.parseMediaType("application/manifest+json;charset=UTF-8");
    private static final MediaType SCRIPT = MediaType.parseMediaType("text/javascript;charset=UTF-8");

    private final Assets assets;
    private final CitySettings city;
    private final Messages messages;
    private final String worker;

    AppShell(Assets assets, CitySettings city, Messages messages) throws IOException {
        this.assets = assets;
        this.city = city;
        this.messages = messages;
        this.worker = new ClassPathResource("service-worker.js").getContentAsString(StandardCharsets.UTF_8).replace("{{assets}}", assets.base());
    }

    /** At the root, because a worker only sees pages below its own address; never kept, so that a deployment reaches every phone. */
    @Access(Access.Rule.ANYONE)
    @GetMapping("/service-worker.js")
    ResponseEntity<String> worker() {
        return ResponseEntity.ok().contentType(SCRIPT).cacheControl(CacheControl.noCache()).body(worker);
    }

    /** One address per language: browsers fetch a manifest without cookies. */
    @Access(Access.Rule.ANYONE)
    @GetMapping("/manifest-{code}.webmanifest")
    ResponseEntity<Map<String, Object>> manifest(@PathVariable String code) {
        Language language = Language.of(Locale.of(code));
        var manifest = new LinkedHashMap<String, Object>();
        manifest.put("id", "/");
        manifest.put("name", messages.get(language, "app.name") + " · " + (language == Language.BANGLA ? city.nameBn() : city.nameEn()));
        manifest.put("short_name", messages.get(language, "app.name"));
        manifest.put("description", messages.get(language, "app.description"));
        manifest.put("lang", language.code());
        manifest.put("dir", "ltr");
        manifest.put("start_url", "/");
        manifest.put("scope", "/");
        manifest.put("display", "standalone");
        manifest.put("background_color", "#FBFAF6");
        manifest.put("theme_color", "#0B6E4F");
        manifest.put("icons", List.of(icon("brand/icon-192.png", "192x192", "any"), icon("brand/icon-512.png", "512x512", "any"),
                icon("brand/icon-maskable-512.png", "512x512", "maskable")));
        manifest.put("shortcuts", List.of(Map.of("name", messages.get(language, "nav.report"), "url", "/report/")));
        return ResponseEntity.ok().contentType(MANIFEST).cacheControl(CacheControl.noCache()).body(manifest);
    }

    @Access(Access.Rule.ANYONE)
    @GetMapping("/offline/")
    Page offline(@RequestParam(name = "in", defaultValue = "bn") String code) {
        return Page.of("platform/offline").in(Language.of(Locale.of(code)));
    }

    private Map<String, Object> icon(String path, String sizes, String purpose) {
        return Map.of("src", assets.url(path), "sizes", sizes, "type", "image/png", "purpose", purpose);
    }
}
