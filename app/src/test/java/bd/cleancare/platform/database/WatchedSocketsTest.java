package bd.cleancare.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bd.cleancare.testing.Await;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A database that takes a connection and then says nothing, as one behind a cut cable does. */
@Timeout(30)
class WatchedSocketsTest {

    @Test
    void aReadThatIsNotAnsweredEnds() throws IOException {
        try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress()); Socket socket = new WatchedSockets("PT1S").createSocket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), silent.getLocalPort()), 1000);
            assertThatThrownBy(() -> socket.getInputStream().read(new byte[10], 0, 10)).isInstanceOf(IOException.class);
            assertThat(socket.isClosed()).isTrue();
        }
    }

    @Test
    void aConnectionThatIsOnlyIdleStaysOpen() throws Exception {
        try (var talks = new ServerSocket(0, 5, InetAddress.getLoopbackAddress()); Socket socket = new WatchedSockets("PT1S").createSocket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), talks.getLocalPort()), 1000);
            try (Socket other = talks.accept()) {
                other.getOutputStream().write(7);
                assertThat(socket.getInputStream().read()).isEqualTo(7);
                long idleSince = System.nanoTime();
                Await.until(() -> System.nanoTime() - idleSince > Duration.ofMillis(2500).toNanos());
                other.getOutputStream().write(8);
                assertThat(socket.getInputStream().read()).isEqualTo(8);
            }
        }
    }

    @Test
    void theDriverUsesThem() throws IOException {
        try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            String url = "jdbc:postgresql://localhost:" + silent.getLocalPort() + "/any?loginTimeout=20&sslmode=disable&user=any&socketFactory="
                    + WatchedSockets.class.getName() + "&socketFactoryArg=PT1S";
            assertThatThrownBy(() -> DriverManager.getConnection(url)).isInstanceOf(SQLException.class)
                    .rootCause().isInstanceOf(IOException.class);
        }
    }
}
