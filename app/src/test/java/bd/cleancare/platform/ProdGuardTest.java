package bd.cleancare.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import bd.cleancare.CleanCare;
import bd.cleancare.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;

class ProdGuardTest {

    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

    @Test
    void prodNamesEverythingThatIsUnfitAtOnceAndDoesNotStart() throws Exception {
        String database = TestDatabase.freshDatabase();
        assertThat(refusal(database, "--cleancare.limits.enabled=false", "--cleancare.sms.ssl-wireless.base-url=http://127.0.0.1:1"))
                .contains("cleancare.limits.enabled", "cleancare.sms.ssl-wireless.base-url is not https", "lacks credentials")
                .doesNotContain("demo's accounts");
        try (var connection = DriverManager.getConnection(database, "postgres", ""); var statement = connection.createStatement()) {
            statement.execute("INSERT INTO users (id, phone, name) VALUES (gen_random_uuid(), '+8801700000001', 'demo')");
        }
        assertThat(refusal(database)).contains("demo's accounts").doesNotContain("limits.enabled");
    }

    @Test
    void aMissingOrShortSecretKeepsTheApplicationFromStarting() {
        assertThat(refusal(TestDatabase.freshDatabase(), "--cleancare.secrets.token-key=" + Base64.getEncoder().encodeToString(new byte[31])))
                .contains("cleancare.secrets.token-key is shorter");
        assertThat(refusal(TestDatabase.freshDatabase(), "--cleancare.secrets.code-key=")).contains("cleancare.secrets.code-key is not set");
    }

    @Test
    void prodThatIsChosenAfterTheKeysOfADemoWereLoadedDoesNotStart(@TempDir Path data) {
        var application = new SpringApplicationBuilder(CleanCare.class).initializers(context -> context.getEnvironment().setActiveProfiles("prod"));
        Throwable thrown = catchThrowable(() -> application.run("--server.port=0", "--spring.datasource.url=" + TestDatabase.freshDatabase(),
                "--spring.datasource.username=postgres", "--spring.datasource.password=", "--cleancare.data-directory=" + data, "--logging.level.root=off").close());
        assertThat(thrown).hasMessageContaining("keys of a demo");
    }

    private static String refusal(String database, String... more) {
        Throwable thrown = catchThrowable(() -> start(database, more));
        assertThat(thrown).isNotNull();
        while (thrown.getCause() != null) {
            thrown = thrown.getCause();
        }
        return thrown.getMessage();
    }

    private static void start(String database, String... more) {
        List<String> arguments = new ArrayList<>(List.of("--spring.profiles.active=prod", "--server.port=0", "--spring.datasource.url=" + database,
                "--spring.datasource.username=postgres", "--spring.datasource.password=", "--cleancare.secrets.token-key=" + KEY,
                "--cleancare.secrets.code-key=" + KEY, "--cleancare.secrets.index-key=" + KEY, "--cleancare.secrets.data-keys.1=" + KEY,
                "--logging.level.root=off"));
        arguments.removeIf(given -> List.of(more).stream().anyMatch(each -> each.startsWith(given.substring(0, given.indexOf('=') + 1))));
        arguments.addAll(List.of(more));
        try (var context = new SpringApplicationBuilder(CleanCare.class).run(arguments.toArray(String[]::new))) {
            assertThat(context.isActive()).as("prod started").isFalse();
        }
    }
}
