package bd.cleancare.platform.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is wrong with the fields of a request, all at once: one list of messages per field. */
public final class FieldErrors {

    /** A message key with its arguments; the words are chosen at the edge, in the caller's language. */
    public record Message(String key, Object... args) {
    }

    private final Map<String, List<Message>> byField = new LinkedHashMap<>();

    public static FieldErrors of(String field, String key, Object... args) {
        return new FieldErrors().add(field, key, args);
    }

    public FieldErrors add(String field, String key, Object... args) {
        byField.computeIfAbsent(field, _ -> new ArrayList<>()).add(new Message(key, args));
        return this;
    }

    public boolean isEmpty() {
        return byField.isEmpty();
    }

    public boolean has(String field) {
        return byField.containsKey(field);
    }

    public Map<String, List<Message>> byField() {
        return byField;
    }

    /** @throws Problem 400 with one member per bad field, when there is any */
    public void throwIfAny() {
        if (!isEmpty()) {
            throw Problem.fields(this);
        }
    }
}
