package bd.cleancare.console.web;

import bd.cleancare.complaints.Category;
import bd.cleancare.complaints.Change;
import bd.cleancare.complaints.Complaint;
import bd.cleancare.complaints.ComplaintDraft;
import bd.cleancare.complaints.ComplaintDuplicates;
import bd.cleancare.complaints.ComplaintDuplicates.Marking;
import bd.cleancare.complaints.ComplaintEditing;
import bd.cleancare.complaints.Priority;
import bd.cleancare.complaints.TrackingNumber;
import bd.cleancare.console.Labels;
import bd.cleancare.platform.pages.Form;
import bd.cleancare.platform.pages.Page;
import bd.cleancare.platform.security.Access;
import bd.cleancare.platform.web.FieldErrors;
import bd.cleancare.platform.web.Problem;
import bd.cleancare.platform.web.RequestFields;
import bd.cleancare.shared.Viewer;
import bd.cleancare.wards.Ward;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The forms by which admins correct what a complaint says and tie it to another one. */
@Controller
@RequestMapping("/console/complaints/{id}")
class EditController {

    private final Handling handling;
    private final ComplaintEditing editing;
    private final ComplaintDuplicates duplicates;
    private final ComplaintController pages;
    private final Conflict conflict;

    EditController(Handling handling, ComplaintEditing editing, ComplaintDuplicates duplicates, ComplaintController pages, Conflict conflict) {
        this.handling = handling;
        this.editing = editing;
        this.duplicates = duplicates;
        this.pages = pages;
        this.conflict = conflict;
    }

    @Access(Access.Rule.ADMINS)
    @GetMapping("/edit/")
    Page form(@PathVariable String id, Viewer viewer) {
        Complaint seen = handling.found(id, viewer);
        var form = Form.empty().value("title", seen.title()).value("description", seen.description()).value("category", Labels.word(seen.category()))
                .value("priority", Labels.word(seen.priority())).value("location", seen.location()).value("ward_number", seen.wardNumber())
                .value("version", seen.version());
        return page(seen, form);
    }

    private static Page page(Complaint seen, Form form) {
        return Page.of("console/edit").with("complaint", seen).with("form", form);
    }

    @Access(Access.Rule.ADMINS)
    @PostMapping("/edit/")
    Page edit(@PathVariable String id, RequestFields fields, Viewer viewer) {
        Complaint seen = handling.found(id, viewer);
        try {
            UnaryOperator<ComplaintDraft> edit = edit(fields);
            Change change = editing.edit(seen, edit, Handling.version(fields), viewer);
            if (change instanceof Change.Stale(Complaint current)) {
                return conflict.page(current, fields, "edit/", rows(current, fields), viewer);
            }
            Handling.refuse(change);
            return Page.redirect(Handling.path(seen)).flash("console.done.edit");
        } catch (Problem refused) {
            if (refused.fieldErrors() == null) {
                throw refused;
            }
            return page(seen, Form.refused(fields, refused)).status(422);
        }
    }

    private static UnaryOperator<ComplaintDraft> edit(RequestFields fields) {
        String title = fields.text("title", ComplaintDraft.LONGEST_TITLE);
        String description = fields.text("description", ComplaintDraft.LONGEST_DESCRIPTION);
        Category category = fields.choice("category", word -> Labels.find(Category.class, word));
        Priority priority = fields.choice("priority", word -> Labels.find(Priority.class, word));
        String location = fields.text("location", ComplaintDraft.LONGEST_LOCATION);
        String ward = fields.optionalText("ward_number", Ward.LONGEST_NUMBER);
        fields.throwIfBad();
        return now -> new ComplaintDraft(title, description, category, priority, location, now.place(), ward == null ? null : Ward.normalisedNumber(ward));
    }

    private static List<Conflict.Row> rows(Complaint now, RequestFields fields) {
        return List.of(Conflict.text("title", now.title(), fields), Conflict.text("description", now.description(), fields),
                Conflict.choice("category", Labels.key(now.category()), fields, chosen(Category.class, "category", fields)),
                Conflict.choice("priority", Labels.key(now.priority()), fields, chosen(Priority.class, "priority", fields)),
                Conflict.text("location", now.location(), fields), Conflict.text("ward_number", now.wardNumber() == null ? "" : now.wardNumber(), fields));
    }

    private static <E extends Enum<E>> String chosen(Class<E> type, String name, RequestFields fields) {
        return Labels.key(Labels.find(type, fields.typed().get(name)).orElseThrow());
    }

    @Access(Access.Rule.ADMINS)
    @PostMapping("/duplicate/")
    Page duplicate(@PathVariable String id, RequestFields fields, Viewer viewer) {
        Complaint seen = handling.found(id, viewer);
        try {
            TrackingNumber number = number(fields);
            Marking marking = duplicates.mark(seen, number, Handling.remark(fields), Handling.version(fields), viewer);
            return switch (marking) {
                case Marking.Changed(Change.Stale(Complaint current)) ->
                    conflict.page(current, fields, "duplicate/", List.of(Conflict.text("number", null, fields), Conflict.text("comment", null, fields)), viewer);
                case Marking.Changed(Change change) -> {
                    Handling.refuse(change);
                    yield Page.redirect(Handling.path(seen)).flash("console.done.duplicate");
                }
                case Marking.NoSuchComplaint _ -> throw Problem.fields(FieldErrors.of("number", "console.duplicate.unknown"));
                case Marking.WouldChain _ -> throw Problem.fields(FieldErrors.of("number", "console.duplicate.chain"));
            };
        } catch (Problem refused) {
            if (refused.fieldErrors() == null) {
                throw refused;
            }
            return pages.page(seen, Form.refused(fields, refused), null, viewer).status(422);
        }
    }

    private static TrackingNumber number(RequestFields fields) {
        String written = fields.text("number", 60);
        fields.throwIfBad();
        return switch (TrackingNumber.parse(written)) {
            case TrackingNumber.Reading.Read(TrackingNumber number) -> number;
            case TrackingNumber.Reading.Mistyped _ -> throw Problem.fields(FieldErrors.of("number", "error.tracking_mistyped"));
            case TrackingNumber.Reading.NotOne _ -> throw Problem.fields(FieldErrors.of("number", "error.tracking_not_one"));
        };
    }
}
