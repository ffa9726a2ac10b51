package bd.cleancare.simulators.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * An HTTP server for one gateway. Under {@code /__sim} lies the control plane: {@code faults} to plant faults, {@code journal} to see
 * what was asked; DELETE resets either.
 */
public final class SimulatorServer implements AutoCloseable {

    private final HttpServer http;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Address address;
    private final Memory memory;
    private final Routes routes = new Routes();
    private final Journal journal;
    private final Faults faults = new Faults();

    public SimulatorServer(Address address, Clock clock) {
        this(address, clock, Memory.none());
    }

    /** @param memory is closed with the server */
    public SimulatorServer(Address address, Clock clock, Memory memory) {
        this.address = address;
        this.memory = memory;
        this.journal = new Journal(clock);
        try {
            http = listen();
        } catch (IOException cannotListen) {
            throw new UncheckedIOException("cannot listen on " + address, cannotListen);
        }
        ControlPlane.addTo(routes, faults, journal);
        http.setExecutor(threads);
        http.createContext("/", this::serve);
    }

    /** Where any port will do, the last one is best: pages that payers have open lead there. */
    private HttpServer listen() throws IOException {
        Memory.Shelf<Integer> ports = memory.shelf("ports", Integer.class);
        int last = ports.get("last").orElse(0);
        HttpServer listening = address.port() == 0 && last != 0 ? listenAgain(last) : listen(address.port());
        ports.put("last", listening.getAddress().getPort());
        return listening;
    }

    private HttpServer listenAgain(int last) throws IOException {
        try {
            return listen(last);
        } catch (BindException taken) {
            return listen(0);
        }
    }

    private HttpServer listen(int port) throws IOException {
        return HttpServer.create(new InetSocketAddress(address.host(), port), 1024);
    }

    public Routes routes() {
        return routes;
    }

    public Faults faults() {
        return faults;
    }

    /** To be called when all routes are there. */
    public void start() {
        http.start();
    }

    public int port() {
        return http.getAddress().getPort();
    }

    /** What a client should use as the gateway's base URL. */
    public String baseUrl() {
        return url(address.host().equals("0.0.0.0") ? "127.0.0.1" : address.host());
    }

    /** What a payer's browser should use. */
    public String publicUrl() {
        return address.publicHost() == null ? baseUrl() : url(address.publicHost());
    }

    private String url(String host) {
        return "http://" + host + ":" + port();
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
        memory.close();
    }

    private void serve(HttpExchange exchange) throws IOException {
        Routes.Match match = routes.find(Request.read(exchange));
        if (match.control()) {
            Wire.send(exchange, answer(match));
        } else {
            serveJournalled(exchange, match);
        }
    }

    private void serveJournalled(HttpExchange exchange, Routes.Match match) throws IOException {
        Journal.Line line = journal.open(match.request());
        Fault fault = faults.next(match.request()).orElse(null);
        Answer answer = fault == null ? answer(match) : faultyAnswer(match, fault);
        // Before the last byte leaves: whoever has the answer finds it in the journal.
        journal.close(line, answer == null ? null : answer.status(), fault);
        if (answer == null) {
            exchange.close();
        } else if (fault != null && fault.kind() == Fault.Kind.SLOW_DRIP) {
            Wire.drip(exchange, answer, fault.delayMs());
        } else {
            Wire.send(exchange, answer);
        }
    }

    /** Null when the connection is to be closed without a word. */
    private Answer faultyAnswer(Routes.Match match, Fault fault) {
        boolean waitsBefore = !fault.afterCommit() && fault.kind() != Fault.Kind.SLOW_DRIP;
        boolean works = fault.afterCommit() || fault.kind() == Fault.Kind.DELAY;
        if (waitsBefore) {
            faults.hold(fault.delayMs());
        }
        Answer good = works ? answer(match) : null;
        if (!waitsBefore && fault.kind() != Fault.Kind.SLOW_DRIP) {
            faults.hold(fault.delayMs());
        }
        boolean silent = fault.kind() == Fault.Kind.CLOSE || fault.kind() == Fault.Kind.DROP_AFTER_COMMIT;
        return silent ? null : Spoiling.spoil(fault, good);
    }

    private static Answer answer(Routes.Match match) {
        try {
            return match.answer();
        } catch (Exception bug) {
            System.getLogger("simulators").log(System.Logger.Level.ERROR, match.request().uriPath(), bug);
            return Answer.text(500, "The simulator itself failed: " + bug);
        }
    }
}
