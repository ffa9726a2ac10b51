package bd.cleancare.platform.storage;

import bd.cleancare.platform.settings.StorageSettings;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** S3Proxy in a process of its own: a server that others run in earnest, which checks signatures and keeps objects as files. */
final class S3Server implements AutoCloseable {

    static final String BUCKET = "clean-care-test";
    private static final String ACCESS_KEY = "test-access-key";
    private static final String SECRET_KEY = "test-secret-key";
    private static final Path JAR = Path.of("target/s3-server/s3proxy-jar-with-dependencies.jar");

    private final int port;
    private final Process process;

    S3Server(Path directory) throws IOException, InterruptedException {
        port = freePort();
        // A bucket is a directory to this server, so this is how it exists before anybody asks.
        Files.createDirectories(directory.resolve("objects").resolve(BUCKET));
        Path settings = Files.writeString(directory.resolve("s3proxy.conf"), """
                s3proxy.endpoint=http://127.0.0.1:%d
                s3proxy.authorization=aws-v2-or-v4
                s3proxy.identity=%s
                s3proxy.credential=%s
                jclouds.provider=filesystem-nio2
                jclouds.identity=unused
                jclouds.credential=unused
                jclouds.filesystem.basedir=%s
                """.formatted(port, ACCESS_KEY, SECRET_KEY, directory.resolve("objects")));
        File log = Path.of("target/s3-server/server.log").toFile();
        process = new ProcessBuilder(ProcessHandle.current().info().command().orElse("java"), "-Xmx96m", "-jar", JAR.toString(),
                "--properties", settings.toString()).redirectErrorStream(true).redirectOutput(log).start();
        awaitPort();
    }

    StorageSettings.S3 settings() {
        return settings(SECRET_KEY);
    }

    StorageSettings.S3 settings(String secretKey) {
        return new StorageSettings.S3(URI.create("http://127.0.0.1:" + port), BUCKET, "us-east-1", true, ACCESS_KEY, secretKey);
    }

    private void awaitPort() throws IOException, InterruptedException {
        Instant end = Instant.now().plus(Duration.ofSeconds(60));
        while (process.isAlive() && Instant.now().isBefore(end)) {
            try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return;
            } catch (IOException _) {
                Thread.sleep(100);
            }
        }
        close();
        throw new IOException("The S3 server does not start: see target/s3-server/server.log");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
