package bd.cleancare.console.web;

import bd.cleancare.complaints.Complaint;
import bd.cleancare.complaints.ComplaintHistory;
import bd.cleancare.platform.pages.Page;
import bd.cleancare.platform.web.RequestFields;
import bd.cleancare.shared.Viewer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** The page for two people who changed one complaint: what it says now, what was typed, and the form to send once more. */
@Component
public class Conflict {

    /**
     * One thing the form asks for.
     *
     * @param now what the complaint says, in the reader's words; null where nothing corresponds
     * @param key the message key to show for what was chosen; null for typed text, which may be changed once more
     */
    public record Row(String name, String label, String now, String yours, String key) {

        /** Written text can be edited on the spot; a choice stands as it was made. */
        public boolean written() {
            return key == null;
        }

        /** What both say alike need not be shown, only sent again. */
        public boolean differs() {
            return !Objects.equals(now, written() ? yours : key);
        }
    }

    private final ComplaintHistory history;

    Conflict(ComplaintHistory history) {
        this.history = history;
    }

    /** @param form the address behind the complaint's own that takes the form again */
    Page page(Complaint current, RequestFields fields, String form, List<Row> rows, Viewer viewer) {
        Integer seen = fields.optionalInteger("version");
        var since = history.everything(current, viewer).stream().filter(entry -> seen == null || entry.sequence() > seen).toList();
        return Page.of("console/conflict").status(409).with("complaint", current).with("rows", new ArrayList<>(rows)).with("since", since)
                .with("action", Handling.path(current) + form);
    }

    static Row text(String name, String now, RequestFields fields) {
        return new Row(name, "console.field." + name, now, fields.typed().getOrDefault(name, ""), null);
    }

    static Row choice(String name, String now, RequestFields fields, String key) {
        return new Row(name, "console.field." + name, now, fields.typed().getOrDefault(name, ""), key);
    }
}
