package bd.cleancare.complaints.web;

import bd.cleancare.complaints.Change;
import bd.cleancare.complaints.Complaint;
import bd.cleancare.platform.web.FieldErrors;
import bd.cleancare.platform.web.Problem;
import bd.cleancare.platform.web.RequestFields;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** How the API answers with a complaint, and what it says where a change did not come about. */
final class ComplaintAnswers {

    private ComplaintAnswers() {
    }

    static ResponseEntity<Complaint> ok(Complaint complaint) {
        return with(HttpStatus.OK, complaint).body(complaint);
    }

    static ResponseEntity.BodyBuilder with(HttpStatus status, Complaint complaint) {
        // Set as a header: eTag() would look for If-None-Match, which nobody sends for private answers.
        return ResponseEntity.status(status).header(HttpHeaders.ETAG, "\"" + complaint.version() + "\"").header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    /** @throws Problem for everything but a change that was made */
    static Complaint changed(Change change) {
        return switch (change) {
            case Change.Done(Complaint complaint) -> complaint;
            case Change.Gone _ -> throw Problem.notFound();
            case Change.Forbidden(Change.Forbidden.Reason reason) -> throw switch (reason) {
                case ADMINS_ONLY -> adminsOnly();
                case OWNER_ONLY -> Problem.detail(403, "not_your_complaint");
                case OWNER_OR_ADMIN -> Problem.detail(403, "not_your_complaint");
                case ASSIGNEE_ONLY -> Problem.detail(403, "not_assigned_to_you");
            };
            case Change.NoSuchStep(Complaint current, var to) -> throw Problem.detail(409, "no_such_step", current.status().word(), to.word())
                    .with("complaint", current);
            case Change.Stale(Complaint current) -> throw stale(current);
            case Change.NotStaff _ -> throw Problem.fields(FieldErrors.of("assigned_to", "complaint.not_staff"));
        };
    }

    static Problem adminsOnly() {
        return Problem.error(403, "admins_only", "Only admins can update complaint status");
    }

    private static Problem stale(Complaint current) {
        return Problem.detail(409, "version_conflict").with("complaint", current);
    }

    /**
     * The version the caller says it saw, in {@code If-Match} or in the body; null when it does not care.
     *
     * @throws Problem 409 when it already is another
     */
    static Integer expectedVersion(String ifMatch, RequestFields fields, Complaint current) {
        Integer inBody = fields.optionalInteger("version");
        fields.throwIfBad();
        if (ifMatch == null || ifMatch.strip().equals("*")) {
            return inBody;
        }
        String tag = ifMatch.strip().replaceFirst("^W/", "").replace("\"", "");
        if (!tag.equals(String.valueOf(current.version())) || inBody != null && inBody != current.version()) {
            throw stale(current);
        }
        return current.version();
    }
}
