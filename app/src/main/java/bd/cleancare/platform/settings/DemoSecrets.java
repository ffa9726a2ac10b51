package bd.cleancare.platform.settings;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    static final String SOURCE = "demoSecrets";

    private static final List<String> KEYS = List.of("token-key", "code-key", "index-key", "data-keys.1");

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (!environment.acceptsProfiles(Profiles.of("demo | test"))) {
            return;
        }
        Path file = Path.of(environment.getProperty("cleancare.data-directory", "data")).resolve("demo-secrets.properties");
        environment.getPropertySources().addLast(new PropertiesPropertySource(SOURCE, KeptSecrets.in(file, DemoSecrets::make)));
    }

    private static Map<String, String> make() {
        var secrets = new HashMap<String, String>();
        var random = new SecureRandom();
        for (String key : KEYS) {
            byte[] bytes = new byte[32];
            random.nextBytes(bytes);
            secrets.put("cleancare.secrets." + key, Base64.getEncoder().encodeToString(bytes));
        }
        return secrets;
    }
}
