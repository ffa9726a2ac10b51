package bd.cleancare.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The results as a Markdown table, each line with the limit it is held against. */
final class Report {

    /** @param limit what the same SQL does per second without the application */
    record Line(String scenario, int rows, int connections, Latencies latencies, Duration cpu, long residentMegabytes, double limit) {

        double ratio() {
            return latencies.perSecond() / limit;
        }

        String markdown() {
            return "| %s | %,d | %d | %,.0f | %.2f | %.2f | %d | %.0f | %d | %,.0f | **%.2f** |".formatted(scenario, rows, connections, latencies.perSecond(),
                    latencies.millis(0.5), latencies.millis(0.99), latencies.errors(), latencies.microsPerRequest(cpu), residentMegabytes, limit,
                    ratio());
        }
    }

    private final List<String> remarks = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private final List<String> rows = new ArrayList<>();

    void say(String remark) {
        remarks.add(remark);
        System.out.println(remark);
    }

    void add(Line line) {
        lines.add(line);
        System.out.println(line.markdown());
    }

    /** A line of a table of a group's own; the first two are its head. */
    void row(String markdown) {
        rows.add(markdown);
        System.out.println(markdown);
    }

    void print() {
        System.out.println();
        if (!lines.isEmpty()) {
            printLines();
        }
        rows.forEach(System.out::println);
        remarks.forEach(remark -> System.out.println("- " + remark));
    }

    private void printLines() {
        System.out.println("| scenario | complaints | at once | requests/s | p50 ms | p99 ms | errors | app CPU µs/request | app resident MB (most) | same SQL/s | ratio |");
        System.out.println("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
        lines.forEach(line -> System.out.println(line.markdown()));
    }
}
