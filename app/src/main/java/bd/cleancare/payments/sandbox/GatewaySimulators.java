package bd.cleancare.payments.sandbox;

import bd.cleancare.payments.gateway.GatewaySettings;
import bd.cleancare.simulators.bkash.BkashGateway;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;

/** In demo and test the gateways are simulators on loopback ports, with credentials made at this start. */
@Configuration
@Profile({"demo", "test"})
@ConditionalOnProperty(name = "cleancare.gateways.simulated", matchIfMissing = true)
class GatewaySimulators {

    private final BkashGateway.Credentials bkash = BkashGateway.Credentials.generate();

    @Bean(destroyMethod = "close")
    BkashGateway simulatedBkash() {
        return BkashGateway.start(0, bkash);
    }

    @Bean
    @Primary
    GatewaySettings simulatedGatewaySettings(@Qualifier("cleancare.gateways-bd.cleancare.payments.gateway.GatewaySettings") GatewaySettings configured,
            BkashGateway simulator) {
        return configured.with(new GatewaySettings.Bkash(simulator.baseUrl(), bkash.username(), bkash.password(), bkash.appKey(), bkash.appSecret(),
                configured.bkash().refundWindow()));
    }
}
