package bd.cleancare.platform.settings;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The database that runs inside the one command. Not used when {@code spring.datasource.url} names a server.
 *
 * @param directory where the data lives between runs
 * @param port loopback port, 0 for any free one
 * @param durable whether commits reach the disk before they are acknowledged; only tests may turn it off
 */
@ConfigurationProperties("cleancare.embedded-database")
public record EmbeddedDatabaseSettings(@DefaultValue("data/postgres") Path directory, @DefaultValue("0") int port, @DefaultValue("true") boolean durable) {
}
