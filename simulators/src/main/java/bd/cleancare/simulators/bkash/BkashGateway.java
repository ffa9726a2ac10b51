package bd.cleancare.simulators.bkash;

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

/** The bKash payment gateway on one port; its hosts for the tokenized and the older checkout are the same here. */
public final class BkashGateway extends Simulator {

    /** What bKash would give the merchant. */
    public record Credentials(String username, String password, String appKey, String appSecret) {

        public static Credentials generate() {
            return new Credentials("merchant", Secrets.word(16), Secrets.word(26), Secrets.word(52));
        }
    }

    /**
     * @param duplicateWindow in which the same wallet cannot pay the same amount again
     * @param grantsPerHour   0 means any number
     */
    public record Options(String merchantName, Duration duplicateWindow, Duration paymentLife, Duration tokenLife, Duration refundWindow,
                          int grantsPerHour, int feeBasisPoints, Wallets wallets, Clock clock) {

        public static Options defaults() {
            return new Options("Clean Care", Duration.ofSeconds(120), Duration.ofHours(24), Duration.ofHours(1), Duration.ofDays(15),
                    0, 150, Wallets.fixtures(), Clock.systemUTC());
        }

        public Options with(Clock other) {
            return new Options(merchantName, duplicateWindow, paymentLife, tokenLife, refundWindow, grantsPerHour, feeBasisPoints,
                    wallets, other);
        }

        public Options withGrantsPerHour(int limit) {
            return new Options(merchantName, duplicateWindow, paymentLife, tokenLife, refundWindow, limit, feeBasisPoints, wallets, clock);
        }
    }

    private BkashGateway(SimulatorServer server) {
        super(server);
    }

    /** @param port 0 takes any free port */
    public static BkashGateway start(int port, Credentials credentials) {
        return start(Address.loopback(port), credentials, Options.defaults());
    }

    public static BkashGateway start(Address address, Credentials credentials, Options options) {
        return start(address, credentials, options, Memory.none());
    }

    /** @param memory of the simulator's earlier lives; it is closed with the gateway */
    public static BkashGateway start(Address address, Credentials credentials, Options options, Memory memory) {
        SimulatorServer server = new SimulatorServer(address, options.clock(), memory);
        MoneyBook money = new MoneyBook(memory, options.clock(), options.feeBasisPoints());
        Tokens tokens = new Tokens(credentials, options);
        Payments payments = new Payments(memory, options, money, new Webhook(server, options.clock())::completed);
        money.addTo(server.routes());
        tokens.addTo(server.routes());
        new Checkout(tokens, payments, server).addTo(server.routes());
        new RefundsV1(tokens, payments).addTo(server.routes());
        new RefundsV2(tokens, payments).addTo(server.routes());
        new OlderCheckout(tokens, payments, options.merchantName()).addTo(server.routes());
        new PayerFlow(new Desk(payments, options.merchantName()), new PayerPage("bKash", "#d12053"), options.wallets(), server.faults())
                .addTo(server.routes(), "/bkash/pay", request -> request.param("paymentId"));
        return new BkashGateway(server);
    }
}
