package bd.cleancare.notifications;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Something that happened and that people should hear of.
 *
 * @param key what makes a repetition the same fact: however often one key of an event is told, everybody hears once
 * @param recipients accounts; who is meant twice is told once, who is gone is not told
 * @param path where on this site one goes to see it, beginning with a slash
 * @param values what the texts may say, see {@link Event}
 */
public record Fact(Event event, String key, Collection<UUID> recipients, String path, Map<String, String> values) {

    public Fact {
        if (key.isBlank() || !path.startsWith("/")) {
            throw new IllegalArgumentException("a fact needs a key and a path on this site");
        }
        recipients = List.copyOf(new java.util.LinkedHashSet<>(recipients));
        values = Map.copyOf(values);
    }

    /** Facts are about people: logs get the event and the key. */
    @Override
    public String toString() {
        return "Fact[" + event + ", " + key + "]";
    }
}
