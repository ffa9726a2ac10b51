package bd.cleancare.chat;

import bd.cleancare.media.PreparedPhotos;
import java.util.UUID;

/** A photo in a message; the addresses are paths on this server, for those who may be in the room. */
public record Attachment(UUID id, String url, String thumbnailUrl, String name, int fileSize, int width, int height) {

    static Attachment of(PreparedPhotos.Photo photo) {
        String url = "/media/chat/" + photo.id() + "/";
        return new Attachment(photo.id(), url, url + "thumbnail/", photo.fileName(), photo.size(), photo.width(), photo.height());
    }

    @Override
    public String toString() {
        return "Attachment[" + id + "]";
    }
}
