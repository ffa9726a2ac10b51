package bd.cleancare.console;

import bd.cleancare.complaints.Category;
import bd.cleancare.complaints.ComplaintQuery;
import bd.cleancare.complaints.ComplaintStatus;
import bd.cleancare.complaints.Priority;
import bd.cleancare.complaints.QueueFilter;
import bd.cleancare.complaints.QueueOrder;
import bd.cleancare.platform.pages.Form;
import bd.cleancare.shared.Digits;
import bd.cleancare.shared.Ids;
import bd.cleancare.shared.Text;
import bd.cleancare.shared.Viewer;
import bd.cleancare.wards.Ward;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The filters and the order of a queue, as its address says them. What makes no sense is left out, so an old link still opens. */
public final class QueueView {

    public static final String ME = "me";
    public static final String NOBODY = "none";
    private static final List<String> NAMES = List.of("status", "category", "priority", "ward", "assignee", "days", "q", "order");
    private static final int LONGEST_QUERY = 2_000;

    private final Map<String, String> values = new LinkedHashMap<>();

    private QueueView(Function<String, String> parameter) {
        for (String name : NAMES) {
            String raw = parameter.apply(name);
            String value = raw == null || raw.indexOf('\0') >= 0 ? "" : Text.normalise(raw);
            if (!value.isEmpty() && makesSense(name, value)) {
                values.put(name, "days".equals(name) || "ward".equals(name) ? Digits.toAscii(value) : value);
            }
        }
    }

    public static QueueView of(Function<String, String> parameter) {
        return new QueueView(parameter);
    }

    /** From the part of an address behind the question mark. */
    public static QueueView parse(String query) {
        var parameters = new LinkedHashMap<String, String>();
        if (query != null && query.length() <= LONGEST_QUERY) {
            for (String pair : query.split("&")) {
                int at = pair.indexOf('=');
                if (at > 0) {
                    parameters.putIfAbsent(pair.substring(0, at), decoded(pair.substring(at + 1)));
                }
            }
        }
        return new QueueView(parameters::get);
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return "";
        }
    }

    private static boolean makesSense(String name, String value) {
        return switch (name) {
            case "status" -> Labels.find(ComplaintStatus.class, value).isPresent();
            case "category" -> Labels.find(Category.class, value).isPresent();
            case "priority" -> Labels.find(Priority.class, value).isPresent();
            case "ward" -> Text.length(value) <= Ward.LONGEST_NUMBER;
            case "assignee" -> value.equals(ME) || value.equals(NOBODY) || Ids.parse(value) != null;
            case "days" -> Digits.toAscii(value).matches("\\d{1,4}");
            case "order" -> Labels.find(QueueOrder.class, value).isPresent();
            default -> Text.length(value) <= ComplaintQuery.LONGEST_SEARCH;
        };
    }

    public QueueFilter filter(Viewer viewer) {
        return new QueueFilter(Labels.find(ComplaintStatus.class, get("status")).orElse(null), Labels.find(Category.class, get("category")).orElse(null),
                Labels.find(Priority.class, get("priority")).orElse(null), values.get("ward"), assignee(viewer),
                values.containsKey("days") ? Integer.valueOf(get("days")) : null, ComplaintQuery.wordsOf(values.get("q")));
    }

    private QueueFilter.Assignee assignee(Viewer viewer) {
        return switch (get("assignee")) {
            case "" -> null;
            case NOBODY -> new QueueFilter.Assignee(null);
            case ME -> new QueueFilter.Assignee(viewer.id());
            case String id -> new QueueFilter.Assignee(UUID.fromString(id));
        };
    }

    public QueueOrder order() {
        return QueueOrder.ofWord(get("order"));
    }

    public String get(String name) {
        return values.getOrDefault(name, "");
    }

    public Map<String, String> values() {
        return values;
    }

    public Form form() {
        var form = Form.empty();
        values.forEach(form::value);
        return form;
    }

    /** For behind the question mark of a path. */
    public String query() {
        return values.entrySet().stream().map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    public String on(String path) {
        return values.isEmpty() ? path : path + "?" + query();
    }

    /** On the path, and with a further parameter. */
    public String on(String path, String name, String value) {
        return path + "?" + (values.isEmpty() ? "" : query() + "&") + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** The same with one filter changed; null takes it away. */
    public QueueView with(String name, String value) {
        return new QueueView(each -> each.equals(name) ? value : values.get(each));
    }
}
