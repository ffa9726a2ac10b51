package bd.cleancare.platform.database;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.SocketFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sockets to the database that are closed when an answer does not come: the machine behind them may be gone without a word. The driver names this
 * class in its {@code socketFactory}. Its own {@code socketTimeout} does the same by scheduling and cancelling a wait for every read, which costs a
 * request a quarter of its processor time; here a read notes when it began, and one thread looks at all of them once a second.
 */
public final class WatchedSockets extends SocketFactory {

    private static final Logger log = LoggerFactory.getLogger(WatchedSockets.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    // The driver makes a factory for every connection.
    private static final Set<Watched> OPEN = ConcurrentHashMap.newKeySet();

    static {
        Thread.ofPlatform().daemon().name("database-watch").start(WatchedSockets::watch);
    }

    private final Duration longestSilence;

    /** @param longestSilence in the words of {@link Duration#parse}: how long a read may wait */
    public WatchedSockets(String longestSilence) {
        this.longestSilence = Duration.parse(longestSilence);
    }

    private static void watch() {
        while (true) {
            try {
                Thread.sleep(BETWEEN_LOOKS);
            } catch (InterruptedException _) {
                return;
            }
            OPEN.forEach(Watched::closeIfSilent);
        }
    }

    @Override
    public Socket createSocket() {
        return new Watched();
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw new UnsupportedOperationException("the driver connects by itself");
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
        throw new UnsupportedOperationException("the driver connects by itself");
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw new UnsupportedOperationException("the driver connects by itself");
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort) {
        throw new UnsupportedOperationException("the driver connects by itself");
    }

    private final class Watched extends Socket {

        private static final long NOT_READING = 0;

        private volatile long readingSince = NOT_READING;

        @Override
        public InputStream getInputStream() throws IOException {
            var stream = super.getInputStream();
            // Connected, so it will be closed; one that never came so far would stay here for ever.
            OPEN.add(this);
            return new FilterInputStream(stream) {
                @Override
                public int read() throws IOException {
                    begin();
                    try {
                        return in.read();
                    } finally {
                        readingSince = NOT_READING;
                    }
                }

                @Override
                public int read(byte[] bytes, int from, int length) throws IOException {
                    begin();
                    try {
                        return in.read(bytes, from, length);
                    } finally {
                        readingSince = NOT_READING;
                    }
                }
            };
        }

        private void begin() {
            long now = System.nanoTime();
            readingSince = now == NOT_READING ? 1 : now;
        }

        private void closeIfSilent() {
            long since = readingSince;
            if (since != NOT_READING && System.nanoTime() - since > longestSilence.toNanos()) {
                log.warn("Closing a connection to the database that has not answered for {}", longestSilence);
                try {
                    close();
                } catch (IOException e) {
                    log.warn("A silent connection to the database could not be closed", e);
                }
            }
        }

        @Override
        public void close() throws IOException {
            OPEN.remove(this);
            super.close();
        }
    }
}
