package bd.cleancare.chat.web;

import bd.cleancare.chat.Mark;
import bd.cleancare.chat.Room;
import java.util.List;
import java.util.UUID;

/**
 * A conversation as a page shows it.
 *
 * @param entries a stretch of it, oldest first
 * @param older the number before which there is more, or 0
 * @param latest whether the stretch is the end of the conversation
 * @param heard how far those are whom the viewer talks to
 * @param seen how far the viewer had read before
 * @param rate whether the viewer is asked what the closed conversation was worth
 */
public record Conversation(Room room, UUID viewer, List<Entry> entries, long older, boolean latest, Mark heard, long seen, boolean rate) {

    public boolean isCitizen() {
        return viewer.equals(room.citizen());
    }

    public boolean closed() {
        return room.closedAt() != null;
    }

    /** The number of the last entry shown. */
    public long last() {
        return entries.isEmpty() ? 0 : entries.getLast().sequence();
    }

    /** The key of what has become of an entry; null for all but the viewer's last. */
    public String mark(Entry entry) {
        if (!entry.mine() || entry.event() != null || entries.stream().anyMatch(each -> each.mine() && each.event() == null && each.sequence() > entry.sequence())) {
            return null;
        }
        return heard.read() >= entry.sequence() ? "talk.mark.read" : heard.delivered() >= entry.sequence() ? "talk.mark.delivered" : "talk.mark.sent";
    }

    @Override
    public String toString() {
        return "Conversation[" + room + "]";
    }
}
