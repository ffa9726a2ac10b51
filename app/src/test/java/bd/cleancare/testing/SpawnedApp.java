package bd.cleancare.testing;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The application in a process of its own, so that a test can take the process away from under it. */
public final class SpawnedApp implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(2);

    private final Process process;
    private final Api api;

    private SpawnedApp(Process process, Api api) {
        this.process = process;
        this.api = api;
    }

    /** Starts with the test profile on a database that outlives it, and waits until it answers. */
    public static SpawnedApp start(String jdbcUrl, Path dataDirectory, String... arguments) throws IOException, InterruptedException {
        int port = freePort();
        Process process = new ProcessBuilder(command(jdbcUrl, dataDirectory, port, arguments)).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(Path.of("target/spawned-app.log").toFile())).start();
        var app = new SpawnedApp(process, Api.at(port));
        app.awaitAnswer();
        return app;
    }

    /** Runs one of its commands to the end and answers what it said; the exit code must be 0. */
    public static String run(String jdbcUrl, Path dataDirectory, String... arguments) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command(jdbcUrl, dataDirectory, 0, arguments)).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("The command failed: " + said);
        }
        return said;
    }

    private static List<String> command(String jdbcUrl, Path dataDirectory, int port, String... arguments) {
        var command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElseThrow(), "-XX:+UseSerialGC", "-Xmx256m",
                "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "bd.cleancare.CleanCare", "--spring.profiles.active=test", "--server.port=" + port,
                "--spring.datasource.url=" + jdbcUrl, "--spring.datasource.username=postgres", "--cleancare.data-directory=" + dataDirectory));
        command.addAll(List.of(arguments));
        return command;
    }

    public Api api() {
        return api;
    }

    /** Somebody new, confirmed by the code in the simulated SMS; their access token. */
    public String register(String phone, String name) {
        String inbox = "/sandbox/sms/?phone=%2B88" + phone;
        api.post("/api/auth/register/", Map.of("phone", phone, "name", name, "password", "purple-rickshaw-77"));
        Await.until(() -> !api.get(inbox).body().isEmpty(), Duration.ofSeconds(20));
        String code = api.get(inbox).body().path(0).path("code").asString();
        return api.post("/api/auth/verify-otp/", Map.of("phone", phone, "otp_code", code)).body().path("access_token").asString();
    }

    /** SIGKILL: nothing of the application runs after this. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }

    private void awaitAnswer() throws InterruptedException {
        long end = System.nanoTime() + START.toNanos();
        while (System.nanoTime() < end) {
            if (!process.isAlive()) {
                throw new IllegalStateException("The application ended; see target/spawned-app.log");
            }
            try {
                if (api.get("/actuator/health").status() < 500) {
                    return;
                }
            } catch (RuntimeException _) {
                // not listening yet
            }
            Thread.sleep(100);
        }
        kill();
        throw new IllegalStateException("The application did not answer within " + START);
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
