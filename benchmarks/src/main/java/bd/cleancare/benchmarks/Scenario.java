package bd.cleancare.benchmarks;

import java.time.Duration;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * What people do, as requests, beside the SQL script that does the same to the database alone.
 *
 * @param requests what connection n sends
 * @param expected the status that counts as success
 * @param sql a script under {@code sql/}
 * @param heavy the application computes for it: few requests at once and a longer time, else most only wait for a worker and few are counted
 */
record Scenario(String name, IntFunction<Supplier<byte[]>> requests, int expected, String sql, boolean heavy) {

    private static final int HEAVY_CONNECTIONS = 4;

    Scenario(String name, IntFunction<Supplier<byte[]>> requests, int expected, String sql) {
        this(name, requests, expected, sql, false);
    }

    /** Every connection sends the same request again and again. */
    static Scenario repeating(String name, byte[] request, int expected, String sql) {
        return new Scenario(name, _ -> () -> request, expected, sql);
    }

    Scenario asHeavy() {
        return new Scenario(name, requests, expected, sql, true);
    }

    int connections(Options options) {
        return heavy ? Math.min(HEAVY_CONNECTIONS, options.connections()) : options.connections();
    }

    Duration measured(Options options) {
        return heavy ? options.seconds().multipliedBy(2) : options.seconds();
    }
}
