package bd.cleancare.media;

/** The two pictures kept of every photo. */
public enum Rendition {
    FULL(".jpg"), THUMBNAIL("-thumbnail.jpg");

    private final String ending;

    Rendition(String ending) {
        this.ending = ending;
    }

    String blob(String blobKey) {
        return blobKey + ending;
    }
}
