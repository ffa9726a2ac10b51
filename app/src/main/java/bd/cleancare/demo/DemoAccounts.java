package bd.cleancare.demo;

import bd.cleancare.authentication.Passwords;
import bd.cleancare.shared.Ids;
import bd.cleancare.shared.Role;
import bd.cleancare.shared.Viewer;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/** The accounts to try, one of each role, and the demo's other citizens. Prod refuses to start where one of these exists. */
@Component
@Profile("demo")
class DemoAccounts {

    static final String PASSWORD = "CleanCare-2026";

    /** @param phone canonical; {@code 01700000001} to log in with */
    record DemoAccount(String phone, String name, Role role, String ward) {
    }

    private record Person(String name, String phone) {
    }

    static final DemoAccount SUPER_ADMIN = new DemoAccount("+8801700000001", "সুপার অ্যাডমিন (ডেমো)", Role.SUPER_ADMIN, null);
    static final DemoAccount ADMIN = new DemoAccount("+8801700000002", "ওয়ার্ড অ্যাডমিন (ডেমো)", Role.ADMIN, null);
    static final DemoAccount PROVIDER = new DemoAccount("+8801700000003", "পরিচ্ছন্নতা দল (ডেমো)", Role.SERVICE_PROVIDER, null);
    static final DemoAccount CITIZEN = new DemoAccount("+8801700000004", "নাগরিক (ডেমো)", Role.CITIZEN, "6");

    static final List<DemoAccount> TO_TRY = List.of(SUPER_ADMIN, ADMIN, PROVIDER, CITIZEN);

    private final JdbcClient db;
    private final Passwords passwords;
    private final DemoFiles files;

    DemoAccounts(JdbcClient db, Passwords passwords, DemoFiles files) {
        this.db = db;
        this.passwords = passwords;
        this.files = files;
    }

    void create() {
        if (db.sql("SELECT count(*) FROM users WHERE phone = ?").param(SUPER_ADMIN.phone()).query(Long.class).single() > 0) {
            return;
        }
        String hash = passwords.hash(PASSWORD);
        citizens().forEach(account -> insert(account, hash));
        TO_TRY.reversed().forEach(account -> insert(account, hash));
    }

    /** The reporters of the demo's complaints, besides {@link #CITIZEN}. */
    List<DemoAccount> citizens() {
        return files.json("people.json", new TypeReference<List<Person>>() {
        }).stream().map(person -> new DemoAccount(person.phone(), person.name(), Role.CITIZEN, null)).toList();
    }

    Viewer viewer(DemoAccount account) {
        UUID id = db.sql("SELECT id FROM users WHERE phone = ?").param(account.phone()).query(UUID.class).single();
        return new Viewer(id, account.role(), Set.of(), Ids.next());
    }

    private void insert(DemoAccount account, String hash) {
        db.sql("""
                INSERT INTO users (id, phone, name, password_hash, role, ward_number, is_verified) VALUES (?, ?, ?, ?, ?, ?, true)
                ON CONFLICT DO NOTHING""")
                .param(Ids.next()).param(account.phone()).param(account.name()).param(hash).param(account.role().word()).param(account.ward())
                .update();
    }
}
