package bd.cleancare.media;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The skeleton of a WebP. The size in its outer header is only a claim: the decoder takes memory for the frame inside, which may say otherwise.
 *
 * @param width largest of all frames
 */
record WebpScan(boolean animated, boolean lossless, int width, int height) {

    private static final int ANIMATION = 2;

    static WebpScan of(byte[] file) {
        var bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        var found = new WebpScan(false, true, 0, 0);
        long at = 12;
        // Ten bytes of content hold all we read of a chunk.
        while (at + 18 <= file.length) {
            found = found.with(bytes, (int) at);
            long length = Integer.toUnsignedLong(bytes.getInt((int) at + 4));
            at += 8 + length + (length & 1);
        }
        return found;
    }

    private WebpScan with(ByteBuffer bytes, int at) {
        String type = StandardCharsets.US_ASCII.decode(bytes.duplicate().position(at).limit(at + 4)).toString();
        return switch (type) {
            case "VP8X" -> new WebpScan((bytes.get(at + 8) & ANIMATION) != 0, lossless, width, height);
            case "VP8 " -> larger(false, bytes.getShort(at + 14) & 0x3FFF, bytes.getShort(at + 16) & 0x3FFF);
            case "VP8L" -> {
                int size = bytes.getInt(at + 9);
                yield larger(lossless, (size & 0x3FFF) + 1, (size >> 14 & 0x3FFF) + 1);
            }
            default -> this;
        };
    }

    private WebpScan larger(boolean nowLossless, int frameWidth, int frameHeight) {
        return new WebpScan(animated, nowLossless, Math.max(width, frameWidth), Math.max(height, frameHeight));
    }
}
