package bd.cleancare.benchmarks;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the fan-out of the chat is held against: a selector that passes each frame on to everybody in its room. It checks nobody, keeps nothing
 * and knows no protocol beyond where a frame ends; its frames are as long as the application's. Arguments: port, bytes of a frame.
 */
final class PlainFanOut {

    private final Map<String, List<SocketChannel>> rooms = new HashMap<>();
    private final ByteBuffer read = ByteBuffer.allocateDirect(64 * 1024);
    private final int frameBytes;

    private PlainFanOut(int frameBytes) {
        this.frameBytes = frameBytes;
    }

    public static void main(String[] args) throws IOException {
        new PlainFanOut(Integer.parseInt(args[1])).serve(Integer.parseInt(args[0]));
    }

    private void serve(int port) throws IOException {
        try (Selector selector = Selector.open(); var door = ServerSocketChannel.open()) {
            door.bind(new InetSocketAddress("127.0.0.1", port), 1000);
            door.configureBlocking(false);
            door.register(selector, SelectionKey.OP_ACCEPT);
            while (true) {
                selector.select();
                for (SelectionKey key : selector.selectedKeys()) {
                    if (key.isAcceptable()) {
                        SocketChannel channel = door.accept();
                        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
                        channel.configureBlocking(false);
                        channel.register(selector, SelectionKey.OP_READ);
                    } else {
                        received(key);
                    }
                }
                selector.selectedKeys().clear();
            }
        }
    }

    private void received(SelectionKey key) throws IOException {
        var channel = (SocketChannel) key.channel();
        read.clear();
        if (channel.read(read) < 0) {
            channel.close();
            return;
        }
        read.flip();
        if (key.attachment() == null) {
            enter(key, channel);
            return;
        }
        @SuppressWarnings("unchecked")
        var room = (List<SocketChannel>) key.attachment();
        while (read.hasRemaining()) {
            int length = read.get(read.position() + 1) & 0x7f;
            ByteBuffer frame = frame(read.slice(read.position() + 6, length));
            for (SocketChannel each : room) {
                each.write(frame.rewind());
            }
            read.position(read.position() + 6 + length);
        }
    }

    private void enter(SelectionKey key, SocketChannel channel) throws IOException {
        String request = StandardCharsets.US_ASCII.decode(read).toString();
        List<SocketChannel> room = rooms.computeIfAbsent(request.substring(4, request.indexOf(' ', 4)), _ -> new ArrayList<>());
        room.add(channel);
        key.attach(room);
        channel.write(ByteBuffer.wrap("HTTP/1.1 101 Switching Protocols\r\n\r\n".getBytes(StandardCharsets.US_ASCII)));
    }

    private ByteBuffer frame(ByteBuffer payload) {
        ByteBuffer frame = ByteBuffer.allocateDirect(frameBytes).put((byte) 0x81).put((byte) 126).putShort((short) (frameBytes - 4)).put(payload);
        while (frame.hasRemaining()) {
            frame.put((byte) ' ');
        }
        return frame;
    }
}
