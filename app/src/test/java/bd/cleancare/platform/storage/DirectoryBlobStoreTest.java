package bd.cleancare.platform.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryBlobStoreTest extends BlobStoreContract {

    @TempDir
    private Path directory;

    @Override
    BlobStore store() {
        return new DirectoryBlobStore(directory);
    }

    @Test
    void whatAKilledProcessWasWritingGoesAtTheNextStartAndFreshFilesStay() throws IOException {
        store();
        Path old = Files.createFile(directory.resolve(".unfinished/old"));
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
        Path fresh = Files.createFile(directory.resolve(".unfinished/fresh"));

        store();

        assertThat(old).doesNotExist();
        assertThat(fresh).exists();
    }

    @Test
    void nothingIsLeftBesideTheFile() throws IOException {
        store().put("photos/ab/x.jpg", new byte[10], "image/jpeg");
        try (var files = Files.walk(directory)) {
            assertThat(files.filter(Files::isRegularFile)).containsExactly(directory.resolve("photos/ab/x.jpg"));
        }
    }
}
