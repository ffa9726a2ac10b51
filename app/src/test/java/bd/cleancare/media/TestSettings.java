package bd.cleancare.media;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.convert.ApplicationConversionService;
import java.util.Map;

final class TestSettings {

    private TestSettings() {
    }

    /** The defaults as an installation has them, with some of them changed. */
    static MediaSettings with(Map<String, String> changes) {
        var changed = new MapConfigurationPropertySource();
        changes.forEach((name, value) -> changed.put("cleancare.media." + name, value));
        return new Binder(java.util.List.of(changed), null, ApplicationConversionService.getSharedInstance(), null)
                .bindOrCreate("cleancare.media", MediaSettings.class);
    }
}
