package bd.cleancare.payments;

import bd.cleancare.payments.gateway.Gateway;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The gateways that take money here, and those that took some in earlier times: these have statements. */
@Component
public class GatewaysInUse {

    private static final List<String> ALL = List.of("bkash", "nagad", "rocket", "upay", "sslcommerz");

    private final Gateways gateways;
    private final JdbcClient db;

    GatewaysInUse(Gateways gateways, JdbcClient db) {
        this.gateways = gateways;
        this.db = db;
    }

    public List<String> names() {
        Set<String> routed = Arrays.stream(Method.values()).map(gateways::of).flatMap(Optional::stream).map(Gateway::name).collect(Collectors.toSet());
        List<String> before = db.sql("SELECT name FROM unnest(?::text[]) name WHERE EXISTS (SELECT FROM payment_attempts a WHERE a.gateway = name)")
                .param(ALL.toArray(String[]::new)).query(String.class).list();
        return ALL.stream().filter(name -> routed.contains(name) || before.contains(name)).toList();
    }
}
