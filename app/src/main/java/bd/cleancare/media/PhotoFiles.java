package bd.cleancare.media;

import bd.cleancare.platform.storage.BlobStore;
import bd.cleancare.platform.web.Problem;
import bd.cleancare.shared.Ids;
import jakarta.servlet.http.HttpServletRequest;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The renditions of photos in the blob store, and beside them their rows. */
@Component
class PhotoFiles {

    private static final String TYPE = "image/jpeg";

    private final BlobStore blobs;
    private final PhotoStore store;

    PhotoFiles(BlobStore blobs, PhotoStore store) {
        this.blobs = blobs;
        this.store = store;
    }

    /** The row goes first: a crash after it leaves a pending row that the sweep knows, never a file that nobody knows. */
    PreparedPhotos.Photo store(Darkroom.Developed photo, String fileName, UUID owner) {
        var row = new PhotoStore.Row(Ids.next(), newKey(), picture(photo.full()), picture(photo.thumbnail()));
        store.addPending(row, owner, photo.width(), photo.height());
        blobs.put(Rendition.FULL.blob(row.blobKey()), photo.full(), TYPE);
        blobs.put(Rendition.THUMBNAIL.blob(row.blobKey()), photo.thumbnail(), TYPE);
        return new PreparedPhotos.Photo(row.id(), fileName, photo.full().length, photo.width(), photo.height(), photo.exifPlace());
    }

    /** Random, not the id: whoever sees an id in a URL learns nothing about where the file lies. The first two letters spread the directories. */
    private static String newKey() {
        String name = UUID.randomUUID().toString().replace("-", "");
        return "photos/" + name.substring(0, 2) + "/" + name;
    }

    private static PhotoStore.Picture picture(byte[] jpeg) {
        try {
            return new PhotoStore.Picture(jpeg.length, MessageDigest.getInstance("SHA-256").digest(jpeg));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    ResponseEntity<InputStreamResource> answer(PhotoStore.Row photo, Rendition rendition, HttpServletRequest request) {
        var picture = photo.picture(rendition);
        String key = rendition.blob(photo.blobKey());
        String etag = '"' + HexFormat.of().formatHex(picture.sha256(), 0, 16) + '"';
        return new PhotoAnswer(request, etag, picture.bytes(), rendition.blob(photo.id().toString()))
                .with(range -> blobs.open(key, range).orElseThrow(Problem::notFound).content());
    }

    void delete(String blobKey) {
        for (Rendition rendition : Rendition.values()) {
            blobs.delete(rendition.blob(blobKey));
        }
    }
}
