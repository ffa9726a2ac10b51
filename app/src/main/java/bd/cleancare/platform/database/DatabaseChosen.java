package bd.cleancare.platform.database;

import bd.cleancare.platform.settings.ProdRequirement;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** A mistyped setting must not put a city's data into a database nobody looks after, nor into one whose locale takes Bangla letters for punctuation. */
@Component
class DatabaseChosen implements ProdRequirement {

    private final DataSourceProperties settings;
    private final JdbcClient db;

    DatabaseChosen(DataSourceProperties settings, JdbcClient db) {
        this.settings = settings;
        this.db = db;
    }

    @Override
    public List<String> violations() {
        var violations = new ArrayList<String>();
        if (!StringUtils.hasText(settings.getUrl())) {
            violations.add("spring.datasource.url is not set: give the address of a PostgreSQL server, or say `embedded` for the one under cleancare.data-directory");
        }
        if (!db.sql("SELECT cardinality(show_trgm('ড্রেন')) > 0").query(Boolean.class).single()) {
            violations.add("the locale of the database knows no Bangla letters, so searches would not find them: make it as docs/installing.md says");
        }
        return violations;
    }
}
