package bd.cleancare.platform.storage;

import java.io.InputStream;
import java.util.Optional;

/**
 * Files under keys such as {@code photos/3f/3fa9….jpg}: small letters, digits, {@code . _ -} and slashes, nothing that could climb out.
 * A blob is written whole or not at all and never changed. Never call it inside a database transaction.
 *
 * <p>Every method throws {@link StorageException} when the store cannot be reached or refuses.
 */
public interface BlobStore {

    /** Some or all bytes of a blob. The caller closes the stream. */
    record Blob(InputStream content, long length) {
    }

    /** The bytes {@code first} to {@code last}, both included. */
    record Range(long first, long last) {

        public Range {
            if (first < 0 || last < first) {
                throw new IllegalArgumentException(first + "-" + last);
            }
        }

        public long length() {
            return last - first + 1;
        }
    }

    /** Returns once the bytes are durable. */
    void put(String key, byte[] content, String contentType);

    Optional<Blob> open(String key);

    /** A part of a blob; the range lies within it. */
    Optional<Blob> open(String key, Range range);

    boolean exists(String key);

    /** A key that is not there is fine: deleting may be repeated. */
    void delete(String key);
}
