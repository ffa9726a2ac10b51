package bd.cleancare.media;

import bd.cleancare.platform.web.Problem;
import bd.cleancare.shared.GeoPoint;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What became of a set of uploads: all of them are stored, or none. */
public sealed interface PreparedPhotos {

    /** Stored, but nobody's yet: call {@link Photos#keep} in the transaction that refers to them. */
    record Accepted(List<Photo> photos) implements PreparedPhotos {

        public List<UUID> ids() {
            return photos.stream().map(Photo::id).toList();
        }
    }

    /** The first upload that cannot be taken. */
    record Refused(PhotoRefusal reason, String fileName) implements PreparedPhotos {

        public Problem problem() {
            return reason.problem(fileName);
        }
    }

    /**
     * @param size bytes of the full rendition, which is what people fetch
     * @param exifPlace where the camera says it was; for the uploader alone, and kept nowhere
     */
    record Photo(UUID id, String fileName, int size, int width, int height, Optional<GeoPoint> exifPlace) {
    }
}
