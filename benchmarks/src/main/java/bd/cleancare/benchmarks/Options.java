package bd.cleancare.benchmarks;

import java.time.Duration;
import java.util.List;

/**
 * @param seconds how long each scenario is measured
 * @param connections how many requests are under way at once
 * @param rows how many complaints (or what else the group fills) there are; the group is run once for each number
 */
record Options(Duration seconds, int connections, List<Integer> rows) {

    /** Seconds, connections, rows …: what is not said is taken from the right. */
    static Options parse(List<String> args) {
        List<Integer> numbers = args.stream().map(Integer::valueOf).toList();
        return new Options(Duration.ofSeconds(numbers.isEmpty() ? 10 : numbers.getFirst()),
                numbers.size() < 2 ? 32 : numbers.get(1),
                numbers.size() < 3 ? List.of(10_000) : numbers.subList(2, numbers.size()));
    }
}
