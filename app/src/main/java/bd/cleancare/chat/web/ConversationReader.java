package bd.cleancare.chat.web;

import bd.cleancare.chat.Attachment;
import bd.cleancare.chat.ChatHistory;
import bd.cleancare.chat.ChatMessage;
import bd.cleancare.chat.Mark;
import bd.cleancare.chat.Room;
import bd.cleancare.chat.Rooms;
import bd.cleancare.chat.Talk;
import bd.cleancare.shared.CityTime;
import bd.cleancare.shared.Digits;
import bd.cleancare.shared.Viewer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a stretch of a conversation for a page. */
@Component
class ConversationReader {

    static final int STRETCH = 50;

    private final ChatHistory history;
    private final Rooms rooms;
    private final Talk talk;
    private final JsonMapper json;

    ConversationReader(ChatHistory history, Rooms rooms, Talk talk, JsonMapper json) {
        this.history = history;
        this.rooms = rooms;
        this.talk = talk;
        this.json = json;
    }

    /**
     * Whoever is shown the end of a conversation has read it.
     *
     * @param before the number before which to read, out of an address; anything that is none reads the end
     */
    Conversation read(Room room, String before, Viewer viewer) {
        Conversation shown = look(room, before, viewer);
        if (shown.latest() && shown.last() > shown.seen()) {
            talk.mark(room, shown.last(), shown.last(), viewer);
        }
        return shown;
    }

    /** As {@link #read}, for what is not before anybody's eyes yet. */
    Conversation look(Room room, String before, Viewer viewer) {
        long end = number(before);
        boolean latest = end <= 1 || end > room.lastSequence();
        List<ChatMessage> messages = history.before(room.id(), latest ? Long.MAX_VALUE : end, STRETCH).reversed();
        List<Mark> marks = rooms.marks(room);
        long read = marks.stream().filter(mark -> mark.userId().equals(viewer.id())).mapToLong(Mark::read).findFirst().orElse(0);
        List<Entry> entries = entries(messages, read, viewer);
        long older = messages.isEmpty() || messages.getFirst().sequence() == 1 ? 0 : messages.getFirst().sequence();
        return new Conversation(room, viewer.id(), entries, older, latest, heard(room, marks, viewer), read, latest && asksForRating(room, entries, viewer));
    }

    private static long number(String typed) {
        try {
            return typed == null ? 0 : Long.parseLong(Digits.toAscii(typed));
        } catch (NumberFormatException _) {
            return 0;
        }
    }

    private List<Entry> entries(List<ChatMessage> messages, long read, Viewer viewer) {
        var entries = new ArrayList<Entry>();
        for (ChatMessage message : messages) {
            entries.add(entry(message, entries.isEmpty() ? null : entries.getLast(), read, viewer.id()));
        }
        return entries;
    }

    private Entry entry(ChatMessage message, Entry before, long read, UUID viewer) {
        LocalDate day = message.timestamp().atZone(CityTime.ZONE).toLocalDate();
        boolean newDay = before == null || !before.day().equals(day);
        boolean same = !newDay && before.event() == null && before.message().senderId().equals(message.senderId());
        boolean mine = message.senderId().equals(viewer);
        JsonNode details = json.readTree(message.details() == null ? "{}" : message.details());
        boolean fresh = !mine && read > 0 && message.sequence() == read + 1;
        return new Entry(message, mine, day, newDay, same && !fresh, fresh, List.of(json.readValue(message.attachments(), Attachment[].class)), message.event(),
                details.path("assigned_to_name").asString(null), details.path("rating").asInt(0));
    }

    /** Staff ask whether the citizen has read, not whether a colleague has. */
    static Mark heard(Room room, List<Mark> marks, Viewer viewer) {
        List<Mark> others = marks.stream().filter(mark -> !mark.userId().equals(viewer.id()))
                .filter(mark -> room.citizen() == null || room.isCitizen(viewer) || mark.userId().equals(room.citizen())).toList();
        return new Mark(null, others.stream().mapToLong(Mark::delivered).max().orElse(0), others.stream().mapToLong(Mark::read).max().orElse(0));
    }

    /** A message after the closing would have opened the conversation again, so the closing is among the last entries. */
    private static boolean asksForRating(Room room, List<Entry> entries, Viewer viewer) {
        if (room.closedAt() == null || !room.isCitizen(viewer)) {
            return false;
        }
        return entries.reversed().stream().map(Entry::event).filter(event -> "closed".equals(event) || "rated".equals(event)).findFirst().map("closed"::equals)
                .orElse(false);
    }
}
