package bd.cleancare.media;

import bd.cleancare.shared.Text;
import java.util.List;
import org.springframework.core.io.InputStreamSource;
import org.springframework.web.multipart.MultipartFile;

/**
 * A file as it came in, read only when its turn comes: many waiting uploads must not lie in memory.
 *
 * @param fileName for people only; no path, at most 255 characters, never used as a key
 */
public record Upload(String fileName, long size, InputStreamSource content) {

    private static final int LONGEST_NAME = 255;

    public Upload {
        fileName = cleaned(fileName);
    }

    public static Upload of(MultipartFile file) {
        return new Upload(file.getOriginalFilename(), file.getSize(), file);
    }

    /** What a program sent; null where it sent no file at all. */
    public static List<Upload> of(List<MultipartFile> files) {
        return files == null ? List.of() : files.stream().map(Upload::of).toList();
    }

    /** What a person chose in a form: a file field left empty still sends a part, without a name. */
    public static List<Upload> chosen(List<MultipartFile> files) {
        return files == null ? List.of() : files.stream().filter(file -> !file.isEmpty()).map(Upload::of).toList();
    }

    private static String cleaned(String name) {
        String path = name == null ? "" : name.replaceAll("\\p{Cntrl}|\\p{Cf}", "").replace('\\', '/');
        String last = Text.normalise(path.substring(path.lastIndexOf('/') + 1));
        return last.isEmpty() ? "photo" : last.substring(0, last.offsetByCodePoints(0, Math.min(Text.length(last), LONGEST_NAME)));
    }
}
