package bd.cleancare.benchmarks;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Many WebSocket connections on one thread. Some of them write: the next message when the one before has come back to its writer. What is
 * noted is how long each message took to each of its readers, from before it was sent until its frame was read.
 */
final class ChatCrowd implements AutoCloseable {

    private static final byte[] MESSAGE = "{\"message\":\"t".getBytes(StandardCharsets.US_ASCII);
    private static final int TEXT = 1;
    private static final int PING = 9;
    private static final int CLOSE = 8;

    /** One connection; {@code rest} is the beginning of what has not come whole yet. */
    private static final class Member {

        final int number;
        final SocketChannel channel;
        boolean open;
        boolean writes;
        ByteBuffer rest;

        Member(int number, SocketChannel channel) {
            this.number = number;
            this.channel = channel;
        }
    }

    private final Selector selector = Selector.open();
    private final ByteBuffer read = ByteBuffer.allocateDirect(256 * 1024);
    private final List<Member> members = new ArrayList<>();
    private final int port;
    private int lost;
    private boolean running;
    private Latencies latencies = new Latencies();

    ChatCrowd(int port) throws IOException {
        this.port = port;
    }

    /** Connects one after another, for a server takes handshakes one after another too. */
    void connect(String room, String headers) throws IOException {
        SocketChannel channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", port));
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        var member = new Member(members.size(), channel);
        members.add(member);
        channel.register(selector, SelectionKey.OP_READ, member);
        send(member, ByteBuffer.wrap(("GET /ws/chat/" + room + "/ HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n" + headers + "\r\n").getBytes(StandardCharsets.US_ASCII)));
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!member.open) {
            if (System.nanoTime() > end) {
                throw new IOException("connection " + member.number + " was not let in");
            }
            turn(100);
        }
    }

    int size() {
        return members.size();
    }

    int lost() {
        return lost;
    }

    /** Lets some of the connections write for a while. */
    Latencies run(List<Integer> writers, Duration time) throws IOException {
        latencies = new Latencies();
        long start = System.nanoTime();
        running = true;
        for (int writer : writers) {
            members.get(writer).writes = true;
            say(members.get(writer));
        }
        while (System.nanoTime() - start < time.toNanos()) {
            turn(50);
        }
        latencies.took(System.nanoTime() - start);
        running = false;
        Latencies measured = latencies;
        latencies = new Latencies();
        idle(Duration.ofMillis(500)); // what is still under way
        writers.forEach(writer -> members.get(writer).writes = false);
        return measured;
    }

    void idle(Duration time) throws IOException {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            turn(50);
        }
    }

    private void turn(long millis) throws IOException {
        selector.select(millis);
        var keys = selector.selectedKeys();
        for (SelectionKey key : keys) {
            received((Member) key.attachment());
        }
        keys.clear();
    }

    private void received(Member member) throws IOException {
        read.clear();
        if (member.rest != null) {
            read.put(member.rest);
            member.rest = null;
        }
        if (member.channel.read(read) < 0) {
            member.channel.close();
            lost++;
            return;
        }
        read.flip();
        if (!member.open && !handshake(member)) {
            keepRest(member);
            return;
        }
        while (frame(member)) {
            // as long as there is a whole one
        }
        keepRest(member);
    }

    private void keepRest(Member member) {
        if (read.hasRemaining()) {
            member.rest = ByteBuffer.allocate(read.remaining()).put(read).flip();
        }
    }

    private boolean handshake(Member member) throws IOException {
        for (int i = read.position(); i + 3 < read.limit(); i++) {
            if (read.get(i) == '\r' && read.get(i + 1) == '\n' && read.get(i + 2) == '\r' && read.get(i + 3) == '\n') {
                if (read.get(read.position() + 9) != '1') {
                    throw new IOException("refused: " + StandardCharsets.US_ASCII.decode(read.duplicate()));
                }
                read.position(i + 4);
                member.open = true;
                return true;
            }
        }
        return false;
    }

    private boolean frame(Member member) throws IOException {
        if (read.remaining() < 2) {
            return false;
        }
        int start = read.position();
        int length = read.get(start + 1) & 0x7f;
        int head = 2;
        if (length == 126) {
            if (read.remaining() < 4) {
                return false;
            }
            length = read.getShort(start + 2) & 0xffff;
            head = 4;
        }
        if (read.remaining() < head + length) {
            return false;
        }
        int code = read.get(start) & 0x0f;
        if (code == TEXT) {
            text(member, start + head, length);
        } else if (code == PING) {
            send(member, ByteBuffer.wrap(new byte[] {(byte) 0x8a, (byte) 0x80, 0, 0, 0, 0}));
        } else if (code == CLOSE) {
            lost++;
        }
        read.position(start + head + length);
        return true;
    }

    private void text(Member member, int from, int length) throws IOException {
        for (int i = 0; i < MESSAGE.length; i++) {
            if (i >= length || read.get(from + i) != MESSAGE[i]) {
                return;
            }
        }
        int at = from + MESSAGE.length;
        long sent = 0;
        for (; read.get(at) != 'w'; at++) {
            sent = sent * 10 + read.get(at) - '0';
        }
        int writer = 0;
        for (at++; read.get(at) != '"'; at++) {
            writer = writer * 10 + read.get(at) - '0';
        }
        latencies.note(System.nanoTime() - sent, true);
        if (running && member.writes && member.number == writer) {
            say(member);
        }
    }

    private void say(Member member) throws IOException {
        byte[] payload = ("{\"message\":\"t" + System.nanoTime() + "w" + member.number + "\"}").getBytes(StandardCharsets.US_ASCII);
        // Masked with zeros, which leaves it as it is.
        byte[] frame = Arrays.copyOf(new byte[] {(byte) 0x81, (byte) (0x80 | payload.length), 0, 0, 0, 0}, 6 + payload.length);
        System.arraycopy(payload, 0, frame, 6, payload.length);
        send(member, ByteBuffer.wrap(frame));
    }

    private static void send(Member member, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            member.channel.write(bytes);
        }
    }

    @Override
    public void close() throws IOException {
        for (Member member : members) {
            member.channel.close();
        }
        selector.close();
    }
}
