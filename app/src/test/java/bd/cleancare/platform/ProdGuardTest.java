package bd.cleancare.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import bd.cleancare.CleanCare;
import bd.cleancare.testing.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

class ProdGuardTest {

    private static final String[] SMS = {"--cleancare.sms.ssl-wireless.api-token=unused", "--cleancare.sms.ssl-wireless.sid=unused", "--cleancare.sms.secondary="};
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

    @ParameterizedTest
    @CsvSource({"'',is not set", "http://care.city.example,is no https", "https://care.city.example/,is no https", "care.city.example,is no https"})
    void linksLeadToAnAddressWithTls(String url, String refusal) {
        assertThat(refusal(TestDatabase.freshDatabase(), "--cleancare.web.public-url=" + url)).contains("cleancare.web.public-url " + refusal);
    }

    @Test
    void aDatabaseIsOnlyUsedWithTheKeysItWasUsedWith() {
        String database = TestDatabase.freshDatabase();
        start(database, SMS);
        String other = Base64.getEncoder().encodeToString("another key of thirty-two bytes!".getBytes(StandardCharsets.US_ASCII));
        assertThat(refusal(database, "--cleancare.secrets.index-key=" + other)).contains("cleancare.secrets.index-key is not the key").doesNotContain("data-keys", other);
        assertThat(refusal(database, "--cleancare.secrets.data-keys.1=" + other)).contains("cleancare.secrets.data-keys.1 is not the key");
        start(database, with(SMS, "--cleancare.secrets.token-key=" + other, "--cleancare.secrets.code-key=" + other, "--cleancare.secrets.data-keys.2=" + other));
        assertThat(refusal(database)).contains("cleancare.secrets.data-keys.2 is not set").doesNotContain("index-key");
    }

    @Test
    void aDatabaseWhoseLocaleKnowsNoBanglaIsRefused() {
        assertThat(refusal(TestDatabase.freshDatabase("LOCALE_PROVIDER libc LOCALE 'C' ENCODING 'UTF8'"))).contains("knows no Bangla letters");
    }

    @Test
    void whatAnOperatorCanMendIsToldWithoutATrace() {
        String wrongDatabase = TestDatabase.freshDatabase() + "_is_not_there";
        assertThat(report(wrongDatabase)).contains("APPLICATION FAILED TO START", "The database cannot be used", "spring.datasource.url").doesNotContain("\tat ");
        assertThat(report(TestDatabase.freshDatabase(), "--cleancare.limits.enabled=false")).contains("APPLICATION FAILED TO START", "- cleancare.limits.enabled is false")
                .doesNotContain("\tat ").containsOnlyOnce("limits.enabled");
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

    /** What an operator reads who starts it so. */
    private static String report(String database, String... more) {
        var console = new ByteArrayOutputStream();
        PrintStream before = System.out;
        System.setOut(new PrintStream(console, true, StandardCharsets.UTF_8));
        try {
            refusal(database, with(more, "--logging.level.root=warn"));
        } finally {
            System.setOut(before);
        }
        return console.toString(StandardCharsets.UTF_8);
    }

    private static String[] with(String[] some, String... more) {
        return Stream.concat(Stream.of(some), Stream.of(more)).toArray(String[]::new);
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
        run(database, more).close();
    }

    private static ConfigurableApplicationContext run(String database, String... more) {
        List<String> arguments = new ArrayList<>(List.of("--spring.profiles.active=prod", "--server.port=0", "--spring.datasource.url=" + database,
                "--spring.datasource.username=postgres", "--spring.datasource.password=", "--cleancare.secrets.token-key=" + KEY,
                "--cleancare.secrets.code-key=" + KEY, "--cleancare.secrets.index-key=" + KEY, "--cleancare.secrets.data-keys.1=" + KEY,
                "--cleancare.web.public-url=https://care.city.example", "--logging.level.root=off"));
        arguments.removeIf(given -> List.of(more).stream().anyMatch(each -> each.startsWith(given.substring(0, given.indexOf('=') + 1))));
        arguments.addAll(List.of(more));
        return new SpringApplicationBuilder(CleanCare.class).run(arguments.toArray(String[]::new));
    }
}
