package bd.cleancare.platform.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every store keeps to. */
abstract class BlobStoreContract {

    private static final byte[] CONTENT = "0123456789".getBytes(StandardCharsets.US_ASCII);

    abstract BlobStore store();

    @Test
    void whatWasPutComesBackByteForByte() throws IOException {
        var content = new byte[700_001];
        new Random(1).nextBytes(content);
        String key = newKey();
        store().put(key, content, "image/jpeg");

        var blob = store().open(key).orElseThrow();
        assertThat(blob.length()).isEqualTo(content.length);
        assertThat(read(blob)).isEqualTo(content);
        assertThat(store().exists(key)).isTrue();
    }

    @Test
    void aRangeComesBackAlone() throws IOException {
        String key = newKey();
        store().put(key, CONTENT, "text/plain");

        var part = store().open(key, new BlobStore.Range(3, 6)).orElseThrow();
        assertThat(part.length()).isEqualTo(4);
        assertThat(read(part)).asString().isEqualTo("3456");
        assertThat(read(store().open(key, new BlobStore.Range(9, 9)).orElseThrow())).asString().isEqualTo("9");
    }

    @Test
    void whatIsNotThereIsEmptyAndNoError() {
        String key = newKey();
        assertThat(store().open(key)).isEmpty();
        assertThat(store().open(key, new BlobStore.Range(0, 1))).isEmpty();
        assertThat(store().exists(key)).isFalse();
    }

    @Test
    void deletingMayBeRepeated() {
        String key = newKey();
        store().put(key, CONTENT, "text/plain");
        store().delete(key);
        store().delete(key);
        assertThat(store().exists(key)).isFalse();
    }

    @Test
    void puttingAgainReplacesTheWhole() throws IOException {
        String key = newKey();
        store().put(key, CONTENT, "text/plain");
        store().put(key, new byte[] {'x'}, "text/plain");
        assertThat(read(store().open(key).orElseThrow())).asString().isEqualTo("x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../a", "a/../../b", "/etc/passwd", "a//b", ".unfinished/a", "a/.b", "", "A", "a b", "a\\b", "a\0b", "a/", "ছবি"})
    void keysThatCouldClimbOutAreRefused(String key) {
        assertThatThrownBy(() -> store().put(key, CONTENT, "text/plain")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store().open(key)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store().delete(key)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store().exists(key)).isInstanceOf(IllegalArgumentException.class);
    }

    private static String newKey() {
        return "photos/ab/" + UUID.randomUUID() + ".jpg";
    }

    private static byte[] read(BlobStore.Blob blob) throws IOException {
        try (var content = blob.content()) {
            return content.readAllBytes();
        }
    }
}
