package bd.cleancare.media;

import bd.cleancare.shared.GeoPoint;
import com.drew.lang.ByteArrayReader;
import com.drew.lang.GeoLocation;
import com.drew.metadata.Metadata;
import com.drew.metadata.MetadataException;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import com.drew.metadata.exif.GpsDirectory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * The two things we want to know of what a camera wrote: which way up, and where. Only the Exif block is handed to the library; its readers of
 * whole files would also unpack every other block a stranger put in.
 *
 * @param orientation 1 to 8
 */
record Exif(int orientation, Optional<GeoPoint> place) {

    /** JPEG cannot hold more, and no camera writes more into the others. */
    private static final int LARGEST_BLOCK = 64 * 1024;
    private static final Exif NONE = new Exif(1, Optional.empty());

    static Exif of(PhotoFormat format, byte[] file) {
        Optional<byte[]> block = switch (format) {
            case JPEG -> JpegScan.of(file).exif();
            case PNG -> chunk(file, 8, "eXIf", ByteOrder.BIG_ENDIAN);
            case WEBP -> chunk(file, 12, "EXIF", ByteOrder.LITTLE_ENDIAN).map(Exif::withoutJpegPrefix);
        };
        return block.filter(bytes -> bytes.length <= LARGEST_BLOCK).map(Exif::read).orElse(NONE);
    }

    /** PNG: length, type, content, checksum. RIFF: type, length, content, padded to even. */
    private static Optional<byte[]> chunk(byte[] file, int from, String type, ByteOrder order) {
        boolean png = order == ByteOrder.BIG_ENDIAN;
        var bytes = ByteBuffer.wrap(file).order(order);
        long at = from;
        while (at + 8 <= file.length) {
            long length = Integer.toUnsignedLong(bytes.getInt((int) at + (png ? 0 : 4)));
            String name = new String(file, (int) at + (png ? 4 : 0), 4, StandardCharsets.US_ASCII);
            if (at + 8 + length > file.length) {
                return Optional.empty();
            }
            if (name.equals(type)) {
                return Optional.of(Arrays.copyOfRange(file, (int) at + 8, (int) (at + 8 + length)));
            }
            at += 8 + length + (png ? 4 : length & 1);
        }
        return Optional.empty();
    }

    private static byte[] withoutJpegPrefix(byte[] block) {
        boolean prefixed = block.length > 6 && new String(block, 0, 4, StandardCharsets.US_ASCII).equals("Exif");
        return prefixed ? Arrays.copyOfRange(block, 6, block.length) : block;
    }

    private static Exif read(byte[] block) {
        var metadata = new Metadata();
        new ExifReader().extract(new ByteArrayReader(block), metadata);
        return new Exif(orientation(metadata), place(metadata));
    }

    private static int orientation(Metadata metadata) {
        var directory = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
        try {
            int orientation = directory != null && directory.containsTag(ExifIFD0Directory.TAG_ORIENTATION)
                    ? directory.getInt(ExifIFD0Directory.TAG_ORIENTATION) : 1;
            return orientation >= 1 && orientation <= 8 ? orientation : 1;
        } catch (MetadataException _) {
            return 1;
        }
    }

    /** Phones without a fix write 0, 0, which lies in the Gulf of Guinea. */
    private static Optional<GeoPoint> place(Metadata metadata) {
        var directory = metadata.getFirstDirectoryOfType(GpsDirectory.class);
        GeoLocation location = directory == null ? null : directory.getGeoLocation();
        boolean usable = location != null && !location.isZero() && Math.abs(location.getLatitude()) <= 90 && Math.abs(location.getLongitude()) <= 180;
        return usable ? Optional.of(GeoPoint.of(location.getLatitude(), location.getLongitude())) : Optional.empty();
    }
}
