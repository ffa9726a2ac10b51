package bd.cleancare.simulators.server;

/** A simulated gateway that runs: where it is, and how it ends. */
public abstract class Simulator implements AutoCloseable {

    private final SimulatorServer server;

    protected Simulator(SimulatorServer server) {
        this.server = server;
        server.start();
    }

    public int port() {
        return server.port();
    }

    /** What a merchant has as the gateway's address, before the path of an API. */
    public String baseUrl() {
        return server.baseUrl();
    }

    @Override
    public void close() {
        server.close();
    }
}
