package bd.cleancare.simulators.nagad;

import bd.cleancare.simulators.money.MoneyBook;
import bd.cleancare.simulators.payer.PayerFlow;
import bd.cleancare.simulators.payer.PayerPage;
import bd.cleancare.simulators.payer.Wallets;
import bd.cleancare.simulators.server.Address;
import bd.cleancare.simulators.server.Memory;
import bd.cleancare.simulators.server.Secrets;
import bd.cleancare.simulators.server.Simulator;
import bd.cleancare.simulators.server.SimulatorServer;

import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;

/** The Nagad payment gateway on one port, under the paths of its sandbox and of its live host alike. */
public final class NagadGateway extends Simulator {

    /**
     * Keys are base64 DER or PEM. The merchant works with {@code merchantPrivateKey} and {@code gatewayPublicKey}; the gateway itself
     * looks only at the other two.
     */
    public record Credentials(String merchantId, String merchantPrivateKey, String merchantPublicKey, String gatewayPrivateKey,
                              String gatewayPublicKey) {

        public static Credentials generate() {
            KeyPair merchant = Keys.generate();
            KeyPair gateway = Keys.generate();
            return new Credentials("68" + Secrets.digits(13), Keys.text(merchant.getPrivate()), Keys.text(merchant.getPublic()),
                    Keys.text(gateway.getPrivate()), Keys.text(gateway.getPublic()));
        }
    }

    /**
     * @param clockTolerance how far the merchant's clock may be off
     * @param callbackSlash  whether a literal slash is put before the callback's query, as some integrations report
     */
    public record Options(String merchantName, Duration clockTolerance, boolean callbackSlash, int feeBasisPoints, Wallets wallets,
                          Clock clock) {

        public static Options defaults() {
            return new Options("Clean Care", Duration.ofMinutes(5), false, 120, Wallets.fixtures(), Clock.systemUTC());
        }

        public Options with(Clock other) {
            return new Options(merchantName, clockTolerance, callbackSlash, feeBasisPoints, wallets, other);
        }
    }

    private NagadGateway(SimulatorServer server) {
        super(server);
    }

    /** @param port 0 takes any free port */
    public static NagadGateway start(int port, Credentials credentials) {
        return start(Address.loopback(port), credentials, Options.defaults());
    }

    public static NagadGateway start(Address address, Credentials credentials, Options options) {
        return start(address, credentials, options, Memory.none());
    }

    /** @param memory of the simulator's earlier lives; it is closed with the gateway */
    public static NagadGateway start(Address address, Credentials credentials, Options options, Memory memory) {
        SimulatorServer server = new SimulatorServer(address, options.clock(), memory);
        MoneyBook money = new MoneyBook(memory, options.clock(), options.feeBasisPoints());
        Orders orders = new Orders(memory, money, options.clock());
        Sealing sealing = new Sealing(Keys.publicKey(credentials.merchantPublicKey()), Keys.privateKey(credentials.gatewayPrivateKey()));
        money.addTo(server.routes());
        for (String base : new String[] {"/remote-payment-gateway-1.0/api/dfs", "/api/dfs"}) {
            new Checkout(credentials.merchantId(), options, sealing, orders, server).addTo(server.routes(), base);
            new Verification(credentials.merchantId(), orders).addTo(server.routes(), base);
            new Cancellation(credentials.merchantId(), sealing, orders).addTo(server.routes(), base);
        }
        new PayerFlow(new Desk(orders, credentials.merchantId(), options), new PayerPage("নগদ · Nagad", "#c8161d"), options.wallets(),
                server.faults()).addTo(server.routes(), "/check-out/{ref}", request -> request.path("ref"));
        return new NagadGateway(server);
    }
}
