package bd.cleancare.complaints;

import bd.cleancare.shared.Viewer;
import bd.cleancare.wards.Wards;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** Changes what a complaint says. The owner and admins may; what was said before stays in the history. */
@Component
public class ComplaintEditing {

    private static final int ATTEMPTS = 20;

    private final ComplaintStore store;
    private final Wards wards;

    ComplaintEditing(ComplaintStore store, Wards wards) {
        this.store = store;
        this.wards = wards;
    }

    /**
     * @param edit what to change; applied to what the complaint says now, again if somebody else was faster
     * @param expectedVersion the version the viewer looked at, or null to change what the edit names whatever else has changed
     */
    public Change edit(Complaint seen, UnaryOperator<ComplaintDraft> edit, Integer expectedVersion, Viewer viewer) {
        if (!viewer.isAdmin() && !seen.user().equals(viewer.id())) {
            return new Change.Forbidden(Change.Forbidden.Reason.OWNER_OR_ADMIN);
        }
        Complaint current = seen;
        for (int i = 0; i < ATTEMPTS; i++) {
            if (expectedVersion != null && expectedVersion != current.version()) {
                return new Change.Stale(current);
            }
            Optional<Complaint> edited = write(current, edit.apply(ComplaintDraft.of(current)).located(wards), viewer);
            if (edited.isPresent()) {
                return new Change.Done(edited.get());
            }
            Optional<Complaint> now = store.find(seen.id(), viewer);
            if (now.isEmpty()) {
                return new Change.Gone();
            }
            current = now.get();
        }
        return new Change.Stale(current);
    }

    private Optional<Complaint> write(Complaint current, ComplaintDraft draft, Viewer viewer) {
        Map<String, Object> differences = differences(ComplaintDraft.of(current), draft);
        if (differences.isEmpty()) {
            return Optional.of(current);
        }
        var update = new GuardedUpdate()
                .set("title", draft.title()).set("description", draft.description())
                .set("category", draft.category().code()).set("priority", draft.priority().code()).set("location", draft.location())
                .set("latitude", draft.place() == null ? null : draft.place().latitude())
                .set("longitude", draft.place() == null ? null : draft.place().longitude())
                .set("ward_number", draft.wardNumber())
                .set("search_text", ComplaintStore.searchText(draft, current.trackingNumber()))
                .whenVersion(current.version());
        return store.change(current.id(), update, HistoryEntry.of(HistoryKind.EDITED, viewer.id(), Remark.NONE, differences));
    }

    /** Old and new value of each field that differs. */
    private static Map<String, Object> differences(ComplaintDraft before, ComplaintDraft after) {
        var differences = new LinkedHashMap<String, Object>();
        note(differences, "title", before.title(), after.title());
        note(differences, "description", before.description(), after.description());
        note(differences, "category", before.category().word(), after.category().word());
        note(differences, "priority", before.priority().word(), after.priority().word());
        note(differences, "location", before.location(), after.location());
        note(differences, "place", place(before), place(after));
        note(differences, "ward_number", before.wardNumber(), after.wardNumber());
        return differences;
    }

    private static void note(Map<String, Object> differences, String field, String before, String after) {
        if (!Objects.equals(before, after)) {
            differences.put(field, List.of(Objects.requireNonNullElse(before, ""), Objects.requireNonNullElse(after, "")));
        }
    }

    private static String place(ComplaintDraft draft) {
        return draft.place() == null ? null : draft.place().latitude().toPlainString() + "," + draft.place().longitude().toPlainString();
    }
}
