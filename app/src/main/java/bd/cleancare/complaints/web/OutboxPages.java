package bd.cleancare.complaints.web;

import bd.cleancare.complaints.Complaint;
import bd.cleancare.complaints.ComplaintDraft;
import bd.cleancare.complaints.ComplaintFiling;
import bd.cleancare.complaints.ComplaintPhotos;
import bd.cleancare.complaints.Filing;
import bd.cleancare.complaints.Priority;
import bd.cleancare.media.Upload;
import bd.cleancare.platform.i18n.Language;
import bd.cleancare.platform.pages.Form;
import bd.cleancare.platform.pages.Page;
import bd.cleancare.platform.security.Access;
import bd.cleancare.platform.web.Problem;
import bd.cleancare.platform.web.RequestFields;
import bd.cleancare.shared.Viewer;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Reports written without a connection: the page that stays on the phone, and the door its outbox knocks at afterwards. */
@Controller
class OutboxPages {

    private static final int LONGEST_KEY = 255;

    /** @param token for the header of what is sent now */
    record Ready(UUID owner, String token) {
    }

    record Sent(UUID id, String trackingNumber, String url) {

        static Sent of(Complaint complaint) {
            return new Sent(complaint.id(), complaint.trackingNumber(), "/complaints/" + complaint.id() + "/");
        }
    }

    private final ComplaintFiling filing;

    OutboxPages(ComplaintFiling filing) {
        this.filing = filing;
    }

    /** Nothing personal is on it: the service worker keeps it. */
    @Access(Access.Rule.ANYONE)
    @GetMapping("/offline/report/")
    Page form(@RequestParam(name = "in", defaultValue = "bn") String code) {
        return Page.of("complaints/report-offline").with("form", Form.empty().value("priority", Priority.MEDIUM.word())).in(Language.of(Locale.of(code)));
    }

    /** Whether somebody is signed in, and who: a report goes out under the account it was written in or not at all. */
    @Access(Access.Rule.SIGNED_IN)
    @GetMapping("/report/outbox/")
    ResponseEntity<Ready> ready(Viewer viewer, CsrfToken token) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new Ready(viewer.id(), token.getToken()));
    }

    @Access(Access.Rule.SIGNED_IN)
    @PostMapping("/report/outbox/")
    ResponseEntity<Sent> send(RequestFields fields, @RequestParam(name = "images", required = false) List<MultipartFile> images,
            @RequestHeader(ComplaintApi.IDEMPOTENCY_KEY) String key, Viewer viewer) {
        ComplaintDraft draft = ComplaintFields.draft(fields);
        List<Upload> uploads = Upload.of(images);
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw Problem.detail(400, "idempotency_key_length", LONGEST_KEY);
        }
        if (uploads.size() > ComplaintPhotos.MOST) {
            throw ComplaintPhotoApi.tooMany();
        }
        Complaint filed = switch (filing.file(draft, uploads, key, viewer)) {
            case Filing.Filed(Complaint complaint) -> complaint;
            case Filing.Replayed(Complaint complaint) -> complaint;
            case Filing.KeyReused _ -> throw Problem.detail(422, "idempotency_key_reused");
            case Filing.PhotosRefused(var why) -> throw why.problem();
        };
        return ResponseEntity.status(201).cacheControl(CacheControl.noStore()).body(Sent.of(filed));
    }
}
