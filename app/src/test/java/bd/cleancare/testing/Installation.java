package bd.cleancare.testing;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged application, run by its scripts with nothing but an environment, as an operator runs it. */
public final class Installation implements AutoCloseable {

    private static final Path PACKAGE = Path.of("target", "installation").toAbsolutePath();
    private static final Duration LONGEST = Duration.ofMinutes(5);

    /** What a script said on both its outputs. */
    public record Ended(int exitCode, String output) { }

    private final Process process;
    private final Path log;
    private final Api api;

    private Installation(Process process, Path log, Api api) {
        this.process = process;
        this.log = log;
        this.api = api;
    }

    /** The environment of a city that is fit for prod: keys of its own, a database server, an SMS gateway. */
    public static Map<String, String> settings(String jdbcUrl, Path dataDirectory) {
        return Map.ofEntries(Map.entry("SPRING_PROFILES_ACTIVE", "prod"), Map.entry("SPRING_DATASOURCE_URL", jdbcUrl), Map.entry("SPRING_DATASOURCE_USERNAME", "postgres"),
                Map.entry("CLEANCARE_DATADIRECTORY", dataDirectory.toString()), Map.entry("CLEANCARE_SMS_SECONDARY", ""), Map.entry("CLEANCARE_WEB_PUBLICURL", "https://care.city.example"),
                Map.entry("CLEANCARE_SMS_SSLWIRELESS_APITOKEN", "unused"), Map.entry("CLEANCARE_SMS_SSLWIRELESS_SID", "unused"),
                Map.entry("CLEANCARE_SECRETS_TOKENKEY", key(1)), Map.entry("CLEANCARE_SECRETS_CODEKEY", key(2)), Map.entry("CLEANCARE_SECRETS_INDEXKEY", key(3)),
                Map.entry("CLEANCARE_SECRETS_DATAKEYS_1", key(4)));
    }

    /** The same with one setting otherwise. */
    public static Map<String, String> with(Map<String, String> settings, String name, String value) {
        var changed = new HashMap<>(settings);
        changed.put(name, value);
        return changed;
    }

    /** Runs a script of {@code bin/} to its end. */
    public static Ended run(String input, Map<String, String> settings, String... command) throws IOException, InterruptedException {
        Process process = builder(settings, List.of(command)).start();
        try (var in = process.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException(command[0] + " does not end: " + output);
        }
        return new Ended(process.exitValue(), output);
    }

    /** Starts it and waits until it answers. */
    public static Installation start(Map<String, String> settings) throws IOException, InterruptedException {
        int port = SpawnedApp.freePort();
        Path log = Files.createTempFile("installation", ".log");
        Process process = builder(settings, List.of("bin/start", "--server.port=" + port)).redirectOutput(log.toFile()).start();
        var installation = new Installation(process, log, Api.at(port));
        Await.until(installation::answers, Duration.ofMinutes(1));
        return installation;
    }

    public Api api() {
        return api;
    }

    public String log() throws IOException {
        return Files.readString(log);
    }

    private boolean answers() {
        if (!process.isAlive()) {
            throw new IllegalStateException("The application ended; see " + log);
        }
        try {
            return api.get("/actuator/health").status() < 500;
        } catch (RuntimeException notListeningYet) {
            return false;
        }
    }

    private static ProcessBuilder builder(Map<String, String> settings, List<String> command) {
        var builder = new ProcessBuilder(new ArrayList<>(command)).directory(new File("..")).redirectErrorStream(true);
        // What the Maven of this very build set for itself is none of the operator's.
        builder.environment().keySet().removeIf(name -> name.startsWith("MAVEN_"));
        builder.environment().put("CLEANCARE_PACKAGE", PACKAGE.toString());
        builder.environment().putAll(settings);
        return builder;
    }

    private static String key(int of) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) of);
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        Files.delete(log);
    }
}
