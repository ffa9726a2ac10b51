package bd.cleancare.benchmarks;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * Measures the application against the database it stands on, one group of scenarios at a time. Arguments: the group, then what
 * {@link Options} reads. A new group is a class with such a {@code run} method and a line in {@link #GROUPS}.
 */
final class Benchmarks {

    interface Group {
        void run(Options options, Report report) throws Exception;
    }

    private static final Map<String, Group> GROUPS = new TreeMap<>(Map.of(
            "api", ApiBenchmark::run,
            "chat", ChatBenchmark::run,
            "console", ConsoleBenchmark::run,
            "dashboard", DashboardBenchmark::run,
            "payments", PaymentsBenchmark::run));

    private Benchmarks() {
    }

    public static void main(String[] args) throws Exception {
        Group group = args.length == 0 ? null : GROUPS.get(args[0]);
        if (group == null) {
            System.err.println("Say which group to measure: " + String.join(", ", GROUPS.keySet()));
            System.exit(2);
        }
        var report = new Report();
        group.run(Options.parse(Arrays.asList(args).subList(1, args.length)), report);
        report.print();
    }
}
