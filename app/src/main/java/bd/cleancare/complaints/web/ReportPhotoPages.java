package bd.cleancare.complaints.web;

import bd.cleancare.complaints.ComplaintPhotos;
import bd.cleancare.complaints.ReportDraft;
import bd.cleancare.complaints.ReportDrafts;
import bd.cleancare.complaints.ReportDrafts.Adding;
import bd.cleancare.media.Photos;
import bd.cleancare.media.Rendition;
import bd.cleancare.media.Upload;
import bd.cleancare.platform.pages.Form;
import bd.cleancare.platform.pages.Page;
import bd.cleancare.platform.security.Access;
import bd.cleancare.platform.web.FieldErrors;
import bd.cleancare.platform.web.Problem;
import bd.cleancare.platform.web.RequestFields;
import bd.cleancare.shared.GeoPoint;
import bd.cleancare.shared.Ids;
import bd.cleancare.shared.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.multipart.MultipartFile;

/** The first step of a report: its photos. As one plain form, or one by one from a script. */
@Controller
class ReportPhotoPages {

    private static final int LONGEST_KEY = 64;

    /** @param latitude where the camera says it was, or null; so is longitude */
    record Added(UUID id, String thumbnailUrl, String latitude, String longitude) {

        static Added of(ReportDraft.Photo photo, GeoPoint place) {
            return new Added(photo.id(), url(photo.id()), place == null ? null : place.latitude().toPlainString(),
                    place == null ? null : place.longitude().toPlainString());
        }
    }

    private final ReportDrafts drafts;
    private final Photos photos;

    ReportPhotoPages(ReportDrafts drafts, Photos photos) {
        this.drafts = drafts;
        this.photos = photos;
    }

    static String url(UUID photo) {
        return "/report/photos/" + photo + "/";
    }

    @Access(Access.Rule.SIGNED_IN)
    @GetMapping("/report/")
    Page photos(Viewer viewer) {
        drafts.dropLostPhotos(viewer);
        return page(viewer, Form.empty());
    }

    /** The plain form: everything that was chosen, and on to the next page. */
    @Access(Access.Rule.SIGNED_IN)
    @PostMapping("/report/")
    Page add(@RequestParam(name = "images", required = false) List<MultipartFile> images, Viewer viewer) {
        try {
            for (Upload photo : Upload.chosen(images)) {
                taken(drafts.addPhoto(viewer, photo, UUID.randomUUID().toString()));
            }
            return Page.redirect("/report/place/");
        } catch (Problem refused) {
            return page(viewer, Form.empty().refused(FieldErrors.of("images", "error." + refused.code(), refused.args()))).status(422);
        }
    }

    @Access(Access.Rule.SIGNED_IN)
    @PostMapping("/report/photos/")
    @ResponseBody
    Added addOne(@RequestParam("image") MultipartFile image, @RequestParam String key, RequestFields fields, Viewer viewer) {
        Optional<GeoPoint> said = ComplaintFields.point(fields);
        fields.throwIfBad();
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw Problem.detail(400, "parse_error");
        }
        var added = taken(drafts.addPhoto(viewer, Upload.of(image), key));
        said.ifPresent(place -> drafts.suggestPlace(viewer, place));
        return Added.of(added.photo(), added.place().or(() -> said).orElse(null));
    }

    private static Adding.Added taken(Adding adding) {
        return switch (adding) {
            case Adding.Added added -> added;
            case Adding.TooMany _ -> throw Problem.detail(400, "too_many_images", ComplaintPhotos.MOST);
            case Adding.Refused(var why) -> throw why.problem();
        };
    }

    @Access(Access.Rule.SIGNED_IN)
    @PostMapping("/report/photos/{id}/remove/")
    Page remove(@PathVariable String id, Viewer viewer) {
        UUID photo = Ids.parse(id);
        if (photo != null) {
            drafts.removePhoto(viewer, photo);
        }
        return Page.redirect("/report/");
    }

    @Access(Access.Rule.SIGNED_IN)
    @GetMapping("/report/photos/{id}/")
    ResponseEntity<InputStreamResource> thumbnail(@PathVariable String id, Viewer viewer, HttpServletRequest request) {
        return photos.servePending(Ids.parse(id), viewer.id(), Rendition.THUMBNAIL, request);
    }

    private Page page(Viewer viewer, Form form) {
        return Page.of("complaints/report-photos").with("form", form).with("draft", drafts.of(viewer)).with("owner", viewer.id().toString());
    }
}
