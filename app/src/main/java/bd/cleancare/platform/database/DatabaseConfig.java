package bd.cleancare.platform.database;

import bd.cleancare.platform.settings.EmbeddedDatabaseSettings;
import java.io.IOException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The default of the one command: where no {@code spring.datasource.url} is set, the application brings its own server. */
@Configuration
@ConditionalOnProperty(name = "spring.datasource.url", havingValue = "embedded", matchIfMissing = true)
class DatabaseConfig {

    @Bean(destroyMethod = "close")
    EmbeddedDatabase embeddedDatabase(EmbeddedDatabaseSettings settings) throws IOException, InterruptedException {
        return new EmbeddedDatabase(settings);
    }

    /** Takes the server as a parameter so that the pool closes before it. */
    @Bean
    JdbcConnectionDetails embeddedConnection(EmbeddedDatabase database) {
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return "postgres";
            }

            @Override
            public String getPassword() {
                return "";
            }

            @Override
            public String getJdbcUrl() {
                return database.jdbcUrl();
            }
        };
    }
}
