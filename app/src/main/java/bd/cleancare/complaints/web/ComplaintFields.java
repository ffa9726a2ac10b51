package bd.cleancare.complaints.web;

import bd.cleancare.complaints.Category;
import bd.cleancare.complaints.ComplaintDraft;
import bd.cleancare.complaints.ComplaintStatus;
import bd.cleancare.complaints.Priority;
import bd.cleancare.complaints.Remark;
import bd.cleancare.complaints.StaffEditing;
import bd.cleancare.platform.web.FieldErrors;
import bd.cleancare.platform.web.RequestFields;
import bd.cleancare.shared.GeoPoint;
import bd.cleancare.shared.Ids;
import bd.cleancare.shared.Role;
import bd.cleancare.shared.Viewer;
import bd.cleancare.wards.Ward;
import java.math.BigDecimal;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Reads the fields of a complaint out of a request body; members nobody may write are not even looked at. */
final class ComplaintFields {

    private ComplaintFields() {
    }

    /** @throws bd.cleancare.platform.web.Problem 400 naming every field that is missing or bad */
    static ComplaintDraft draft(RequestFields fields) {
        var draft = new ComplaintDraft(
                fields.text("title", ComplaintDraft.LONGEST_TITLE),
                fields.text("description", ComplaintDraft.LONGEST_DESCRIPTION),
                fields.choice("category", Category::ofWord),
                fields.choice("priority", Priority::ofWord),
                fields.text("location", ComplaintDraft.LONGEST_LOCATION),
                place(fields),
                ward(fields));
        fields.throwIfBad();
        return draft;
    }

    /** What PATCH changes: only what the body names. */
    static UnaryOperator<ComplaintDraft> edit(RequestFields fields) {
        String title = fields.has("title") ? fields.text("title", ComplaintDraft.LONGEST_TITLE) : null;
        String description = fields.has("description") ? fields.text("description", ComplaintDraft.LONGEST_DESCRIPTION) : null;
        Category category = fields.has("category") ? fields.choice("category", Category::ofWord) : null;
        Priority priority = fields.has("priority") ? fields.choice("priority", Priority::ofWord) : null;
        String location = fields.has("location") ? fields.text("location", ComplaintDraft.LONGEST_LOCATION) : null;
        boolean newPlace = fields.has("latitude") || fields.has("longitude");
        GeoPoint place = newPlace ? place(fields) : null;
        boolean newWard = fields.has("ward_number") || newPlace;
        String ward = newWard ? ward(fields) : null;
        fields.throwIfBad();
        return now -> new ComplaintDraft(or(title, now.title()), or(description, now.description()), or(category, now.category()),
                or(priority, now.priority()), or(location, now.location()), newPlace ? place : now.place(), newWard ? ward : now.wardNumber());
    }

    /** What an admin may change besides; both go through the workflow. */
    static StaffEditing.StaffEdit staffEdit(UnaryOperator<ComplaintDraft> text, RequestFields fields) {
        var assignment = fields.has("assigned_to") ? new StaffEditing.Assignment(account(fields, "assigned_to")) : null;
        var status = fields.has("status") ? fields.choice("status", ComplaintStatus::ofWord) : null;
        fields.throwIfBad();
        return new StaffEditing.StaffEdit(text, assignment, status);
    }

    static Remark remark(RequestFields fields, Viewer viewer) {
        String comment = fields.optionalText("comment", Remark.LONGEST);
        String note = viewer.role() == Role.CITIZEN ? null : fields.optionalText("internal_note", Remark.LONGEST);
        fields.throwIfBad();
        return new Remark(comment, note);
    }

    /** The id of an account; null where it is absent, null or empty. */
    static UUID account(RequestFields fields, String field) {
        String text = fields.optionalText(field, 100);
        UUID id = text == null ? null : Ids.parse(text);
        if (text != null && id == null) {
            fields.errors().add(field, "field.invalid_choice", text);
        }
        return id;
    }

    private static String ward(RequestFields fields) {
        String number = fields.optionalText("ward_number", Ward.LONGEST_NUMBER);
        return number == null ? null : Ward.normalisedNumber(number);
    }

    private static GeoPoint place(RequestFields fields) {
        BigDecimal latitude = fields.optionalDecimal("latitude", 90);
        BigDecimal longitude = fields.optionalDecimal("longitude", 180);
        if (latitude != null && longitude != null) {
            return new GeoPoint(latitude, longitude);
        }
        FieldErrors errors = fields.errors();
        if (latitude != null && !errors.has("longitude")) {
            errors.add("longitude", "complaint.half_a_place");
        }
        if (longitude != null && !errors.has("latitude")) {
            errors.add("latitude", "complaint.half_a_place");
        }
        return null;
    }

    private static <T> T or(T named, T now) {
        return named == null ? now : named;
    }
}
