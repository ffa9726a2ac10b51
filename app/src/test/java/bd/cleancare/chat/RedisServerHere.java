package bd.cleancare.chat;

import java.io.IOException;
import java.net.ServerSocket;
import redis.embedded.RedisServer;

/** A real Redis that a test may take away and bring back. */
final class RedisServerHere implements AutoCloseable {

    private final int port;
    private RedisServer server;

    RedisServerHere() throws IOException {
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        start();
    }

    void start() throws IOException {
        server = RedisServer.newRedisServer().port(port).setting("save \"\"").setting("appendonly no").setting("bind 127.0.0.1").build();
        server.start();
    }

    String url() {
        return "redis://127.0.0.1:" + port;
    }

    void stop() throws IOException {
        server.stop();
    }

    @Override
    public void close() throws IOException {
        server.stop();
    }
}
