package bd.cleancare.simulators.server;

/**
 * Where a simulator listens, and under which name a payer's browser reaches it. The two differ when it runs in a container.
 *
 * @param port       0 takes any free port
 * @param publicHost null means the listening address itself
 */
public record Address(String host, int port, String publicHost) {

    /** Loopback only: the control plane under {@code /__sim} has no login, so nothing else may reach it by accident. */
    public static Address loopback(int port) {
        return new Address("127.0.0.1", port, null);
    }
}
