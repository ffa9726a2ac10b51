package bd.cleancare.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Accounts and complaints through {@code /api/}, and the console's queue: the main job. Reading at every number of rows, writing at the first. */
final class ApiBenchmark {

    private static final String CITIZEN = "+8801911111111";

    private final Options options;
    private final Report report;

    private ApiBenchmark(Options options, Report report) {
        this.options = options;
        this.report = report;
    }

    static void run(Options options, Report report) throws Exception {
        var benchmark = new ApiBenchmark(options, report);
        for (int rows : options.rows()) {
            benchmark.run(rows, rows == options.rows().getFirst());
        }
    }

    private void run(int rows, boolean everything) throws Exception {
        try (var stage = new Stage("api-" + rows)) {
            started(rows, "a new", stage.startApplication());
            stage.fill("fill-complaints.sql", rows);
            started(rows, "a warm", stage.startApplication());
            var scenarios = scenarios(stage, rows);
            measure(stage, scenarios.reading(), rows);
            if (everything) {
                measure(stage, scenarios.all(photo()), rows);
            }
        }
    }

    private void started(int rows, String database, Duration firstAnswer) {
        report.say("%,d complaints: first answer %.1f s after start on %s database".formatted(rows, firstAnswer.toMillis() / 1000.0, database));
    }

    private void measure(Stage stage, List<Scenario> scenarios, int rows) throws IOException, InterruptedException {
        for (Scenario scenario : scenarios) {
            report.add(stage.measure(scenario, options, rows));
        }
    }

    private static Scenarios scenarios(Stage stage, int rows) throws Exception {
        var api = new Api(stage.port());
        String citizen = api.register(CITIZEN);
        AdminSession admin = AdminSession.of(stage);
        return new Scenarios(api, CITIZEN, citizen, admin.token(), admin.cookie(), rows);
    }

    private static byte[] photo() throws IOException {
        return Files.readAllBytes(Path.of("docs/walkthrough.jpg"));
    }
}
