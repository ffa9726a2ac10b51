package bd.cleancare.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** One real PostgreSQL server for the whole test run, and in it a fresh database for every application context. */
public class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final EmbeddedPostgres SERVER = start();
    private static final AtomicInteger DATABASES = new AtomicInteger();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("testDatabase", Map.of(
                "spring.datasource.url", freshDatabase(), "spring.datasource.username", "postgres", "spring.datasource.password", "")));
    }

    /** The JDBC address of a new, empty database. */
    public static String freshDatabase() {
        return freshDatabase("");
    }

    /** The same, made with {@code options} of CREATE DATABASE. */
    public static String freshDatabase(String options) {
        String name = "test_" + DATABASES.incrementAndGet();
        try (var connection = SERVER.getPostgresDatabase().getConnection(); var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name + " TEMPLATE template0 " + options);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return SERVER.getJdbcUrl("postgres", name);
    }

    /** A server of one's own that may be stopped, and started again on the same directory and port. */
    public static EmbeddedPostgres server(Path directory, int port) throws IOException {
        return builder().setDataDirectory(directory).setCleanDataDirectory(false).setPort(port).start();
    }

    private static EmbeddedPostgres start() {
        try {
            return builder().setServerConfig("max_connections", "800").start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EmbeddedPostgres.Builder builder() {
        return EmbeddedPostgres.builder()
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setServerConfig("fsync", "off")
                .setServerConfig("timezone", "UTC");
    }
}
