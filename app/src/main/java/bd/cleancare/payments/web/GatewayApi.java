package bd.cleancare.payments.web;

import bd.cleancare.payments.GatewayStates;
import bd.cleancare.platform.security.Access;
import bd.cleancare.platform.web.Problem;
import bd.cleancare.platform.web.Summary;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How the gateways are, and waking one that is left alone after failures. */
@RestController
@RequestMapping("/api/payments/gateways")
class GatewayApi {

    private final GatewayStates states;

    GatewayApi(GatewayStates states) {
        this.states = states;
    }

    @Summary("List how the payment gateways are")
    @GetMapping
    @Access(Access.Rule.ADMINS)
    Map<String, Object> all() {
        return Map.of("gateways", states.all());
    }

    @Summary("Send payments through a gateway again")
    @PostMapping("/{name}/wake")
    @Access(Access.Rule.SUPER_ADMINS)
    Map<String, Object> wake(@PathVariable String name) {
        if (!states.wake(name)) {
            throw Problem.notFound();
        }
        return Map.of("gateways", states.all());
    }
}
