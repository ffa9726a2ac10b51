package bd.cleancare.platform.pages;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One sentence that outlives a redirect, as a message key with its arguments. */
public record Flash(Kind kind, String key, List<String> args) {

    public enum Kind { SUCCESS, WARNING }

    private static final String SEPARATOR = "\u001f";

    static Flash of(Kind kind, String key, Object... args) {
        return new Flash(kind, key, Arrays.stream(args).map(String::valueOf).toList());
    }

    String packed() {
        var parts = new ArrayList<>(List.of(kind.name(), key));
        parts.addAll(args);
        return String.join(SEPARATOR, parts);
    }

    static Flash unpacked(String packed) {
        String[] parts = packed.split(SEPARATOR, -1);
        return new Flash(Kind.valueOf(parts[0]), parts[1], List.of(parts).subList(2, parts.length));
    }
}
