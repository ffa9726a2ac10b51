package bd.cleancare.simulators;

import bd.cleancare.simulators.server.Address;
import bd.cleancare.simulators.server.Memory;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the environment says. What it does not say was made at start, and is told in the same NAME=value form, to be copied into the
 * settings of the program under test.
 */
final class Settings {

    private final Map<String, String> environment;
    private final Map<String, String> told = new LinkedHashMap<>();

    Settings(Map<String, String> environment) {
        this.environment = environment;
    }

    boolean has(String name) {
        return environment.containsKey(name);
    }

    String value(String name, String otherwise) {
        String value = environment.getOrDefault(name, otherwise);
        tell(name, value);
        return value;
    }

    /** {@code SIM_PORT} is the first of consecutive ports, 0 takes any; {@code SIM_PUBLIC_HOST} is the name browsers use, if it differs. */
    Address address(int gateway) {
        int first = Integer.parseInt(environment.getOrDefault("SIM_PORT", "9100"));
        int port = first == 0 ? 0 : first + gateway;
        return new Address(environment.getOrDefault("SIM_HOST", "127.0.0.1"), port, environment.get("SIM_PUBLIC_HOST"));
    }

    /** {@code SIM_STATE} is a directory in which the payment gateways keep what they know between runs. */
    Memory memory(String gateway) {
        String directory = environment.getOrDefault("SIM_STATE", "");
        return Memory.in(directory.isEmpty() ? null : Path.of(directory), gateway);
    }

    void tell(String name, String value) {
        told.put(name, value);
    }

    String told() {
        return told.entrySet().stream().map(one -> one.getKey() + "=" + one.getValue()).collect(Collectors.joining("\n"));
    }
}
