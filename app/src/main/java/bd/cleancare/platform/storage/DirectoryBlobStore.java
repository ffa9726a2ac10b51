package bd.cleancare.platform.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Blobs as files below one directory. A file appears under its name only when all of it is on the disk. */
class DirectoryBlobStore implements BlobStore {

    private final Path root;
    private final Path unfinished;

    DirectoryBlobStore(Path directory) {
        root = directory.toAbsolutePath().normalize();
        // Keys cannot start with a dot, so nothing stored is ever in here.
        unfinished = root.resolve(".unfinished");
        try {
            Files.createDirectories(unfinished);
            dropLeftovers();
        } catch (IOException e) {
            throw new StorageException("The directory " + root + " cannot be written", e);
        }
    }

    @Override
    public void put(String key, byte[] content, String contentType) {
        Path target = file(key);
        Path temporary = unfinished.resolve(UUID.randomUUID().toString());
        try {
            write(temporary, content);
            Files.createDirectories(target.getParent());
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
            flushDirectory(target.getParent());
        } catch (IOException e) {
            throw new StorageException("Writing a file failed", e);
        }
    }

    @Override
    public Optional<Blob> open(String key) {
        return open(key, 0, Long.MAX_VALUE);
    }

    @Override
    public Optional<Blob> open(String key, Range range) {
        return open(key, range.first(), range.length());
    }

    private Optional<Blob> open(String key, long offset, long longest) {
        try {
            FileChannel channel = FileChannel.open(file(key), StandardOpenOption.READ);
            long length = Math.min(longest, channel.size() - offset);
            return Optional.of(new Blob(new Part(Channels.newInputStream(channel.position(offset)), length), length));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException e) {
            throw new StorageException("Reading a file failed", e);
        }
    }

    @Override
    public boolean exists(String key) {
        return Files.isRegularFile(file(key));
    }

    @Override
    public void delete(String key) {
        try {
            Files.deleteIfExists(file(key));
        } catch (IOException e) {
            throw new StorageException("Deleting a file failed", e);
        }
    }

    private Path file(String key) {
        Path file = root.resolve(BlobKey.require(key)).normalize();
        if (!file.startsWith(root)) {
            throw new IllegalArgumentException("not a key of a blob");
        }
        return file;
    }

    private static void write(Path file, byte[] content) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            var bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    /** A rename survives a power cut only once the directory itself is flushed. */
    private static void flushDirectory(Path directory) throws IOException {
        try (var channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** What a killed process was writing; young files may belong to another process that shares the directory. */
    private void dropLeftovers() throws IOException {
        Instant old = Instant.now().minus(Duration.ofHours(1));
        try (var files = Files.newDirectoryStream(unfinished, file -> Files.getLastModifiedTime(file).toInstant().isBefore(old))) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** The first so many bytes of a stream. */
    private static final class Part extends InputStream {

        private final InputStream whole;
        private long left;

        Part(InputStream whole, long length) {
            this.whole = whole;
            this.left = length;
        }

        @Override
        public int read() throws IOException {
            int read = left > 0 ? whole.read() : -1;
            left -= read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (left <= 0) {
                return -1;
            }
            int read = whole.read(buffer, offset, (int) Math.min(length, left));
            left -= Math.max(read, 0);
            return read;
        }

        @Override
        public void close() throws IOException {
            whole.close();
        }
    }
}
