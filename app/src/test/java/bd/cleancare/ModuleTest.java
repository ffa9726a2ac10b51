package bd.cleancare;

import com.tngtech.archunit.core.domain.JavaClass;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModuleTest {

    /** The simulators share our package prefix but are a library to us. */
    private static final String LIBRARY = "bd.cleancare.simulators..";

    @Test
    void modulesKeepTheirBoundaries() {
        ApplicationModules.of(CleanCare.class, JavaClass.Predicates.resideInAPackage(LIBRARY)).verify();
    }
}
