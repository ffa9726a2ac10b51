package bd.cleancare.complaints.web;

import bd.cleancare.complaints.Category;
import bd.cleancare.complaints.Change;
import bd.cleancare.complaints.Complaint;
import bd.cleancare.complaints.ComplaintDraft;
import bd.cleancare.complaints.ComplaintEditing;
import bd.cleancare.complaints.ComplaintFiling;
import bd.cleancare.complaints.ComplaintPhotos;
import bd.cleancare.complaints.ComplaintStatus;
import bd.cleancare.complaints.Complaints;
import bd.cleancare.complaints.Filing;
import bd.cleancare.complaints.Priority;
import bd.cleancare.complaints.StaffEditing;
import bd.cleancare.media.PreparedPhotos;
import bd.cleancare.media.Upload;
import bd.cleancare.platform.security.Access;
import bd.cleancare.platform.web.Fields;
import bd.cleancare.platform.web.OneOf;
import bd.cleancare.platform.web.Problem;
import bd.cleancare.platform.web.RequestFields;
import bd.cleancare.platform.web.Summary;
import bd.cleancare.shared.Ids;
import bd.cleancare.shared.Viewer;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Filing, reading, editing and deleting complaints. */
@RestController
@RequestMapping("/api/complaints")
class ComplaintApi {

    static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    private static final int LONGEST_KEY = 255;

    private final Complaints complaints;
    private final ComplaintFiling filing;
    private final ComplaintEditing editing;
    private final StaffEditing staffEditing;

    ComplaintApi(Complaints complaints, ComplaintFiling filing, ComplaintEditing editing, StaffEditing staffEditing) {
        this.complaints = complaints;
        this.filing = filing;
        this.editing = editing;
        this.staffEditing = staffEditing;
    }

    @Summary("File a complaint, with photos if there are any")
    @Access(Access.Rule.SIGNED_IN)
    @PostMapping
    @Fields(required = {"title", "description", "category", "priority", "location"}, optional = {"latitude", "longitude", "ward_number"}, files = "images")
    @OneOf(field = "category", list = Category.class)
    @OneOf(field = "priority", list = Priority.class)
    ResponseEntity<Complaint> file(RequestFields fields, @RequestParam(name = "images", required = false) List<MultipartFile> images,
            @RequestHeader(name = IDEMPOTENCY_KEY, required = false) String key, Viewer viewer) {
        ComplaintDraft draft = ComplaintFields.draft(fields);
        if (key != null && (key.isBlank() || key.length() > LONGEST_KEY)) {
            throw Problem.detail(400, "idempotency_key_length", LONGEST_KEY);
        }
        List<Upload> uploads = Upload.of(images);
        if (uploads.size() > ComplaintPhotos.MOST) {
            throw ComplaintPhotoApi.tooMany();
        }
        return switch (filing.file(draft, uploads, key, viewer)) {
            case Filing.Filed(Complaint complaint) -> created(complaint).body(complaint);
            case Filing.Replayed(Complaint complaint) -> created(complaint).header("Idempotent-Replayed", "true").body(complaint);
            case Filing.KeyReused _ -> throw Problem.detail(422, "idempotency_key_reused");
            case Filing.PhotosRefused(PreparedPhotos.Refused why) -> throw why.problem();
        };
    }

    private static ResponseEntity.BodyBuilder created(Complaint complaint) {
        return ComplaintAnswers.with(HttpStatus.CREATED, complaint).header(HttpHeaders.LOCATION, "/api/complaints/" + complaint.id() + "/");
    }

    @Summary("Read a complaint")
    @Access(Access.Rule.SIGNED_IN)
    @GetMapping("/{id}")
    ResponseEntity<Complaint> read(@PathVariable String id, Viewer viewer) {
        return ComplaintAnswers.ok(found(id, viewer));
    }

    @Summary("Write all fields of a complaint anew")
    @Access(Access.Rule.SIGNED_IN)
    @PutMapping("/{id}")
    @Fields(required = {"title", "description", "category", "priority", "location"},
            optional = {"latitude", "longitude", "ward_number", "status", "assigned_to", "version"})
    @OneOf(field = "category", list = Category.class)
    @OneOf(field = "priority", list = Priority.class)
    @OneOf(field = "status", list = ComplaintStatus.class)
    ResponseEntity<Complaint> replace(@PathVariable String id, RequestFields fields,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String ifMatch, Viewer viewer) {
        Complaint seen = found(id, viewer);
        ComplaintFields.draft(fields);
        return edit(seen, fields, ifMatch, viewer);
    }

    @Summary("Change some fields of a complaint")
    @Access(Access.Rule.SIGNED_IN)
    @PatchMapping("/{id}")
    @Fields(optional = {"title", "description", "category", "priority", "location", "latitude", "longitude", "ward_number", "status", "assigned_to", "version"})
    @OneOf(field = "category", list = Category.class)
    @OneOf(field = "priority", list = Priority.class)
    @OneOf(field = "status", list = ComplaintStatus.class)
    ResponseEntity<Complaint> change(@PathVariable String id, RequestFields fields,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String ifMatch, Viewer viewer) {
        return edit(found(id, viewer), fields, ifMatch, viewer);
    }

    private ResponseEntity<Complaint> edit(Complaint seen, RequestFields fields, String ifMatch, Viewer viewer) {
        UnaryOperator<ComplaintDraft> text = ComplaintFields.edit(fields);
        Integer expected = ComplaintAnswers.expectedVersion(ifMatch, fields, seen);
        Change change = viewer.isAdmin()
                ? staffEditing.edit(seen, ComplaintFields.staffEdit(text, fields), expected, viewer)
                : editing.edit(seen, text, expected, viewer);
        return ComplaintAnswers.ok(ComplaintAnswers.changed(change));
    }

    @Summary("Delete a complaint that nobody has handled yet")
    @Access(Access.Rule.SIGNED_IN)
    @DeleteMapping("/{id}")
    ResponseEntity<Void> delete(@PathVariable String id, Viewer viewer) {
        return switch (complaints.delete(found(id, viewer), viewer)) {
            case DELETED -> ResponseEntity.noContent().build();
            case NOT_OWNER -> throw Problem.detail(403, "not_your_complaint");
            case ALREADY_HANDLED -> throw Problem.detail(409, "already_handled");
        };
    }

    private Complaint found(String id, Viewer viewer) {
        return complaints.find(Ids.parse(id), viewer).orElseThrow(Problem::notFound);
    }
}
