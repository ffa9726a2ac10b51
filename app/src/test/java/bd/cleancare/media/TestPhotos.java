package bd.cleancare.media;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.ImageIO;

/** Pictures made on the spot: real JPEGs and PNGs with content that compresses about as a street scene does. */
public final class TestPhotos {

    private TestPhotos() {
    }

    public static Upload upload(String name, byte[] content) {
        return new Upload(name, content.length, () -> new ByteArrayInputStream(content));
    }

    public static byte[] jpeg(int width, int height) {
        return written("jpeg", scene(width, height));
    }

    public static BufferedImage scene(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        var graphics = image.createGraphics();
        graphics.setPaint(new GradientPaint(0, 0, new Color(90, 150, 220), 0, height, new Color(120, 100, 60)));
        graphics.fillRect(0, 0, width, height);
        var random = new Random(7);
        for (int i = 0; i < 1500; i++) {
            graphics.setColor(new Color(random.nextInt(0x1000000)));
            graphics.fillRect(random.nextInt(width), random.nextInt(height), 1 + width / 40, 1 + height / 60);
        }
        graphics.dispose();
        return image;
    }

    public static byte[] written(String format, BufferedImage image) {
        var bytes = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, format, bytes)) {
                throw new IllegalArgumentException(format);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
