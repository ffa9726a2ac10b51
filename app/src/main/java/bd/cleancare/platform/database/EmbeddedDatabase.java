package bd.cleancare.platform.database;

import bd.cleancare.platform.settings.CannotStart;
import bd.cleancare.platform.settings.EmbeddedDatabaseSettings;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** A real PostgreSQL server as a child process, its data kept between runs. Reached over loopback only, where it trusts everybody. */
class EmbeddedDatabase implements JdbcConnectionDetails, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);

    private final EmbeddedPostgres server;
    private final FileChannel lock;

    EmbeddedDatabase(EmbeddedDatabaseSettings settings) throws IOException, InterruptedException {
        Path directory = settings.directory().toAbsolutePath();
        Files.createDirectories(directory);
        // PostgreSQL refuses a data directory that others can read.
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        this.lock = lock(directory);
        requireUserNamespaceForRoot();
        stopLeftover(directory);
        this.server = EmbeddedPostgres.builder()
                .setDataDirectory(directory)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPort(settings.port())
                // Unicode-aware and the same on every machine, so that trigram search sees Bangla letters as letters.
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setServerConfig("fsync", settings.durable() ? "on" : "off")
                .setServerConfig("synchronous_commit", settings.durable() ? "on" : "off")
                .setServerConfig("full_page_writes", settings.durable() ? "on" : "off")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("shared_buffers", "128MB")
                .setServerConfig("max_connections", "200")
                .setServerConfig("timezone", "UTC")
                .setPGStartupWait(Duration.ofSeconds(60))
                .start();
    }

    @Override
    public String getUsername() {
        return "postgres";
    }

    @Override
    public String getPassword() {
        return "";
    }

    @Override
    public String getJdbcUrl() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    @Override
    public void close() throws IOException {
        server.close();
        lock.close();
    }

    /** Held as long as this application lives, however it ends: a second one must not take its server for a leftover. */
    private static FileChannel lock(Path directory) throws IOException {
        FileChannel file = FileChannel.open(directory.resolveSibling(directory.getFileName() + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (file.tryLock() == null) {
            throw new CannotStart("Another Clean Care uses " + directory + ": stop it first");
        }
        return file;
    }

    /** PostgreSQL never runs as root; the library steps into a user namespace, which some hosts forbid. */
    private static void requireUserNamespaceForRoot() throws IOException, InterruptedException {
        if (!"root".equals(System.getProperty("user.name"))) {
            return;
        }
        Process probe = new ProcessBuilder("unshare", "-U", "true").start();
        if (!probe.waitFor(5, TimeUnit.SECONDS) || probe.exitValue() != 0) {
            throw new CannotStart("PostgreSQL cannot run as root here: start as an ordinary user, or set spring.datasource.url to a server of your own");
        }
    }

    /** After {@code kill -9} of the application its server lives on and would keep the next start from taking the directory. */
    private static void stopLeftover(Path directory) throws IOException, InterruptedException {
        Path pidFile = directory.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        List<String> lines = Files.readAllLines(pidFile);
        var leftover = lines.isEmpty() ? null : ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).orElse(null);
        if (leftover == null || !isServerOf(leftover, directory)) {
            return;
        }
        log.info("Stopping the database server that an earlier run left behind (process {})", leftover.pid());
        leftover.destroy();
        try {
            leftover.onExit().get(30, TimeUnit.SECONDS);
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException _) {
            throw new CannotStart("The database server of an earlier run (process " + leftover.pid() + ") does not stop");
        }
    }

    private static boolean isServerOf(ProcessHandle process, Path directory) throws IOException {
        Path arguments = Path.of("/proc", String.valueOf(process.pid()), "cmdline");
        String line = Files.exists(arguments) ? Files.readString(arguments).replace('\0', ' ') : process.info().commandLine().orElse("");
        return line.contains("postgres") && line.contains(directory.toString());
    }
}
