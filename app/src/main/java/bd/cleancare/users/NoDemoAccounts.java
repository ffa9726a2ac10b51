package bd.cleancare.users;

import bd.cleancare.platform.settings.ProdRequirement;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The demo's accounts have a password everybody knows. */
@Component
class NoDemoAccounts implements ProdRequirement {

    private static final List<String> PHONES = List.of("+8801700000001", "+8801700000002", "+8801700000003", "+8801700000004");

    private final JdbcClient db;

    NoDemoAccounts(JdbcClient db) {
        this.db = db;
    }

    @Override
    public List<String> violations() {
        boolean present = db.sql("SELECT EXISTS (SELECT 1 FROM users WHERE phone IN (:phones))").param("phones", PHONES).query(Boolean.class).single();
        return present ? List.of("the database holds the demo's accounts: begin with an empty one") : List.of();
    }
}
