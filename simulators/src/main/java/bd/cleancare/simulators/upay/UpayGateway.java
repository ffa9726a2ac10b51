package bd.cleancare.simulators.upay;

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
import java.time.Duration;

/** The Upay payment gateway on one port. */
public final class UpayGateway extends Simulator {

    public record Credentials(String merchantId, String merchantKey) {

        public static Credentials generate() {
            return new Credentials("11" + Secrets.digits(14), Secrets.word(32));
        }
    }

    public record Options(Duration tokenLife, Duration sessionLife, int feeBasisPoints, Wallets wallets, Clock clock) {

        public static Options defaults() {
            return new Options(Duration.ofMinutes(20), Duration.ofHours(1), 100, Wallets.fixtures(), Clock.systemUTC());
        }

        public Options with(Clock other) {
            return new Options(tokenLife, sessionLife, feeBasisPoints, wallets, other);
        }
    }

    private UpayGateway(SimulatorServer server) {
        super(server);
    }

    /** @param port 0 takes any free port */
    public static UpayGateway start(int port, Credentials credentials) {
        return start(Address.loopback(port), credentials, Options.defaults());
    }

    public static UpayGateway start(Address address, Credentials credentials, Options options) {
        return start(address, credentials, options, Memory.none());
    }

    /** @param memory of the simulator's earlier lives; it is closed with the gateway */
    public static UpayGateway start(Address address, Credentials credentials, Options options, Memory memory) {
        SimulatorServer server = new SimulatorServer(address, options.clock(), memory);
        MoneyBook money = new MoneyBook(memory, options.clock(), options.feeBasisPoints());
        Tokens tokens = new Tokens(credentials, options);
        Payments payments = new Payments(memory, options, money);
        money.addTo(server.routes());
        tokens.addTo(server.routes());
        new Checkout(credentials.merchantId(), tokens, payments, server).addTo(server.routes());
        new Queries(tokens, payments).addTo(server.routes());
        new Refunds(tokens, payments).addTo(server.routes());
        new PayerFlow(new Desk(payments), new PayerPage("উপায় · Upay", "#14469c"), options.wallets(), server.faults())
                .addTo(server.routes(), "/gateway/{session}", request -> payments.txnIdOf(request.path("session")));
        return new UpayGateway(server);
    }
}
