package bd.cleancare.benchmarks;

import bd.cleancare.benchmarks.Scenarios.Scenario;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/**
 * Measures the application against the database it stands on: each scenario over HTTP, then the same SQL by pgbench on the same server
 * with the same concurrency, and prints the ratio. Arguments: jar, seconds per measurement, connections, rows ….
 */
final class Benchmarks {

    private static final String PHONE = "+8801911111111";

    private final Path jar;
    private final Duration seconds;
    private final int connections;
    private final Report report = new Report();

    private Benchmarks(Path jar, Duration seconds, int connections) {
        this.jar = jar;
        this.seconds = seconds;
        this.connections = connections;
    }

    public static void main(String[] args) throws Exception {
        var benchmarks = new Benchmarks(Path.of(args[0]), Duration.ofSeconds(Long.parseLong(args[1])), Integer.parseInt(args[2]));
        for (int i = 3; i < args.length; i++) {
            benchmarks.run(Integer.parseInt(args[i]), i == 3);
        }
    }

    private void run(int rows, boolean everything) throws Exception {
        Path work = Path.of("target/benchmark-" + rows);
        try (EmbeddedPostgres postgres = postgres(work.resolve("postgres"))) {
            String jdbcUrl = postgres.getJdbcUrl("postgres", "postgres");
            try (var app = start(jdbcUrl, work)) {
                new PostgresCommands(jdbcUrl).run("fill-complaints.sql", "rows=" + rows);
                report.say("%d complaints; first answer %.1f s after start on a new database".formatted(rows, app.untilFirstAnswer().toMillis() / 1000.0));
            }
            try (var app = start(jdbcUrl, work)) {
                report.say("%d complaints; first answer %.1f s after start on a warm database".formatted(rows, app.untilFirstAnswer().toMillis() / 1000.0));
                measure(app, postgres, jdbcUrl, rows, everything);
            }
        }
        report.print();
    }

    private void measure(AppProcess app, EmbeddedPostgres postgres, String jdbcUrl, int rows, boolean everything) throws Exception {
        var api = new Api(app.port());
        String citizen = api.register(PHONE);
        String admin = api.register("+8801922222222");
        execute(postgres, "UPDATE users SET role = 'super_admin' WHERE phone = '+8801922222222'");
        Thread.sleep(5_000); // until every snapshot of the session knows the new role
        var scenarios = new Scenarios(api, PHONE, citizen, admin, rows);
        // A server runs for weeks; what the compiler takes in its first minute is not what a request costs.
        new Load(app.port(), connections).run(scenarios.reading().getFirst().requests(), 200, seconds.multipliedBy(3), Duration.ofSeconds(1));
        for (Scenario scenario : scenarios.reading()) {
            measure(scenario, app, jdbcUrl, rows);
        }
        if (everything) {
            for (Scenario scenario : scenarios.all(photo())) {
                measure(scenario, app, jdbcUrl, rows);
            }
        }
    }

    private void measure(Scenario scenario, AppProcess app, String jdbcUrl, int rows) throws Exception {
        var load = new Load(app.port(), connections);
        load.run(scenario.requests(), scenario.expected(), seconds, Duration.ofSeconds(1));
        Duration before = Processes.cpu(app.handle());
        Latencies latencies = load.run(scenario.requests(), scenario.expected(), Duration.ZERO, seconds);
        Duration cpu = Processes.cpu(app.handle()).minus(before);
        double limit = new PostgresCommands(jdbcUrl).perSecond(scenario.sql(), connections, rows, seconds);
        report.add(new Report.Line(scenario.name(), rows, latencies, cpu, Processes.residentMegabytes(app.handle()), limit));
    }

    private AppProcess start(String jdbcUrl, Path work) throws IOException, InterruptedException {
        try (var free = new ServerSocket(0)) {
            int port = free.getLocalPort();
            free.close();
            return new AppProcess(jar, jdbcUrl, port, work.resolve("data"));
        }
    }

    private static EmbeddedPostgres postgres(Path directory) throws IOException {
        Files.createDirectories(directory);
        return EmbeddedPostgres.builder().setDataDirectory(directory).setCleanDataDirectory(false)
                .setLocaleConfig("locale-provider", "builtin").setLocaleConfig("builtin-locale", "C.UTF-8")
                .setServerConfig("fsync", "on").setServerConfig("synchronous_commit", "on").setServerConfig("full_page_writes", "on")
                .setServerConfig("shared_buffers", "128MB").setServerConfig("max_connections", "200").setServerConfig("timezone", "UTC")
                .start();
    }

    private static void execute(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection(); PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        }
    }

    private static byte[] photo() throws IOException {
        return Files.readAllBytes(List.of(Path.of("docs/walkthrough.jpg"), Path.of("../docs/walkthrough.jpg")).stream()
                .filter(Files::exists).findFirst().orElseThrow());
    }
}
