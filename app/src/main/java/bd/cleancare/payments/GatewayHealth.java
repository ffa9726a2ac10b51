package bd.cleancare.payments;

import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Each gateway by itself at {@code /actuator/health/payments}. One that rests is somebody else's trouble and never makes this process unwell. */
@Configuration
class GatewayHealth {

    /** The mildest of all states, so that the whole stays as well as it is. */
    private static final Status RESTING = new Status("RESTING");

    @Bean
    static HealthContributor gatewaysHealthContributor(Gateways gateways) {
        Map<String, HealthIndicator> each = gateways.states().keySet().stream().collect(Collectors.toMap(name -> name, name -> () -> health(gateways, name)));
        // Of nothing at all nothing would be known; where no gateway is set up, none is missing.
        return each.isEmpty() ? (HealthIndicator) () -> Health.up().build() : CompositeHealthContributor.fromMap(each);
    }

    private static Health health(Gateways gateways, String name) {
        boolean resting = gateways.named(name).map(gateway -> gateway.http().resting()).orElse(true);
        return resting ? Health.status(RESTING).build() : Health.up().build();
    }
}
