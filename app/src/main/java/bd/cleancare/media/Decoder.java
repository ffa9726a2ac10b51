package bd.cleancare.media;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.color.ColorSpace;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.io.IOException;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;

/** From the bytes of a stranger to pixels of ours: first frame, upright, sRGB, opaque, no larger than asked. */
final class Decoder {

    private Decoder() {
    }

    static BufferedImage decode(byte[] file, Inspection inspection, int orientation, MediaSettings settings) throws IOException {
        return upright(toSrgb(read(file, inspection, settings)), orientation, settings.fullSide());
    }

    private static BufferedImage read(byte[] file, Inspection inspection, MediaSettings settings) throws IOException {
        ImageReader reader = inspection.format().newReader();
        try {
            reader.setInput(new TimedBytes(file, settings.decodingTime()), true, true);
            ImageReadParam param = reader.getDefaultReadParam();
            param.setSourceSubsampling(inspection.step(), inspection.step(), 0, 0);
            return reader.read(0, param);
        } finally {
            reader.dispose();
        }
    }

    /** Phones write wide colours, printers CMYK; Java2D would convert those pixel by pixel while drawing. */
    private static BufferedImage toSrgb(BufferedImage image) {
        ColorSpace space = image.getColorModel().getColorSpace();
        if (space.isCS_sRGB() || space.getType() == ColorSpace.TYPE_GRAY) {
            return image;
        }
        int type = image.getColorModel().hasAlpha() ? BufferedImage.TYPE_4BYTE_ABGR : BufferedImage.TYPE_3BYTE_BGR;
        return new ColorConvertOp(null).filter(image, new BufferedImage(image.getWidth(), image.getHeight(), type));
    }

    /** One pass turns, scales and lays it on white where it was transparent. */
    private static BufferedImage upright(BufferedImage image, int orientation, int longest) {
        AffineTransform turn = turn(orientation, image.getWidth(), image.getHeight());
        boolean sideways = orientation >= 5;
        int width = sideways ? image.getHeight() : image.getWidth();
        int height = sideways ? image.getWidth() : image.getHeight();
        double scale = Math.min(1.0, (double) longest / Math.max(width, height));
        if (scale == 1.0 && orientation == 1 && image.getType() == BufferedImage.TYPE_3BYTE_BGR) {
            return image;
        }
        int newWidth = Math.max(1, (int) Math.round(width * scale));
        int newHeight = Math.max(1, (int) Math.round(height * scale));
        turn.preConcatenate(AffineTransform.getScaleInstance((double) newWidth / width, (double) newHeight / height));

        var upright = new BufferedImage(newWidth, newHeight, BufferedImage.TYPE_3BYTE_BGR);
        var graphics = upright.createGraphics();
        graphics.setBackground(Color.WHITE);
        graphics.clearRect(0, 0, newWidth, newHeight);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(image, turn, null);
        graphics.dispose();
        return upright;
    }

    /** The eight ways a camera can be held (Exif 2.3, tag 0x0112), from the stored picture to the one people see. */
    private static AffineTransform turn(int orientation, int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }
}
