package bd.cleancare;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModuleTest {

    @Test
    void modulesKeepTheirBoundaries() {
        ApplicationModules.of(CleanCare.class).verify();
    }
}
