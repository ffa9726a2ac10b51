package bd.cleancare.console;

import bd.cleancare.complaints.Category;
import bd.cleancare.complaints.ComplaintHistory;
import bd.cleancare.complaints.HistoryKind;
import bd.cleancare.complaints.Looks;
import bd.cleancare.complaints.Priority;
import bd.cleancare.platform.pages.Ui;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What happened to a complaint, in words. */
public final class History {

    /** A field that was edited. */
    public record Edited(String field, String before, String after) {
    }

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> FIELDS = Set.of("title", "description", "category", "priority", "location", "place", "ward_number");

    private History() {
    }

    public static String icon(ComplaintHistory.Entry entry) {
        return switch (entry.kind()) {
            case FILED -> "inbox";
            case STATUS, WITHDRAWN -> Looks.icon(entry.newStatus());
            case ASSIGNED -> "user";
            case EDITED -> "edit";
            case COMMENT -> entry.comment() == null ? "lock" : "message";
            case PHOTOS -> "camera";
            case DUPLICATE -> "copy";
            case RATED -> "star";
            case CONFIRMED -> "check-circle";
            case REOPENED -> "refresh";
            case RELEASED -> "users";
        };
    }

    public static String title(Ui ui, ComplaintHistory.Entry entry) {
        return switch (entry.kind()) {
            case STATUS -> ui.text("console.history.status", Labels.of(ui, entry.newStatus()));
            case ASSIGNED -> entry.assignedToName() == null ? ui.text("console.history.unassigned")
                    : ui.text("console.history.assigned", ui.digits(entry.assignedToName()));
            case COMMENT -> ui.text(entry.comment() == null ? "console.history.note" : "console.history.comment");
            case PHOTOS -> ui.count("console.history.photos", details(entry).path("count").asInt(1));
            case RATED -> ui.count("console.history.rated", details(entry).path("score").asInt());
            case FILED, EDITED, WITHDRAWN, DUPLICATE, CONFIRMED, REOPENED, RELEASED -> ui.text("console.history." + entry.kind().word());
        };
    }

    public static List<Edited> changes(Ui ui, ComplaintHistory.Entry entry) {
        var changes = new ArrayList<Edited>();
        if (entry.kind() == HistoryKind.EDITED) {
            details(entry).propertyStream().filter(field -> FIELDS.contains(field.getKey())).forEach(field -> changes.add(new Edited(field.getKey(),
                    shown(ui, field.getKey(), field.getValue().path(0).asString("")), shown(ui, field.getKey(), field.getValue().path(1).asString("")))));
        }
        return changes;
    }

    private static String shown(Ui ui, String field, String value) {
        return switch (field) {
            case "category" -> Category.ofWord(value).map(category -> Labels.of(ui, category)).orElse(value);
            case "priority" -> Priority.ofWord(value).map(priority -> Labels.of(ui, priority)).orElse(value);
            default -> value.isEmpty() ? "–" : value;
        };
    }

    private static JsonNode details(ComplaintHistory.Entry entry) {
        return entry.details() == null ? JSON.createObjectNode() : JSON.readTree(entry.details());
    }
}
