package bd.cleancare.benchmarks;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** The mayor's figures, which must cost the same however many complaints there are: one city that grows from one number of rows to the next. */
final class DashboardBenchmark {

    private static final String MAYOR = "+8801922222222";
    private static final List<Integer> SIZES = List.of(10_000, 100_000, 1_000_000);
    private static final int A_FEW_PAGES = 64 * 1024;
    private static final Duration LONGEST_FOLD = Duration.ofMinutes(1);

    private DashboardBenchmark() {
    }

    static void run(Options options, Report report) throws Exception {
        // The default of one size is for groups that look at no growth.
        List<Integer> sizes = options.rows().size() > 1 ? options.rows() : SIZES;
        try (var stage = new Stage("dashboard")) {
            stage.startApplication();
            String mayor = new Api(stage.port()).register(MAYOR);
            stage.execute("UPDATE users SET role = 'super_admin' WHERE phone = '" + MAYOR + "'");
            Thread.sleep(5_000); // until every snapshot of the session knows the new role
            var kpi = Scenario.repeating("kpi", Requests.get("/api/dashboard/kpi/", mayor), 200, "kpi.sql");
            for (int size : sizes) {
                stage.fill("fill-dashboard.sql", size);
                awaitFold(stage);
                report.add(stage.measure(kpi, options, size));
            }
        }
    }

    /** What was filled in at once is folded within seconds and its place given back; only then is it a city's ordinary day. */
    private static void awaitFold(Stage stage) throws SQLException, InterruptedException {
        long end = System.nanoTime() + LONGEST_FOLD.toNanos();
        while (stage.count("SELECT sum(pg_relation_size(deltas)) FROM unnest(ARRAY['complaint_day_deltas', 'feedback_day_deltas', 'user_day_deltas']::regclass[]) deltas") > A_FEW_PAGES) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("the counts were not folded");
            }
            Thread.sleep(200);
        }
    }
}
