package bd.cleancare.payments.gateway.bkash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import bd.cleancare.payments.GatewayControl;
import bd.cleancare.payments.gateway.Gateway.Creation;
import bd.cleancare.payments.gateway.Gateway.Order;
import bd.cleancare.payments.gateway.Gateway.Outcome;
import bd.cleancare.payments.gateway.Gateway.Reference;
import bd.cleancare.payments.gateway.GatewaySettings;
import bd.cleancare.shared.Taka;
import bd.cleancare.simulators.bkash.BkashGateway.Credentials;
import bd.cleancare.simulators.bkash.BkashGateway.Options;
import bd.cleancare.simulators.server.Address;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** J26: our clock and the gateway's differ, before and after midnight, and at the end of the fiscal year. */
class ClockSkewTest {

    @ParameterizedTest
    @ValueSource(ints = {-10, 0, 10})
    void paymentIsMadeWhateverTheClocksSayAndIsDatedByTheGateway(int minutes) {
        for (String ours : List.of("2026-06-30T17:55:00Z", "2026-06-30T18:05:00Z", "2026-11-26T06:00:00Z")) {
            Instant now = Instant.parse(ours);
            Clock theirs = Clock.fixed(now.plus(Duration.ofMinutes(minutes)), java.time.ZoneOffset.UTC);
            var keys = Credentials.generate();
            try (var simulator = bd.cleancare.simulators.bkash.BkashGateway.start(Address.loopback(0), keys, Options.defaults().with(theirs))) {
                var gateway = new BkashGateway(settings(simulator.baseUrl(), keys), Clock.fixed(now, java.time.ZoneOffset.UTC));
                var created = (Creation.Created) gateway.create(new Order("TXNSKEW", Taka.of(500), "01711111111", "http://127.0.0.1:1/back/", "127.0.0.1"));
                new GatewayControl(simulator.baseUrl()).payer(created.paymentId(), Map.of("wallet", "01711111111"));
                var attempt = new Reference("TXNSKEW", created.paymentId(), Taka.of(500), now, null);
                assertThat(gateway.query(attempt)).isInstanceOf(Outcome.Authorised.class);
                assertThat(gateway.confirm(attempt)).isInstanceOfSatisfying(Outcome.Paid.class,
                        paid -> assertThat(paid.paidAt()).isCloseTo(theirs.instant(), within(1, ChronoUnit.SECONDS)));
            }
        }
    }

    private static GatewaySettings settings(String url, Credentials keys) {
        var none = Duration.ofDays(1);
        return new GatewaySettings(Duration.ofSeconds(5), Duration.ofSeconds(30), 8, Duration.ofSeconds(30),
                new GatewaySettings.Bkash(url, keys.username(), keys.password(), keys.appKey(), keys.appSecret(), none), new GatewaySettings.Nagad("", "", "", List.of(), "", none),
                new GatewaySettings.Rocket("", "", "", "", "soap", ""), new GatewaySettings.Upay("", "", "", "", "", "", "", "", none),
                new GatewaySettings.Sslcommerz("", "", "", "", none));
    }
}
