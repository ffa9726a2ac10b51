package bd.cleancare.simulators;

import bd.cleancare.simulators.server.Address;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the environment says. What it does not say was made at start, and is told in the same NAME=value form, to be copied into the
 * settings of the program under test.
 */
final class Settings {

    private final Map<String, String> environment;
    private final Map<String, String> used = new LinkedHashMap<>();

    Settings(Map<String, String> environment) {
        this.environment = environment;
    }

    String value(String name, String otherwise) {
        String value = environment.getOrDefault(name, otherwise);
        used.put(name, value);
        return value;
    }

    /** {@code SIM_PORT} is the first of consecutive ports; {@code SIM_PUBLIC_HOST} is the name browsers use, if it differs. */
    Address address(int gateway) {
        int port = Integer.parseInt(environment.getOrDefault("SIM_PORT", "9100")) + gateway;
        String publicHost = environment.get("SIM_PUBLIC_HOST");
        return new Address(environment.getOrDefault("SIM_HOST", "127.0.0.1"), port,
                publicHost == null ? null : "http://" + publicHost + ":" + port);
    }

    String used() {
        return used.entrySet().stream().map(one -> one.getKey() + "=" + one.getValue()).collect(Collectors.joining("\n"));
    }
}
