package bd.cleancare.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bd.cleancare.testing.TestDatabase;
import bd.cleancare.testing.Together;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** However a connection ends, its place is free again once and not twice. */
@Timeout(60)
class AdmittedConnectionsTest {

    private static final int PLACES = 3;

    private final HikariDataSource pool = new HikariDataSource();
    private AdmittedConnections database;

    @BeforeEach
    void open() {
        pool.setJdbcUrl(TestDatabase.freshDatabase());
        pool.setUsername("postgres");
        pool.setMaximumPoolSize(PLACES);
        pool.setConnectionTimeout(1_000);
        database = new AdmittedConnections(pool);
    }

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void manyMoreThanThereArePlacesAreAllServed() {
        assertThat(Together.run(300, () -> answer(database))).containsOnly(1);
        assertThat(placesFree()).isEqualTo(PLACES);
    }

    @Test
    void whoFindsNoPlaceInTimeIsToldSo() throws SQLException {
        var taken = new ArrayList<Connection>();
        for (int i = 0; i < PLACES; i++) {
            taken.add(database.getConnection());
        }
        assertThatThrownBy(database::getConnection).isInstanceOf(SQLTransientConnectionException.class).hasNoCause();
        for (Connection connection : taken) {
            connection.close();
        }
        assertThat(placesFree()).isEqualTo(PLACES);
    }

    @Test
    void closingTwiceFreesOnePlace() throws SQLException {
        Connection connection = database.getConnection();
        connection.close();
        connection.close();
        assertThat(connection.isClosed()).isTrue();
        assertThat(placesFree()).isEqualTo(PLACES);
    }

    @Test
    void aConnectionThatBreaksFreesItsPlace() throws SQLException {
        for (int i = 0; i < 2 * PLACES; i++) {
            try (Connection connection = database.getConnection(); var statement = connection.createStatement()) {
                assertThatThrownBy(() -> statement.execute("SELECT pg_terminate_backend(pg_backend_pid())")).isInstanceOf(SQLException.class);
            }
        }
        assertThat(placesFree()).isEqualTo(PLACES);
    }

    /** The framework closes a stream by the connection of its statement, and must see that it is the transaction's. */
    @Test
    void aStreamInATransactionLeavesItItsConnection() {
        var db = JdbcClient.create(database);
        new TransactionTemplate(new DataSourceTransactionManager(database)).executeWithoutResult(_ -> {
            try (var rows = db.sql("SELECT 1").query(Integer.class).stream()) {
                assertThat(rows).containsExactly(1);
            }
            assertThat(db.sql("SELECT 2").query(Integer.class).single()).isEqualTo(2);
        });
        assertThat(placesFree()).isEqualTo(PLACES);
    }

    @Test
    void whereThereIsNoDatabaseNoPlaceIsLost() {
        var away = new HikariDataSource();
        away.setJdbcUrl("jdbc:postgresql://127.0.0.1:1/nobody");
        away.setInitializationFailTimeout(-1);
        away.setMaximumPoolSize(1);
        away.setConnectionTimeout(250);
        try (away) {
            var nobody = new AdmittedConnections(away);
            for (int i = 0; i < 3; i++) {
                // Only the pool's own refusal has a cause: the place was there each time.
                assertThatThrownBy(nobody::getConnection).isInstanceOf(SQLTransientConnectionException.class).hasCauseInstanceOf(SQLException.class);
            }
        }
    }

    private int placesFree() {
        var taken = new ArrayList<Connection>();
        try {
            while (taken.size() <= PLACES) {
                taken.add(database.getConnection());
            }
        } catch (SQLException e) {
            assertThat(e.getMessage()).as("the line is before the pool, never in it").contains("became free in time");
        }
        taken.forEach(AdmittedConnectionsTest::giveBack);
        return taken.size();
    }

    private static void giveBack(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int answer(AdmittedConnections database) throws SQLException {
        try (Connection connection = database.getConnection(); var statement = connection.createStatement(); var rows = statement.executeQuery("SELECT 1")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
