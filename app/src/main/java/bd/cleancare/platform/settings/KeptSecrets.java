package bd.cleancare.platform.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Properties;
import java.util.function.Supplier;

/** Secrets of a demo that were made by its first start and kept in a file only their owner reads. */
public final class KeptSecrets {

    private KeptSecrets() {
    }

    /** What the file holds, or what {@code make} makes and the file holds from now on: all of it or, after a crash, nothing, and the same for two starts at once. */
    public static Properties in(Path file, Supplier<Map<String, String>> make) {
        try {
            if (!Files.exists(file)) {
                keep(file, make.get());
            }
            var secrets = new Properties();
            try (var in = Files.newBufferedReader(file)) {
                secrets.load(in);
            }
            return secrets;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void keep(Path file, Map<String, String> made) throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        Files.createDirectories(directory);
        Path whole = Files.createTempFile(directory, file.getFileName().toString(), ".new", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        var secrets = new Properties();
        secrets.putAll(made);
        try (var out = Files.newBufferedWriter(whole)) {
            secrets.store(out, "Secrets of this demo; losing them makes its encrypted data unreadable");
        }
        try {
            Files.createLink(file, whole);
        } catch (FileAlreadyExistsException _) {
            // Another start was quicker; what it made counts.
        } finally {
            Files.delete(whole);
        }
    }
}
