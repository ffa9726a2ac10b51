package bd.cleancare.complaints;

import bd.cleancare.platform.pages.Choice;
import bd.cleancare.platform.pages.Ui;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** How pages show what a complaint is: words in the reader's language, an icon, a tone. */
public final class Looks {

    private Looks() {
    }

    public static String icon(Category category) {
        return switch (category) {
            case CLEANLINESS -> "broom";
            case WASTE -> "bin";
            case WATER -> "drop";
            case ROADS -> "road";
            case ELECTRICITY -> "bolt";
            case OTHER -> "dots";
        };
    }

    public static String icon(ComplaintStatus status) {
        return switch (status) {
            case SUBMITTED -> "inbox";
            case IN_PROGRESS -> "progress";
            case RESOLVED -> "check-circle";
            case CANCELLED -> "x-circle";
        };
    }

    public static String icon(HistoryKind kind) {
        return switch (kind) {
            case FILED -> "inbox";
            case STATUS -> "progress";
            case ASSIGNED -> "user";
            case EDITED -> "edit";
            case COMMENT -> "message";
            case PHOTOS -> "image";
            case WITHDRAWN -> "x-circle";
            case DUPLICATE -> "copy";
            case RATED -> "star";
            case CONFIRMED -> "check-circle";
            case REOPENED -> "refresh";
            case RELEASED -> "users";
        };
    }

    /** The stars of a rating in the history. */
    public static int score(ComplaintHistory.Entry rated) {
        return JsonMapper.shared().readTree(rated.details()).path("score").asInt();
    }

    public static String tone(ComplaintStatus status) {
        return switch (status) {
            case SUBMITTED -> "info";
            case IN_PROGRESS -> "warn";
            case RESOLVED -> "good";
            case CANCELLED -> null;
        };
    }

    public static String tone(Priority priority) {
        return switch (priority) {
            case HIGH -> "danger";
            case MEDIUM -> "warn";
            case LOW -> null;
        };
    }

    public static String key(Category category) {
        return "complaint.category." + category.name();
    }

    public static String key(ComplaintStatus status) {
        return "complaint.status." + status.name();
    }

    public static String key(Priority priority) {
        return "complaint.priority." + priority.name();
    }

    public static String words(Ui ui, Category category) {
        return ui.text(key(category));
    }

    public static String words(Ui ui, ComplaintStatus status) {
        return ui.text(key(status));
    }

    public static String words(Ui ui, Priority priority) {
        return ui.text(key(priority));
    }

    public static List<Choice> categories(Ui ui) {
        return Arrays.stream(Category.values()).map(each -> new Choice(each.word(), words(ui, each), null, icon(each))).toList();
    }

    public static List<Choice> priorities(Ui ui) {
        return Arrays.stream(Priority.values()).map(each -> new Choice(each.word(), words(ui, each), ui.text(key(each) + ".hint"), null)).toList();
    }
}
