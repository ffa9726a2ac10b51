package bd.cleancare.payments;

import java.util.Map;
import org.springframework.stereotype.Component;

/** The front door for whoever looks after the gateways: which answer, and waking one that is left alone after failures. */
@Component
public class GatewayStates {

    private final Gateways gateways;

    GatewayStates(Gateways gateways) {
        this.gateways = gateways;
    }

    /** By name: {@code closed} while all is well, {@code open} while the gateway is left alone, {@code half_open} while it is tried again. */
    public Map<String, String> all() {
        return gateways.states();
    }

    /** @return false when there is no such gateway */
    public boolean wake(String name) {
        gateways.named(name).ifPresent(gateway -> gateway.http().wake());
        return gateways.named(name).isPresent();
    }
}
