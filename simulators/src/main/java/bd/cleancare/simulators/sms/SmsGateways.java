package bd.cleancare.simulators.sms;

import bd.cleancare.simulators.server.Address;
import bd.cleancare.simulators.server.Answer;
import bd.cleancare.simulators.server.Secrets;
import bd.cleancare.simulators.server.Simulator;
import bd.cleancare.simulators.server.SimulatorServer;

import java.time.Clock;

/**
 * Three SMS gateways on one port. Their paths do not collide, so each client gets the same base URL.
 * {@code GET /inbox?phone=+8801…&limit=50} shows what arrived, newest first.
 */
public final class SmsGateways extends Simulator {

    /** What the city corporation would have agreed with each gateway. */
    public record Credentials(String sslApiToken, String sslSid, String bulkSmsApiKey, String bulkSmsSenderId, String alphaApiKey) {

        public static Credentials generate() {
            return new Credentials(Secrets.word(50), "CLEANCARE", Secrets.word(20), "8809600000000", Secrets.word(40));
        }
    }

    /** @param balancePoisha prepaid at BulkSMSBD and at Alpha SMS each */
    public record Options(int inboxSize, long balancePoisha, Clock clock) {

        public static Options defaults() {
            return new Options(10_000, 100_000_00L, Clock.systemUTC());
        }
    }

    private SmsGateways(SimulatorServer server) {
        super(server);
    }

    /** @param port 0 takes any free port */
    public static SmsGateways start(int port, Credentials credentials) {
        return start(Address.loopback(port), credentials, Options.defaults());
    }

    public static SmsGateways start(Address address, Credentials credentials, Options options) {
        SimulatorServer server = new SimulatorServer(address, options.clock());
        Inbox inbox = new Inbox(options.inboxSize(), options.clock());
        new SslWireless(credentials, inbox, options.clock()).addTo(server.routes());
        new BulkSmsBd(credentials, inbox, new Account(options.balancePoisha())).addTo(server.routes());
        new AlphaSms(credentials.alphaApiKey(), inbox, new Account(options.balancePoisha()), options.clock()).addTo(server.routes());
        server.routes().control("GET", "/inbox", request -> Answer.json(inbox.toJson(
                request.query().get("phone"), Integer.parseInt(request.query().getOrDefault("limit", "50")))));
        server.routes().control("POST", "/__sim/replies", new Replies()::send);
        server.routes().control("DELETE", "/inbox", request -> {
            inbox.clear();
            return Answer.text(204, "");
        });
        return new SmsGateways(server);
    }
}
