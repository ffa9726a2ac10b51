package bd.cleancare.simulators.rocket;

import bd.cleancare.simulators.money.MoneyBook;
import bd.cleancare.simulators.payer.PayerFlow;
import bd.cleancare.simulators.payer.PayerPage;
import bd.cleancare.simulators.payer.Wallets;
import bd.cleancare.simulators.server.Address;
import bd.cleancare.simulators.server.Answer;
import bd.cleancare.simulators.server.Json;
import bd.cleancare.simulators.server.Memory;
import bd.cleancare.simulators.server.Secrets;
import bd.cleancare.simulators.server.Simulator;
import bd.cleancare.simulators.server.SimulatorServer;

import java.time.Clock;

/**
 * The bank's gateway on one port. The merchant's return URLs are registered at the bank, not sent with a payment: they are an option,
 * and {@code POST /__sim/return-urls} with {@code success} and {@code fail} changes them.
 */
public final class RocketGateway extends Simulator {

    public record Credentials(String userId, String password, String checksumSecret) {

        public static Credentials generate() {
            return new Credentials("000" + Secrets.digits(12), Secrets.word(40), Secrets.word(32));
        }
    }

    /** @param successUrl empty while the bank has none on file: the payer then stays on the bank's page; so with the other */
    public record Options(String merchantName, String successUrl, String failUrl, int feeBasisPoints, Wallets wallets, Clock clock) {

        public static Options returningTo(String successUrl, String failUrl) {
            return new Options("Clean Care", successUrl, failUrl, 180, Wallets.fixtures(), Clock.systemUTC());
        }

        public Options with(Clock other) {
            return new Options(merchantName, successUrl, failUrl, feeBasisPoints, wallets, other);
        }
    }

    private RocketGateway(SimulatorServer server) {
        super(server);
    }

    /** @param port 0 takes any free port */
    public static RocketGateway start(int port, Credentials credentials, Options options) {
        return start(Address.loopback(port), credentials, options);
    }

    public static RocketGateway start(Address address, Credentials credentials, Options options) {
        return start(address, credentials, options, Memory.none());
    }

    /** @param memory of the simulator's earlier lives; it is closed with the gateway */
    public static RocketGateway start(Address address, Credentials credentials, Options options, Memory memory) {
        SimulatorServer server = new SimulatorServer(address, options.clock(), memory);
        MoneyBook money = new MoneyBook(memory, options.clock(), options.feeBasisPoints());
        Transactions transactions = new Transactions(memory, credentials, money, options.clock());
        Desk desk = new Desk(transactions, options);
        money.addTo(server.routes());
        new SoapService(transactions).addTo(server.routes());
        new RestService(transactions, credentials.checksumSecret(), server).addTo(server.routes());
        server.routes().control("POST", "/__sim/return-urls", request -> {
            desk.returnTo(Json.text(request.json(), "success"), Json.text(request.json(), "fail"));
            return Answer.text(204, "");
        });
        new PayerFlow(desk, new PayerPage("রকেট · Rocket (DBBL)", "#8c3494"), options.wallets(), server.faults())
                .addTo(server.routes(), "/ecomm2/ClientHandler", request -> request.param("trans_id"));
        return new RocketGateway(server);
    }
}
