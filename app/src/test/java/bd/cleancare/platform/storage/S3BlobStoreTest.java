package bd.cleancare.platform.storage;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class S3BlobStoreTest extends BlobStoreContract {

    @TempDir
    private static Path directory;

    private static S3Server server;
    private static S3BlobStore store;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        server = new S3Server(directory);
        store = new S3BlobStore(server.settings());
    }

    @AfterAll
    static void stop() {
        store.close();
        server.close();
    }

    @Override
    BlobStore store() {
        return store;
    }

    @Test
    void aWrongSecretIsAFailureAndNotAnEmptyAnswer() {
        try (var stranger = new S3BlobStore(server.settings("another-secret-key"))) {
            assertThatThrownBy(() -> stranger.open("photos/ab/x.jpg")).isInstanceOf(StorageException.class);
            assertThatThrownBy(() -> stranger.exists("photos/ab/x.jpg")).isInstanceOf(StorageException.class);
            assertThatThrownBy(() -> stranger.put("photos/ab/x.jpg", new byte[1], "image/jpeg")).isInstanceOf(StorageException.class);
        }
    }
}
