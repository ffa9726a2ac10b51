package bd.cleancare.platform.database;

import bd.cleancare.platform.settings.EmbeddedDatabaseSettings;
import java.io.IOException;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.StringUtils;

/**
 * The default of the one command: where no {@code spring.datasource.url} is set, the application brings its own server. Decided at the
 * start and not by a condition, which {@code bin/package} would decide for all installations.
 */
@Configuration
class DatabaseConfig {

    /** The pool takes the server as a parameter and so closes before it. */
    @Bean
    JdbcConnectionDetails database(DataSourceProperties given, EmbeddedDatabaseSettings embedded) throws IOException, InterruptedException {
        return !StringUtils.hasText(given.getUrl()) || "embedded".equals(given.getUrl()) ? new EmbeddedDatabase(embedded) : new GivenDatabase(given);
    }

    private record GivenDatabase(DataSourceProperties given) implements JdbcConnectionDetails {

        @Override
        public String getUsername() {
            return given.determineUsername();
        }

        @Override
        public String getPassword() {
            return given.determinePassword();
        }

        @Override
        public String getJdbcUrl() {
            return given.determineUrl();
        }

        @Override
        public String getDriverClassName() {
            return given.determineDriverClassName();
        }
    }
}
