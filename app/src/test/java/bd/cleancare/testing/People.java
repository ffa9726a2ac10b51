package bd.cleancare.testing;

import bd.cleancare.authentication.Device;
import bd.cleancare.authentication.Passwords;
import bd.cleancare.authentication.Sessions;
import bd.cleancare.shared.Ids;
import bd.cleancare.shared.PhoneNumber;
import bd.cleancare.shared.Role;
import bd.cleancare.shared.Viewer;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes accounts straight in the database, each with a phone of its own and a session. */
@TestComponent
@Lazy
public class People {

    /** @param password null: log in with the access token */
    public record Person(UUID id, PhoneNumber phone, String accessToken, Viewer viewer, String password) {
    }

    private static final AtomicInteger PHONES = new AtomicInteger(10_000_000);

    private final JdbcClient db;
    private final Sessions sessions;
    private final Passwords passwords;

    People(JdbcClient db, Sessions sessions, Passwords passwords) {
        this.db = db;
        this.sessions = sessions;
        this.passwords = passwords;
    }

    public Person citizen() {
        return make(Role.CITIZEN);
    }

    public Person serviceProvider() {
        return make(Role.SERVICE_PROVIDER);
    }

    /** Somebody who can log in by password; hashing one takes a while, so ask only where it is needed. */
    public Person citizenWithPassword(String password) {
        return withPassword(citizen(), password);
    }

    public Person withPassword(Person person, String password) {
        db.sql("UPDATE users SET password_hash = :hash WHERE id = :id").param("hash", passwords.hash(password)).param("id", person.id()).update();
        return new Person(person.id(), person.phone(), person.accessToken(), person.viewer(), password);
    }

    /** @param wards the wards the admin is limited to; none means the whole city */
    public Person admin(String... wards) {
        return make(Role.ADMIN, wards);
    }

    public Person superAdmin() {
        return make(Role.SUPER_ADMIN);
    }

    public Person named(Person person, String name) {
        db.sql("UPDATE users SET name = ? WHERE id = ?").params(name, person.id()).update();
        return person;
    }

    /** A session of pages for somebody: the value of the cookie named {@code session}. */
    public String cookieOf(Person person) {
        return sessions.openForPages(person.id(), Device.of("test browser")).cookie();
    }

    /** A number nobody has yet. */
    public static PhoneNumber newPhone() {
        return new PhoneNumber("+88013" + PHONES.incrementAndGet());
    }

    private Person make(Role role, String... wards) {
        UUID id = Ids.next();
        PhoneNumber phone = newPhone();
        db.sql("""
                INSERT INTO users (id, phone, name, role, ward_scope, is_verified)
                VALUES (:id, :phone, :name, :role, :wards, true)
                """)
                .param("id", id).param("phone", phone.canonical()).param("name", "Person " + phone.canonical().substring(10))
                .param("role", role.word()).param("wards", wards).update();
        var tokens = sessions.openForApp(id, Device.of("test app"));
        return new Person(id, phone, tokens.accessToken(), new Viewer(id, role, Set.of(wards), tokens.sessionId()), null);
    }
}
