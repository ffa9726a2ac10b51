package bd.cleancare.complaints.web;

import bd.cleancare.complaints.Complaint;
import bd.cleancare.complaints.ComplaintPhotos;
import bd.cleancare.complaints.ComplaintPhotos.Adding;
import bd.cleancare.complaints.ComplaintPhotos.Image;
import bd.cleancare.complaints.Complaints;
import bd.cleancare.media.Photos;
import bd.cleancare.media.PreparedPhotos;
import bd.cleancare.media.Rendition;
import bd.cleancare.media.Upload;
import bd.cleancare.platform.security.Access;
import bd.cleancare.platform.web.Problem;
import bd.cleancare.platform.web.Summary;
import bd.cleancare.shared.GeoPoint;
import bd.cleancare.shared.Ids;
import bd.cleancare.shared.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Adding photos to a complaint, and fetching them. */
@RestController
class ComplaintPhotoApi {

    record Uploaded(String message, List<UploadedImage> images) {
    }

    /** @param exifPlace where the photo says it was taken, offered to the one who uploaded it; it is not kept */
    record UploadedImage(UUID id, String imageUrl, String thumbnailUrl, String imageName, int fileSize, Instant uploadedAt, ExifPlace exifPlace) {

        static UploadedImage of(Image image) {
            String url = "/media/complaints/" + image.id() + "/";
            return new UploadedImage(image.id(), url, url + "thumbnail/", image.name(), image.fileSize(), image.uploadedAt(),
                    image.exifPlace().map(ExifPlace::of).orElse(null));
        }
    }

    record ExifPlace(String latitude, String longitude) {

        static ExifPlace of(GeoPoint place) {
            return new ExifPlace(place.latitude().toPlainString(), place.longitude().toPlainString());
        }
    }

    private final Complaints complaints;
    private final ComplaintPhotos complaintPhotos;
    private final Photos photos;

    ComplaintPhotoApi(Complaints complaints, ComplaintPhotos complaintPhotos, Photos photos) {
        this.complaints = complaints;
        this.complaintPhotos = complaintPhotos;
        this.photos = photos;
    }

    @Summary("Add photos to my complaint")
    @Access(Access.Rule.SIGNED_IN)
    @PostMapping("/api/complaints/{id}/upload_images")
    ResponseEntity<Uploaded> upload(@PathVariable String id, @RequestParam(name = "images", required = false) List<MultipartFile> images, Viewer viewer) {
        Complaint seen = complaints.find(Ids.parse(id), viewer).orElseThrow(Problem::notFound);
        return switch (complaintPhotos.add(seen, Upload.of(images), viewer)) {
            case Adding.Added(List<Image> added) -> ResponseEntity.status(HttpStatus.CREATED).body(
                    new Uploaded(added.size() + " images uploaded successfully", added.stream().map(UploadedImage::of).toList()));
            case Adding.NotOwner _ -> throw Problem.error(403, "not_your_complaint", "You can only upload images to your own complaints");
            case Adding.NoneGiven _ -> throw Problem.error(400, "no_images", "No images provided");
            case Adding.TooMany _ -> throw tooMany();
            case Adding.Refused(PreparedPhotos.Refused why) -> throw why.problem();
        };
    }

    static Problem tooMany() {
        return Problem.error(400, "too_many_images", "Maximum 5 images allowed", ComplaintPhotos.MOST);
    }

    @Access(Access.Rule.SIGNED_IN)
    @GetMapping({"/media/complaints/{image}", "/media/complaints/{image}/"})
    ResponseEntity<InputStreamResource> photo(@PathVariable String image, HttpServletRequest request, Viewer viewer) {
        return serve(image, Rendition.FULL, request, viewer);
    }

    @Access(Access.Rule.SIGNED_IN)
    @GetMapping({"/media/complaints/{image}/thumbnail", "/media/complaints/{image}/thumbnail/"})
    ResponseEntity<InputStreamResource> thumbnail(@PathVariable String image, HttpServletRequest request, Viewer viewer) {
        return serve(image, Rendition.THUMBNAIL, request, viewer);
    }

    private ResponseEntity<InputStreamResource> serve(String image, Rendition rendition, HttpServletRequest request, Viewer viewer) {
        UUID id = Ids.parse(image);
        if (!complaints.mayFetch(id, viewer)) {
            throw Problem.notFound();
        }
        return photos.serve(id, rendition, request);
    }
}
