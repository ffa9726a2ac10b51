package bd.cleancare.platform;

import static org.assertj.core.api.Assertions.assertThat;

import bd.cleancare.platform.settings.KeptSecrets;
import bd.cleancare.testing.Together;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptSecretsTest {

    @Test
    void startsAtTheSameMomentHaveTheSameSecretsAndSoHasTheNext(@TempDir Path data) throws IOException {
        Path file = data.resolve("deep").resolve("secrets.properties");
        var seen = Together.run(16, () -> KeptSecrets.in(file, KeptSecretsTest::made));
        assertThat(seen).containsOnly(seen.getFirst());
        assertThat(KeptSecrets.in(file, () -> Map.of("key", "another"))).isEqualTo(seen.getFirst());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        try (var files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    private static Map<String, String> made() {
        return Map.of("key", UUID.randomUUID().toString());
    }
}
