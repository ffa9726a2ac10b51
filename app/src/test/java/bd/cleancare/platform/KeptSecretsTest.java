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
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptSecretsTest {

    private static final int STARTS = 16;

    @Test
    void startsThatAllFoundNoSecretsHaveTheSameOnesAndSoHasTheNext(@TempDir Path data) throws IOException {
        var allFoundNone = new CyclicBarrier(STARTS);
        Path file = data.resolve("deep").resolve("secrets.properties");
        var seen = Together.run(STARTS, () -> KeptSecrets.in(file, () -> made(allFoundNone)));
        assertThat(seen).containsOnly(seen.getFirst());
        assertThat(KeptSecrets.in(file, () -> Map.of("key", "another"))).isEqualTo(seen.getFirst());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        try (var files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    private static Map<String, String> made(CyclicBarrier together) {
        try {
            together.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
        return Map.of("key", UUID.randomUUID().toString());
    }
}
