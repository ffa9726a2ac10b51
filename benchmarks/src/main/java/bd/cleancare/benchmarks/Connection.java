package bd.cleancare.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.function.Supplier;

/** One keep-alive connection of a {@link Load}: writes a request, reads the answer to its end, notes how long it took, goes on. */
final class Connection {

    private final InetSocketAddress server;
    private final Selector selector;
    private final Supplier<byte[]> requests;
    private final int expected;
    private final Latencies latencies;
    private final ByteBuffer input = ByteBuffer.allocate(1 << 18);
    private final AnswerReader answer = new AnswerReader();

    private SocketChannel channel;
    private SelectionKey key;
    private ByteBuffer output;
    private long sentAt;

    Connection(InetSocketAddress server, Selector selector, Supplier<byte[]> requests, int expected, Latencies latencies) throws IOException {
        this.server = server;
        this.selector = selector;
        this.requests = requests;
        this.expected = expected;
        this.latencies = latencies;
        connect();
    }

    private void connect() throws IOException {
        channel = SocketChannel.open(server);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        key = channel.register(selector, SelectionKey.OP_READ, this);
    }

    void send() throws IOException {
        output = ByteBuffer.wrap(requests.get());
        sentAt = System.nanoTime();
        answer.reset();
        input.clear();
        write();
    }

    private void write() throws IOException {
        channel.write(output);
        key.interestOps(Load.interest(output.hasRemaining()));
    }

    void ready(SelectionKey ready) {
        try {
            if (ready.isWritable()) {
                write();
            } else if (ready.isReadable()) {
                read();
            }
        } catch (IOException e) {
            reconnect();
        }
    }

    private void read() throws IOException {
        int count = channel.read(input);
        if (count < 0) {
            throw new IOException("closed by the server");
        }
        if (answer.isComplete(input.array(), input.position())) {
            latencies.note(System.nanoTime() - sentAt, answer.status() == expected);
            boolean closing = answer.closes();
            if (closing) {
                close();
                connect();
            }
            send();
        }
    }

    private void reconnect() {
        latencies.note(System.nanoTime() - sentAt, false);
        try {
            close();
            connect();
            send();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void close() throws IOException {
        key.cancel();
        channel.close();
    }
}
