package bd.cleancare.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.jdbc.datasource.ConnectionProxy;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * The pool's connections behind a {@link Turnstile} of as many places, so that nobody waits in the pool itself: there a wait costs a request
 * more than its query, and with a connection for everybody the database pays for it (docs/decisions/way-of-a-request.md).
 */
final class AdmittedConnections extends DelegatingDataSource {

    private final Turnstile turnstile;

    AdmittedConnections(HikariDataSource pool) {
        super(pool);
        this.turnstile = new Turnstile(pool.getMaximumPoolSize(), Duration.ofMillis(pool.getConnectionTimeout()));
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (!turnstile.enter()) {
            throw new SQLTransientConnectionException("no connection to the database became free in time");
        }
        Connection connection = null;
        try {
            connection = super.getConnection();
        } finally {
            if (connection == null) {
                turnstile.leave();
            }
        }
        return (Connection) Proxy.newProxyInstance(AdmittedConnections.class.getClassLoader(), new Class<?>[] {ConnectionProxy.class}, new Admitted(connection));
    }

    /**
     * A connection that gives its place to the next one when it is closed, however often that is. A statement's {@code getConnection()} is the pool's
     * own: the framework finds it here as the target, and nobody else may close it, for the place would stay taken.
     */
    private final class Admitted implements InvocationHandler {

        private final Connection connection;
        private final AtomicBoolean left = new AtomicBoolean();

        private Admitted(Connection connection) {
            this.connection = connection;
        }

        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
            return switch (method.getName()) {
                case "equals" -> proxy == arguments[0];
                case "hashCode" -> System.identityHashCode(proxy);
                case "getTargetConnection" -> connection;
                case "close" -> close();
                default -> pass(method, arguments);
            };
        }

        private Object close() throws SQLException {
            try {
                connection.close();
            } finally {
                if (left.compareAndSet(false, true)) {
                    turnstile.leave();
                }
            }
            return null;
        }

        private Object pass(Method method, Object[] arguments) throws Throwable {
            try {
                return method.invoke(connection, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }
    }
}
