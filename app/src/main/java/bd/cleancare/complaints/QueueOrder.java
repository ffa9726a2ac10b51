package bd.cleancare.complaints;

import bd.cleancare.shared.Worded;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** The orders of the queue. Each goes down to the id, so that a cursor names one place in it. */
public enum QueueOrder implements Worded {
    NEWEST, OLDEST,
    /** The most urgent first, and among equals whoever waits longest. */
    URGENT;

    public static QueueOrder ofWord(String word) {
        return Worded.find(QueueOrder.class, word).orElse(NEWEST);
    }

    @Override
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    String sql(boolean backwards) {
        return (this == URGENT ? "c.priority" + (backwards ? " DESC, " : ", ") : "") + byTime(backwards);
    }

    /** Stretches of an index one after the other, each to be read from where the cursor stands. */
    List<Condition> pieces(QueueCursor from, boolean backwards) {
        if (this != URGENT) {
            return List.of(from == null ? Condition.ALL : beyond(from, backwards));
        }
        int start = from != null && !backwards ? from.priority() : 1;
        int end = from != null && backwards ? from.priority() : Priority.values().length;
        return IntStream.rangeClosed(start, end).mapToObj(priority -> {
            Condition piece = Condition.of("c.priority = ?", priority);
            return from != null && priority == from.priority() ? piece.and(beyond(from, backwards)) : piece;
        }).toList();
    }

    String byTime(boolean backwards) {
        return descending(backwards) ? "c.created_at DESC, c.id DESC" : "c.created_at, c.id";
    }

    private Condition beyond(QueueCursor from, boolean backwards) {
        return Condition.of("(c.created_at, c.id) " + (descending(backwards) ? "<" : ">") + " (?, ?)", from.time(), from.id());
    }

    private boolean descending(boolean backwards) {
        return (this == NEWEST) != backwards;
    }
}
