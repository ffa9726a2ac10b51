package bd.cleancare.platform.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Profiles;
import org.springframework.core.env.PropertiesPropertySource;

/**
 * The keys of a demo or a test run: made at the first start, kept beside its data and nowhere in the repository. Prod never reads them, so an
 * installation cannot go live on a demo's secrets.
 */
class DemoSecrets implements EnvironmentPostProcessor {

    private static final List<String> KEYS = List.of("token-key", "code-key", "index-key", "data-keys.1");

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (!environment.acceptsProfiles(Profiles.of("demo | test"))) {
            return;
        }
        Path file = Path.of(environment.getProperty("cleancare.data-directory", "data")).resolve("demo-secrets.properties");
        try {
            environment.getPropertySources().addLast(new PropertiesPropertySource("demoSecrets", Files.exists(file) ? read(file) : make(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties read(Path file) throws IOException {
        var secrets = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            secrets.load(in);
        }
        return secrets;
    }

    private static Properties make(Path file) throws IOException {
        var secrets = new Properties();
        var random = new SecureRandom();
        for (String key : KEYS) {
            byte[] bytes = new byte[32];
            random.nextBytes(bytes);
            secrets.setProperty("cleancare.secrets." + key, Base64.getEncoder().encodeToString(bytes));
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (var out = Files.newBufferedWriter(file)) {
            secrets.store(out, "Keys of this demo; losing them makes its encrypted data unreadable");
        }
        return secrets;
    }
}
