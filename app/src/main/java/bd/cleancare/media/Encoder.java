package bd.cleancare.media;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import net.coobird.thumbnailator.resizers.Resizers;

/** From pixels to JPEGs that hold nothing but them: no metadata, nothing after the end. */
final class Encoder {

    private static final int USUAL_SIZE = 512 * 1024;

    private Encoder() {
    }

    /** From the picture already made small: a second look at the original would cost as much as the first. */
    static BufferedImage thumbnail(BufferedImage full, int longest) {
        double scale = Math.min(1.0, (double) longest / Math.max(full.getWidth(), full.getHeight()));
        var small = new BufferedImage(Math.max(1, (int) Math.round(full.getWidth() * scale)),
                Math.max(1, (int) Math.round(full.getHeight() * scale)), full.getType());
        Resizers.PROGRESSIVE.resize(full, small);
        return small;
    }

    static byte[] jpeg(BufferedImage image, float quality) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream(USUAL_SIZE);
        try (var output = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(quality);
            writer.setOutput(output);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
