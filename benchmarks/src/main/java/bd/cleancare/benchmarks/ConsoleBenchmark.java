package bd.cleancare.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The staff's queue as pages, at each number of rows: what one more zero costs. At most {@link #BOUND} times as long is what we allow
 * the first page of the list; the filters stand beside it.
 */
final class ConsoleBenchmark {

    private static final double BOUND = 2.0;
    private static final int AT_ONCE = 4;
    private static final String FIRST_PAGE = "first page";

    private static final Map<String, String> PAGES = pages();

    private final Options options;
    private final Report report;
    private final Map<String, List<Double>> medians = new LinkedHashMap<>();

    private ConsoleBenchmark(Options options, Report report) {
        this.options = options;
        this.report = report;
    }

    private static Map<String, String> pages() {
        var pages = new LinkedHashMap<String, String>();
        pages.put(FIRST_PAGE, "/console/");
        pages.put("by state and priority", "/console/?status=submitted&priority=high");
        pages.put("most urgent first", "/console/?order=urgent");
        pages.put("what nobody has", "/console/?assignee=none&order=urgent");
        pages.put("older than thirty days", "/console/?days=30");
        pages.put("a word", "/console/?q=%E0%A6%A1%E0%A7%8D%E0%A6%B0%E0%A7%87%E0%A6%A8");
        return pages;
    }

    static void run(Options options, Report report) throws Exception {
        var benchmark = new ConsoleBenchmark(options, report);
        for (int rows : options.rows()) {
            benchmark.measure(rows);
        }
        benchmark.compare();
    }

    private void measure(int rows) throws Exception {
        try (var stage = new Stage("console-" + rows)) {
            stage.startApplication();
            stage.fill("fill-complaints.sql", rows);
            stage.startApplication();
            String cookie = AdminSession.of(stage).cookie();
            stage.warmUp(Scenario.repeating(FIRST_PAGE, Requests.page("/console/", cookie), 200, "console.sql"), options);
            PAGES.forEach((name, path) -> measure(stage, rows, name, Requests.page(path, cookie)));
        }
    }

    private void measure(Stage stage, int rows, String name, byte[] request) {
        Latencies found = new Load(stage.port(), Math.min(AT_ONCE, options.connections())).run(_ -> () -> request, 200, options.seconds());
        medians.computeIfAbsent(name, _ -> new ArrayList<>()).add(found.millis(0.5));
        report.say("console, %s, %,d complaints: p50 %.2f ms, p99 %.2f ms, %,.0f/s, %d errors".formatted(name, rows, found.millis(0.5), found.millis(0.99),
                found.perSecond(), found.errors()));
    }

    private void compare() {
        if (options.rows().size() < 2) {
            return;
        }
        medians.forEach((name, millis) -> report.say("console, %s: %,d complaints take %.2f times as long as %,d".formatted(name,
                options.rows().getLast(), millis.getLast() / millis.getFirst(), options.rows().getFirst())));
        double ratio = medians.get(FIRST_PAGE).getLast() / medians.get(FIRST_PAGE).getFirst();
        report.say("console, %s: ratio %.2f, bound %.1f: %s".formatted(FIRST_PAGE, ratio, BOUND, ratio <= BOUND ? "held" : "NOT HELD"));
    }
}
