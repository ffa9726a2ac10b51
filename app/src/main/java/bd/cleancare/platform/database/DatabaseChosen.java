package bd.cleancare.platform.database;

import bd.cleancare.platform.settings.ProdRequirement;
import java.util.List;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** A mistyped setting must not put a city's data into a database nobody looks after. */
@Component
class DatabaseChosen implements ProdRequirement {

    private final DataSourceProperties settings;

    DatabaseChosen(DataSourceProperties settings) {
        this.settings = settings;
    }

    @Override
    public List<String> violations() {
        return StringUtils.hasText(settings.getUrl()) ? List.of()
                : List.of("spring.datasource.url is not set: give the address of a PostgreSQL server, or say `embedded` for the one under cleancare.data-directory");
    }
}
