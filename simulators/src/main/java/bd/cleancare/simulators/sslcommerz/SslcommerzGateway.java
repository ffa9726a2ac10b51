package bd.cleancare.simulators.sslcommerz;

import bd.cleancare.simulators.money.MoneyBook;
import bd.cleancare.simulators.payer.PayerFlow;
import bd.cleancare.simulators.payer.PayerPage;
import bd.cleancare.simulators.payer.Wallets;
import bd.cleancare.simulators.server.Address;
import bd.cleancare.simulators.server.Memory;
import bd.cleancare.simulators.server.Secrets;
import bd.cleancare.simulators.server.Simulator;
import bd.cleancare.simulators.server.SimulatorServer;

import java.time.Clock;
import java.util.Set;

/** The SSLCommerz gateway on one port. */
public final class SslcommerzGateway extends Simulator {

    public record Credentials(String storeId, String storePassword) {

        public static Credentials generate() {
            return new Credentials("cleancare" + Secrets.digits(6), Secrets.word(24));
        }
    }

    /** @param riskyWallets whose payments come with risk_level 1 */
    public record Options(String merchantName, Set<String> riskyWallets, int feeBasisPoints, Wallets wallets, Clock clock) {

        public static Options defaults() {
            return new Options("Clean Care", Set.of("01619777283"), 250, Wallets.fixtures(), Clock.systemUTC());
        }

        public Options with(Clock other) {
            return new Options(merchantName, riskyWallets, feeBasisPoints, wallets, other);
        }
    }

    private SslcommerzGateway(SimulatorServer server) {
        super(server);
    }

    /** @param port 0 takes any free port */
    public static SslcommerzGateway start(int port, Credentials credentials) {
        return start(Address.loopback(port), credentials, Options.defaults());
    }

    public static SslcommerzGateway start(Address address, Credentials credentials, Options options) {
        return start(address, credentials, options, Memory.none());
    }

    /** @param memory of the simulator's earlier lives; it is closed with the gateway */
    public static SslcommerzGateway start(Address address, Credentials credentials, Options options, Memory memory) {
        SimulatorServer server = new SimulatorServer(address, options.clock(), memory);
        MoneyBook money = new MoneyBook(memory, options.clock(), options.feeBasisPoints());
        Sessions sessions = new Sessions(memory, options, money);
        Fields fields = new Fields(credentials, options);
        money.addTo(server.routes());
        new SessionApi(credentials, sessions, server).addTo(server.routes());
        new ValidationApi(credentials, sessions, fields).addTo(server.routes());
        new TransactionApi(credentials, sessions, fields).addTo(server.routes());
        Desk desk = new Desk(sessions, fields, options.merchantName(), server.faults());
        new PayerFlow(desk, new PayerPage("SSLCOMMERZ", "#0b4ea2"), options.wallets(), server.faults())
                .addTo(server.routes(), "/EasyCheckOut/{session}", request -> request.path("session"));
        return new SslcommerzGateway(server);
    }
}
