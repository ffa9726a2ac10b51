package bd.cleancare.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * A closed-loop HTTP load: so many keep-alive connections, each sending its next request when the last was answered. One thread and
 * one selector serve them all, because a generator with a thread per connection would take the cores from what it measures.
 */
final class Load {

    private final InetSocketAddress server;
    private final int connections;

    Load(int port, int connections) {
        this.server = new InetSocketAddress("127.0.0.1", port);
        this.connections = connections;
    }

    /**
     * @param requests what connection number n sends: asked anew for every request, answering the bytes of a whole request
     * @param expected the status that counts as success; all else is an error
     */
    Latencies run(IntFunction<Supplier<byte[]>> requests, int expected, Duration time) {
        var latencies = new Latencies();
        try (Selector selector = Selector.open()) {
            List<Connection> open = new ArrayList<>();
            for (int n = 0; n < connections; n++) {
                open.add(new Connection(server, selector, requests.apply(n), expected, latencies));
            }
            long start = System.nanoTime();
            long end = start + time.toNanos();
            for (Connection connection : open) {
                connection.send();
            }
            while (System.nanoTime() < end) {
                selector.select(key -> ((Connection) key.attachment()).ready(key), 100);
            }
            latencies.took(System.nanoTime() - start);
            for (Connection connection : open) {
                connection.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return latencies;
    }

    static int interest(boolean writing) {
        return writing ? SelectionKey.OP_WRITE : SelectionKey.OP_READ;
    }
}
