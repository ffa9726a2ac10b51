package bd.cleancare.demo;

import bd.cleancare.wards.Wards;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The map of the demo's city. */
@Component
@Profile("demo")
class DemoWards {

    private final DemoFiles files;
    private final Wards wards;

    DemoWards(DemoFiles files, Wards wards) {
        this.files = files;
        this.wards = wards;
    }

    void create() {
        if (wards.all().isEmpty()) {
            wards.importMap(files.text("wards.geojson"));
        }
    }
}
