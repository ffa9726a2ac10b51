package bd.cleancare.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** PostgreSQL's own {@code psql} and {@code pgbench} against one server; scripts lie under {@code sql/}. */
final class PostgresCommands {

    private static final Pattern ADDRESS = Pattern.compile("//([^:/]+):(\\d+)/(\\w+)");
    private static final Pattern TPS = Pattern.compile("tps = ([0-9.]+)");

    private final List<String> server;

    PostgresCommands(String jdbcUrl) {
        Matcher address = ADDRESS.matcher(jdbcUrl);
        if (!address.find()) {
            throw new IllegalArgumentException("not an address of a PostgreSQL server");
        }
        server = List.of("-h", address.group(1), "-p", address.group(2), "-U", "postgres", address.group(3));
    }

    void run(String script, String... variables) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("psql", "-q", "-v", "ON_ERROR_STOP=1"));
        for (String variable : variables) {
            command.addAll(List.of("-v", variable));
        }
        output(command, script);
    }

    /** The limit: transactions per second of a script with prepared statements and so many connections. */
    double perSecond(String script, int connections, int rows, Duration time) throws IOException, InterruptedException {
        String output = output(new ArrayList<>(List.of("pgbench", "-n", "-M", "prepared", "-D", "rows=" + rows, "-c", String.valueOf(connections),
                "-j", "2", "-T", String.valueOf(time.toSeconds()))), script);
        Matcher tps = TPS.matcher(output);
        if (!tps.find()) {
            throw new IllegalStateException("pgbench failed on " + script + ":\n" + output);
        }
        return Double.parseDouble(tps.group(1));
    }

    private String output(List<String> command, String script) throws IOException, InterruptedException {
        Path file = Files.createTempFile("benchmark", ".sql");
        try (InputStream sql = PostgresCommands.class.getResourceAsStream("/sql/" + script)) {
            Files.write(file, sql.readAllBytes());
            command.addAll(List.of("-f", file.toString()));
            command.addAll(server);
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(command.getFirst() + " failed on " + script + ":\n" + output);
            }
            return output;
        } finally {
            Files.delete(file);
        }
    }
}
