package bd.cleancare.media;

import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import org.apache.tika.Tika;

/** The formats we take, told by content. What a client says a file is counts for nothing. */
enum PhotoFormat {
    JPEG("jpeg"), PNG("png"), WEBP("webp");

    private static final Set<String> HEIC = Set.of("image/heic", "image/heif", "image/heic-sequence", "image/heif-sequence");

    private static volatile Tika tika;

    private final String readerName;

    PhotoFormat(String readerName) {
        this.readerName = readerName;
    }

    static PhotoFormat of(byte[] file) throws UnusableException {
        String type = tika().detect(file);
        return switch (type) {
            case "image/jpeg" -> JPEG;
            case "image/png", "image/apng", "image/vnd.mozilla.apng" -> PNG;
            case "image/webp" -> WEBP;
            default -> throw new UnusableException(HEIC.contains(type) ? PhotoRefusal.HEIC : PhotoRefusal.NOT_A_PHOTO);
        };
    }

    /** Not to be shared between threads; the caller disposes of it. */
    ImageReader newReader() {
        return ImageIO.getImageReadersByFormatName(readerName).next();
    }

    /** Reading its type table takes a while: at the first photo, not at start. A static initializer that is interrupted would fail for ever, so there is none. */
    private static Tika tika() {
        Tika known = tika;
        if (known == null) {
            known = new Tika();
            tika = known;
        }
        return known;
    }
}
