package bd.cleancare.console;

import bd.cleancare.complaints.Category;
import bd.cleancare.complaints.ComplaintStatus;
import bd.cleancare.complaints.Looks;
import bd.cleancare.complaints.Priority;
import bd.cleancare.platform.pages.Ui;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How the console names what complaints are made of, in words and in addresses. */
public final class Labels {

    private Labels() {
    }

    /** The key of the words of an enum constant. */
    public static String key(Enum<?> constant) {
        return switch (constant) {
            case Category category -> Looks.key(category);
            case ComplaintStatus status -> Looks.key(status);
            case Priority priority -> Looks.key(priority);
            default -> "console." + constant.getDeclaringClass().getSimpleName().toLowerCase(Locale.ROOT) + "." + word(constant);
        };
    }

    public static String of(Ui ui, Enum<?> constant) {
        return constant == null ? "" : ui.text(key(constant));
    }

    /** How addresses and forms name a constant. */
    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    public static <E extends Enum<E>> Optional<E> find(Class<E> type, String word) {
        for (E constant : type.getEnumConstants()) {
            if (word(constant).equals(word)) {
                return Optional.of(constant);
            }
        }
        return Optional.empty();
    }

    public static <E extends Enum<E>> Map<String, String> options(Ui ui, Class<E> type) {
        var options = new LinkedHashMap<String, String>();
        for (E constant : type.getEnumConstants()) {
            options.put(word(constant), of(ui, constant));
        }
        return options;
    }

    public static Map<String, String> categories(Ui ui) {
        return options(ui, Category.class);
    }

    public static Map<String, String> priorities(Ui ui) {
        return options(ui, Priority.class);
    }

    public static Map<String, String> statuses(Ui ui) {
        return options(ui, ComplaintStatus.class);
    }
}
