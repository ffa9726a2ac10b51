package bd.cleancare.platform;

import static org.assertj.core.api.Assertions.assertThat;

import bd.cleancare.CleanCare;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

class SettingsDocumentedTest {

    @Test
    void everySettingStandsInTheTable() throws IOException {
        String table = Files.readString(Path.of("../docs/settings.md"));

        assertThat(settings()).isNotEmpty().allSatisfy(name -> assertThat(table).contains("`" + name + "`"));
    }

    private static List<String> settings() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        List<String> names = new ArrayList<>();
        scanner.findCandidateComponents(CleanCare.class.getPackageName()).forEach(found -> {
            Class<?> type = type(found.getBeanClassName());
            collect(type.getAnnotation(ConfigurationProperties.class).value(), type, names);
        });
        return names;
    }

    private static void collect(String prefix, Class<?> type, List<String> names) {
        for (RecordComponent component : type.getRecordComponents()) {
            String name = prefix + "." + component.getName().replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(java.util.Locale.ROOT);
            boolean nested = component.getType().isRecord() && component.getType().getPackageName().startsWith("bd.cleancare");
            if (nested && !component.getType().getPackageName().equals("bd.cleancare.shared")) {
                collect(name, component.getType(), names);
            } else {
                names.add(name);
            }
        }
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
