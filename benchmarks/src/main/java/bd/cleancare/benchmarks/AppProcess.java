package bd.cleancare.benchmarks;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The application as an installation runs it: {@code bin/start}, in a process of its own. */
final class AppProcess implements AutoCloseable {

    private final Process process;
    private final int port;
    private final Duration untilFirstAnswer;

    AppProcess(String jdbcUrl, int port, Path dataDirectory, String... settings) throws IOException, InterruptedException {
        this.port = port;
        var command = new ArrayList<>(List.of("bin/start", "--server.port=" + port, "--spring.datasource.url=" + jdbcUrl,
                "--spring.datasource.username=postgres", "--cleancare.limits.enabled=false", "--cleancare.demo.city=false", "--cleancare.gateways.simulated=false",
                "--cleancare.data-directory=" + dataDirectory, "--logging.level.root=warn"));
        command.addAll(List.of(settings));
        long start = System.nanoTime();
        process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(new File("target/benchmark-app.log")).start();
        untilFirstAnswer = awaitFirstAnswer(start);
    }

    int port() {
        return port;
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    Duration untilFirstAnswer() {
        return untilFirstAnswer;
    }

    private Duration awaitFirstAnswer(long start) throws InterruptedException {
        var http = HttpClient.newHttpClient();
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/auth/me/")).build();
        while (System.nanoTime() - start < Duration.ofMinutes(3).toNanos()) {
            if (!process.isAlive()) {
                throw new IllegalStateException("the application ended; see target/benchmark-app.log");
            }
            try {
                http.send(request, BodyHandlers.discarding());
                return Duration.ofNanos(System.nanoTime() - start);
            } catch (IOException _) {
                Thread.sleep(20);
            }
        }
        throw new IllegalStateException("the application did not start within three minutes");
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }
}
