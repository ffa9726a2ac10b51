package bd.cleancare.simulators.server;

import com.sun.net.httpserver.HttpExchange;

import java.io.IOException;
import java.io.InterruptedIOException;

/** Puts answers on the wire. */
public final class Wire {

    private Wire() {
    }

    static void send(HttpExchange exchange, Answer answer) throws IOException {
        byte[] bytes = open(exchange, answer);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    /** Spreads the body over the given time; a client with only a read timeout per byte would wait for ever. */
    static void drip(HttpExchange exchange, Answer answer, long totalMs) throws IOException {
        byte[] bytes = open(exchange, answer);
        for (byte one : bytes) {
            exchange.getResponseBody().write(one);
            exchange.getResponseBody().flush();
            pause(totalMs / bytes.length);
        }
        exchange.close();
    }

    public static void pause(long ms) {
        try {
            Thread.sleep(ms);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private static byte[] open(HttpExchange exchange, Answer answer) throws IOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("the simulator is closing");
        }
        byte[] bytes = answer.bytes();
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        // The JDK's server closes when asked to but does not say so, and a client that keeps connections then uses a dead one.
        if ("close".equalsIgnoreCase(exchange.getRequestHeaders().getFirst("Connection"))) {
            exchange.getResponseHeaders().set("Connection", "close");
        }
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        return bytes;
    }
}
