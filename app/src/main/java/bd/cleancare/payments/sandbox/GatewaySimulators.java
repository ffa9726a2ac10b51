package bd.cleancare.payments.sandbox;

import bd.cleancare.payments.gateway.GatewaySettings;
import bd.cleancare.platform.settings.KeptSecrets;
import bd.cleancare.simulators.bkash.BkashGateway;
import bd.cleancare.simulators.nagad.NagadGateway;
import bd.cleancare.simulators.rocket.RocketGateway;
import bd.cleancare.simulators.server.Address;
import bd.cleancare.simulators.server.Memory;
import bd.cleancare.simulators.sslcommerz.SslcommerzGateway;
import bd.cleancare.simulators.upay.UpayGateway;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.server.servlet.context.ServletWebServerInitializedEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;

/**
 * In demo and test the gateways are simulators on loopback ports, with credentials of their own. What they know of payments outlives
 * a start of the demo as its database does.
 */
@Configuration
@Profile({"demo", "test"})
@ConditionalOnProperty(name = "cleancare.gateways.simulated", matchIfMissing = true)
class GatewaySimulators {

    private static final Address ANY_PORT = Address.loopback(0);

    private final Path directory;
    private final BkashGateway.Credentials bkash = BkashGateway.Credentials.generate();
    private final NagadGateway.Credentials nagad;
    private final RocketGateway.Credentials rocket = RocketGateway.Credentials.generate();
    private final UpayGateway.Credentials upay = UpayGateway.Credentials.generate();
    private final SslcommerzGateway.Credentials sslcommerz = SslcommerzGateway.Credentials.generate();

    /** @param directory where the gateways keep what they know when they are stopped; empty: nowhere */
    GatewaySimulators(@Value("${cleancare.gateways.simulator-directory:}") String directory) {
        this.directory = directory.isEmpty() ? null : Path.of(directory);
        this.nagad = this.directory == null ? NagadOfThisProcess.CREDENTIALS : keptNagad(this.directory.resolve("nagad-keys.properties"));
    }

    /** Two pairs of RSA keys take longer to make than all beans of a module, so a demo makes them once. */
    private static NagadGateway.Credentials keptNagad(Path file) {
        var kept = KeptSecrets.in(file, () -> {
            var made = NagadGateway.Credentials.generate();
            return Map.of("merchant-id", made.merchantId(), "merchant-private", made.merchantPrivateKey(), "merchant-public", made.merchantPublicKey(),
                    "gateway-private", made.gatewayPrivateKey(), "gateway-public", made.gatewayPublicKey());
        });
        return new NagadGateway.Credentials(kept.getProperty("merchant-id"), kept.getProperty("merchant-private"), kept.getProperty("merchant-public"),
                kept.getProperty("gateway-private"), kept.getProperty("gateway-public"));
    }

    private static final class NagadOfThisProcess {

        static final NagadGateway.Credentials CREDENTIALS = NagadGateway.Credentials.generate();
    }

    private Memory memory(String gateway) {
        return Memory.in(directory, gateway);
    }

    @Bean(destroyMethod = "close")
    BkashGateway simulatedBkash() {
        return BkashGateway.start(ANY_PORT, bkash, BkashGateway.Options.defaults(), memory("bkash"));
    }

    @Bean(destroyMethod = "close")
    NagadGateway simulatedNagad() {
        return NagadGateway.start(ANY_PORT, nagad, NagadGateway.Options.defaults(), memory("nagad"));
    }

    @Bean(destroyMethod = "close")
    RocketGateway simulatedRocket() {
        return RocketGateway.start(ANY_PORT, rocket, RocketGateway.Options.returningTo("", ""), memory("rocket"));
    }

    @Bean(destroyMethod = "close")
    UpayGateway simulatedUpay() {
        return UpayGateway.start(ANY_PORT, upay, UpayGateway.Options.defaults(), memory("upay"));
    }

    @Bean(destroyMethod = "close")
    SslcommerzGateway simulatedSslcommerz() {
        return SslcommerzGateway.start(ANY_PORT, sslcommerz, SslcommerzGateway.Options.defaults(), memory("sslcommerz"));
    }

    @Bean
    @Primary
    GatewaySettings simulatedGatewaySettings(@Qualifier("cleancare.gateways-bd.cleancare.payments.gateway.GatewaySettings") GatewaySettings configured,
            BkashGateway bkashServer, NagadGateway nagadServer, RocketGateway rocketServer, UpayGateway upayServer, SslcommerzGateway sslcommerzServer) {
        var upaySet = configured.upay();
        return configured.with(
                new GatewaySettings.Bkash(bkashServer.baseUrl(), bkash.username(), bkash.password(), bkash.appKey(), bkash.appSecret(), configured.bkash().refundWindow()),
                new GatewaySettings.Nagad(nagadServer.baseUrl() + "/api/dfs", nagad.merchantId(), nagad.merchantPrivateKey(), List.of(nagad.gatewayPublicKey()), "127.0.0.1",
                        configured.nagad().refundWindow()),
                new GatewaySettings.Rocket(rocketServer.baseUrl(), rocket.userId(), rocket.password(), rocket.checksumSecret(), configured.rocket().transport(), "127.0.0.1"),
                new GatewaySettings.Upay(upayServer.baseUrl(), upay.merchantId(), upay.merchantKey(), upaySet.merchantName(), upaySet.merchantCode(), upaySet.merchantCity(),
                        upaySet.categoryCode(), upaySet.merchantMobile(), upaySet.refundWindow()),
                new GatewaySettings.Sslcommerz(sslcommerzServer.baseUrl(), sslcommerz.storeId(), sslcommerz.storePassword(), configured.sslcommerz().wallet(),
                        configured.sslcommerz().refundWindow()));
    }

    /** The bank knows our return address from a form it was sent on paper; here it hears of it when our port is known. */
    @EventListener
    void tellTheBank(ServletWebServerInitializedEvent started) throws IOException, InterruptedException {
        if (started.getApplicationContext().getServerNamespace() != null) {
            return;
        }
        String back = "http://localhost:" + started.getWebServer().getPort() + "/api/payments/rocket/callback/";
        String rocketUrl = started.getApplicationContext().getBean(RocketGateway.class).baseUrl();
        try (var http = HttpClient.newHttpClient()) {
            http.send(HttpRequest.newBuilder(URI.create(rocketUrl + "/__sim/return-urls"))
                    .POST(BodyPublishers.ofString("{\"success\":\"" + back + "\",\"fail\":\"" + back + "\"}")).build(), BodyHandlers.discarding());
        }
    }
}
