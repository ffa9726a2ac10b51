package bd.cleancare.payments;

import bd.cleancare.payments.gateway.Gateway;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Which gateway takes which method, by the settings. */
@Component
class Gateways {

    private final Map<String, Gateway> byName;
    private final PaymentSettings settings;

    Gateways(List<Gateway> all, PaymentSettings settings) {
        this.byName = all.stream().filter(Gateway::configured).collect(Collectors.toMap(Gateway::name, Function.identity()));
        this.settings = settings;
    }

    Optional<Gateway> of(Method method) {
        return Optional.ofNullable(byName.get(settings.routes().of(method)));
    }

    /** The gateway of an attempt that was begun earlier; it may have lost its credentials since. */
    Optional<Gateway> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    Map<String, String> states() {
        return byName.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().http().state(), (a, _) -> a, java.util.TreeMap::new));
    }
}
