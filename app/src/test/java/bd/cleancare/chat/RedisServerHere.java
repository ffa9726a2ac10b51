package bd.cleancare.chat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import redis.embedded.RedisServer;

/** A real Redis that a test may take away and bring back. */
public final class RedisServerHere implements AutoCloseable {

    private final int port;
    private RedisServer server;
    private String pid;

    public RedisServerHere() throws IOException {
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        start();
    }

    public void start() throws IOException {
        server = RedisServer.newRedisServer().port(port).setting("save \"\"").setting("appendonly no").setting("bind 127.0.0.1").build();
        server.start();
    }

    public String url() {
        return "redis://127.0.0.1:" + port;
    }

    /** As when its machine is out of memory: it takes what comes and answers nothing. */
    public void hang() throws IOException, InterruptedException {
        pid = pid();
        signal("STOP");
    }

    public void goOn() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        if (new ProcessBuilder("kill", "-" + name, pid).start().waitFor() != 0) {
            throw new IOException("no such process");
        }
    }

    private String pid() throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream().write("INFO server\r\nQUIT\r\n".getBytes(StandardCharsets.US_ASCII));
            String info = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            return info.lines().filter(line -> line.startsWith("process_id:")).findFirst().orElseThrow().substring("process_id:".length());
        }
    }

    public void stop() throws IOException {
        server.stop();
    }

    @Override
    public void close() throws IOException {
        server.stop();
    }
}
