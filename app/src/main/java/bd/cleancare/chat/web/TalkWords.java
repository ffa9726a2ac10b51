package bd.cleancare.chat.web;

import bd.cleancare.chat.RoomSummary;
import bd.cleancare.platform.pages.Ui;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** What the script of a conversation says, in the reader's language. */
public final class TalkWords {

    private static final List<String> PLAIN = List.of("you", "staff", "today", "sending", "mark.sent", "mark.delivered", "mark.read", "failed", "state.joining", "state.plain",
            "state.offline", "state.gone", "state.signed_out", "here.citizen", "here.staff", "too_long", "too_many_photos", "event.closed", "event.unassigned", "new_below");
    private static final List<String> WITH_ARGUMENT = List.of("typing", "event.assigned", "event.rated", "photo", "here.colleagues");
    /** The part of the day for each hour. */
    private static final List<String> CLOCK = List.of("late", "late", "late", "late", "dawn", "dawn", "morning", "morning", "morning", "morning", "morning", "morning",
            "noon", "noon", "noon", "afternoon", "afternoon", "afternoon", "evening", "evening", "night", "night", "night", "night");

    private TalkWords() {
    }

    public static String json(Ui ui) {
        Map<String, Object> words = new LinkedHashMap<>();
        PLAIN.forEach(key -> words.put(key, ui.text("talk." + key)));
        WITH_ARGUMENT.forEach(key -> words.put(key, ui.text("talk." + key, "#")));
        words.put("clock", CLOCK.stream().map(part -> ui.text("time.clock." + part, "#")).toList());
        return JsonMapper.shared().writeValueAsString(words);
    }

    /** What an event of the conversation is called. */
    public static String of(Ui ui, Entry entry) {
        return switch (entry.event()) {
            case "assigned" -> entry.assignee() == null ? ui.text("talk.event.unassigned") : ui.text("talk.event.assigned", ui.digits(entry.assignee()));
            case "rated" -> ui.text("talk.event.rated", entry.rating());
            default -> ui.text("talk.event." + entry.event());
        };
    }

    /** What a list shows of the last entry. */
    public static String last(Ui ui, RoomSummary summary) {
        if (summary.lastEvent() != null) {
            return ui.text("talk.last." + summary.lastEvent());
        }
        String text = summary.lastMessage() == null ? "" : summary.lastMessage().lines().findFirst().orElse("");
        return Stream.of(text, summary.lastPhotos() > 0 ? ui.text("talk.last.photo") : "").filter(part -> !part.isEmpty()).findFirst().orElse("");
    }
}
