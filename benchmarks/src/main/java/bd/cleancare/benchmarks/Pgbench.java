package bd.cleancare.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The limit: the same SQL, sent by PostgreSQL's own load generator with prepared statements and the same concurrency. */
final class Pgbench {

    private static final Pattern TPS = Pattern.compile("tps = ([0-9.]+)");

    private final String jdbcUrl;
    private final int clients;

    Pgbench(String jdbcUrl, int clients) {
        this.jdbcUrl = jdbcUrl;
        this.clients = clients;
    }

    /** Transactions per second of one script under {@code sql/}. */
    double run(String script, Duration time) throws IOException, InterruptedException {
        Path file = Files.createTempFile("benchmark", ".sql");
        try (InputStream sql = Pgbench.class.getResourceAsStream("/sql/" + script)) {
            Files.write(file, sql.readAllBytes());
        }
        Matcher address = Pattern.compile("//([^:/]+):(\\d+)/(\\w+)").matcher(jdbcUrl);
        if (!address.find()) {
            throw new IllegalArgumentException("not an address of a PostgreSQL server");
        }
        var command = List.of("pgbench", "-n", "-M", "prepared", "-f", file.toString(), "-c", String.valueOf(clients), "-j", "2",
                "-T", String.valueOf(time.toSeconds()), "-h", address.group(1), "-p", address.group(2), "-U", "postgres", address.group(3));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        Files.delete(file);
        Matcher tps = TPS.matcher(output);
        if (!tps.find()) {
            throw new IllegalStateException("pgbench failed on " + script + ":\n" + output);
        }
        return Double.parseDouble(tps.group(1));
    }
}
