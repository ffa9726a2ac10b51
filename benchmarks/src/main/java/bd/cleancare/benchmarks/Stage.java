package bd.cleancare.benchmarks;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;

/** A PostgreSQL of its own with fsync on, the application on it, and how a scenario is measured there: over HTTP, then the same SQL by pgbench. */
final class Stage implements AutoCloseable {

    private static final Duration ROUND = Duration.ofSeconds(5);
    private static final int MOST_ROUNDS = 12;
    private static final double SETTLED = 1.02;
    private static final int COMPARISONS = 3;

    private final EmbeddedPostgres postgres;
    private final String jdbcUrl;
    private final Path directory;
    private AppProcess app;

    /** @param name of its directory under {@code target/} */
    Stage(String name) throws IOException {
        directory = Path.of("target", "benchmark-" + name);
        postgres = postgres(directory.resolve("postgres"));
        jdbcUrl = postgres.getJdbcUrl("postgres", "postgres");
    }

    /** Starts the application, or starts it again, and answers how long its first answer took. */
    Duration startApplication(String... settings) throws IOException, InterruptedException {
        stopApplication();
        try (var free = new ServerSocket(0)) {
            int port = free.getLocalPort();
            free.close();
            app = new AppProcess(jdbcUrl, port, directory.resolve("data"), settings);
        }
        return app.untilFirstAnswer();
    }

    int port() {
        return app.port();
    }

    ProcessHandle application() {
        return app.handle();
    }

    /** Runs a script under {@code sql/} with psql. */
    void fill(String script, int rows) throws IOException, InterruptedException {
        new PostgresCommands(jdbcUrl).run(script, "rows=" + rows);
    }

    void execute(String sql) throws SQLException {
        try (var connection = postgres.getPostgresDatabase().getConnection(); PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        }
    }

    long count(String sql) throws SQLException {
        try (var connection = postgres.getPostgresDatabase().getConnection(); var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /**
     * A server runs for weeks; what the compiler takes in its first minutes is not what a request costs. Rounds of five seconds until two of them
     * bring nothing new, for a minute at most.
     */
    void warmUp(Scenario scenario, Options options) {
        var load = new Load(app.port(), scenario.connections(options));
        double best = 0;
        int settled = 0;
        for (int round = 0; round < MOST_ROUNDS && settled < 2; round++) {
            double rate = load.run(scenario.requests(), scenario.expected(), ROUND).perSecond();
            settled = rate < best * SETTLED ? settled + 1 : 0;
            best = Math.max(best, rate);
        }
    }

    /** Compared three times, each side by turns, because the speed of a shared host changes by the minute: the comparison in the middle counts. */
    Report.Line measure(Scenario scenario, Options options, int rows) throws IOException, InterruptedException {
        warmUp(scenario, options);
        var lines = new ArrayList<Report.Line>();
        for (int i = 0; i < COMPARISONS; i++) {
            lines.add(compare(scenario, options, rows));
        }
        lines.sort(Comparator.comparingDouble(Report.Line::ratio));
        return lines.get(COMPARISONS / 2);
    }

    private Report.Line compare(Scenario scenario, Options options, int rows) throws IOException, InterruptedException {
        int connections = scenario.connections(options);
        var load = new Load(app.port(), connections);
        Duration before = Processes.cpu(app.handle());
        Latencies latencies = load.run(scenario.requests(), scenario.expected(), scenario.measured(options));
        Duration cpu = Processes.cpu(app.handle()).minus(before);
        double limit = new PostgresCommands(jdbcUrl).perSecond(scenario.sql(), connections, rows, options.seconds());
        return new Report.Line(scenario.name(), rows, connections, latencies, cpu, Processes.mostResidentMegabytes(app.handle()), limit);
    }

    private void stopApplication() throws InterruptedException {
        if (app != null) {
            app.close();
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        stopApplication();
        postgres.close();
    }

    private static EmbeddedPostgres postgres(Path directory) throws IOException {
        Files.createDirectories(directory);
        return EmbeddedPostgres.builder().setDataDirectory(directory).setCleanDataDirectory(false)
                .setLocaleConfig("locale-provider", "builtin").setLocaleConfig("builtin-locale", "C.UTF-8")
                .setServerConfig("fsync", "on").setServerConfig("synchronous_commit", "on").setServerConfig("full_page_writes", "on")
                .setServerConfig("shared_buffers", "128MB").setServerConfig("max_connections", "200").setServerConfig("timezone", "UTC")
                .start();
    }
}
