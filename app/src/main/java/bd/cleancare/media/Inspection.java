package bd.cleancare.media;

import java.io.IOException;
import javax.imageio.ImageReader;

/**
 * What is known of a file before a single pixel is decoded, and what decoding it will take.
 *
 * @param step every how many-th pixel is decoded, so that a large picture is never whole in memory
 * @param memory bytes, a little too many rather than too few
 */
record Inspection(PhotoFormat format, int width, int height, int step, long memory) {

    /** Real progressive JPEGs have about ten; each costs a pass over the whole picture, so a file of thousands would decode for hours. */
    private static final int MOST_SCANS = 64;

    static Inspection of(byte[] file, MediaSettings settings) throws UnusableException {
        if (file.length > settings.maxSize().toBytes()) {
            throw new UnusableException(PhotoRefusal.TOO_LARGE);
        }
        PhotoFormat format = PhotoFormat.of(file);
        int[] size = size(format, file);
        int width = size[0];
        int height = size[1];
        if (format == PhotoFormat.WEBP) {
            requireOneFrameOf(width, height, WebpScan.of(file));
        }
        boolean tooMany = Math.max(width, height) > settings.maxSide() || (long) width * height > settings.maxMegapixels() * 1_000_000L;
        if (tooMany) {
            throw new UnusableException(PhotoRefusal.TOO_MANY_PIXELS);
        }
        int step = Math.max(1, Math.max(width, height) / settings.fullSide());
        long memory = memory(format, file, (long) width * height, step);
        if (memory > settings.decodingMemory().toBytes()) {
            throw new UnusableException(PhotoRefusal.TOO_MANY_PIXELS);
        }
        return new Inspection(format, width, height, step, memory);
    }

    private static void requireOneFrameOf(int width, int height, WebpScan webp) throws UnusableException {
        if (webp.animated()) {
            throw new UnusableException(PhotoRefusal.NOT_A_PHOTO);
        }
        if (webp.width() != width || webp.height() != height) {
            throw new UnusableException(PhotoRefusal.UNREADABLE);
        }
    }

    private static int[] size(PhotoFormat format, byte[] file) throws UnusableException {
        ImageReader reader = format.newReader();
        try {
            reader.setInput(new TimedBytes(file), true, true);
            return new int[] {reader.getWidth(0), reader.getHeight(0)};
        } catch (IOException | RuntimeException _) {
            // Readers answer a broken header with whatever broke in them.
            throw new UnusableException(PhotoRefusal.UNREADABLE);
        } finally {
            reader.dispose();
        }
    }

    /**
     * Measured, then rounded up: the decoded picture, the two renditions with what lies between, and what the decoder itself keeps. The reader
     * of lossy WebP is the expensive one (25 to 40 bytes a pixel): it holds every block of the whole picture as objects, all of them in the
     * heap and walked through by every collection, so it counts half more: 3.3 megapixels brought fifteen full collections.
     */
    private static long memory(PhotoFormat format, byte[] file, long pixels, int step) throws UnusableException {
        long decoded = pixels / ((long) step * step);
        return switch (format) {
            case JPEG -> decoded * 12 + coefficients(file);
            case PNG -> decoded * 18;
            case WEBP -> pixels * (WebpScan.of(file).lossless() ? 12 : 60);
        };
    }

    private static long coefficients(byte[] jpeg) throws UnusableException {
        JpegScan scan = JpegScan.of(jpeg);
        if (!scan.complete() || scan.scans() > MOST_SCANS) {
            throw new UnusableException(PhotoRefusal.UNREADABLE);
        }
        return scan.scans() > 1 ? scan.coefficients() * 2 : 0;
    }
}
