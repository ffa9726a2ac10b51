package bd.cleancare.media;

import java.util.Arrays;
import java.util.Optional;

/**
 * The skeleton of a JPEG, found without decoding anything: what its decoding will cost, whether it is whole, where its Exif block lies.
 *
 * @param scans passes over the picture; more than one and the decoder keeps every coefficient
 * @param coefficients how many of them there are
 * @param complete whether the end marker is there
 */
record JpegScan(int scans, long coefficients, boolean complete, Optional<byte[]> exif) {

    private static final int START_OF_SCAN = 0xDA;
    private static final int END_OF_IMAGE = 0xD9;
    private static final int APP1 = 0xE1;
    private static final byte[] EXIF = {'E', 'x', 'i', 'f', 0, 0};

    static JpegScan of(byte[] file) {
        int scans = 0;
        long coefficients = 0;
        byte[] exif = null;
        int at = nextMarker(file, 2);
        while (at >= 0) {
            int marker = file[at + 1] & 0xFF;
            if (marker == END_OF_IMAGE) {
                return new JpegScan(scans, coefficients, true, Optional.ofNullable(exif));
            }
            int end = at + 3 < file.length ? at + 2 + u16(file, at + 2) : Integer.MAX_VALUE;
            if (end > file.length) {
                break;
            }
            if (marker == START_OF_SCAN) {
                scans++;
            } else if (isFrame(marker)) {
                coefficients = Math.max(coefficients, coefficients(file, at + 4, end));
            } else if (marker == APP1 && exif == null && startsWith(file, at + 4, EXIF)) {
                exif = Arrays.copyOfRange(file, Math.min(at + 10, end), end);
            }
            at = nextMarker(file, end);
        }
        return new JpegScan(scans, coefficients, false, Optional.ofNullable(exif));
    }

    /** Within compressed data FF is followed by 00 or a restart marker; anything else begins a segment. */
    private static int nextMarker(byte[] file, int from) {
        for (int at = from; at + 1 < file.length; at++) {
            int next = file[at + 1] & 0xFF;
            if (file[at] == (byte) 0xFF && next != 0 && next != 0xFF && next != 1 && (next < 0xD0 || next > 0xD8)) {
                return at;
            }
        }
        return -1;
    }

    /** SOF0 to SOF15, without the tables DHT, JPG and DAC that lie among them. */
    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    private static long coefficients(byte[] file, int at, int end) {
        if (at + 6 > end) {
            return 0;
        }
        long pixels = (long) u16(file, at + 1) * u16(file, at + 3);
        int components = Math.min(file[at + 5] & 0xFF, (end - at - 6) / 3);
        int most = 1;
        int sum = 0;
        for (int i = 0; i < components; i++) {
            int sampling = file[at + 7 + 3 * i] & 0xFF;
            int share = Math.max(1, sampling >> 4) * Math.max(1, sampling & 15);
            most = Math.max(most, share);
            sum += share;
        }
        return pixels * sum / most;
    }

    private static boolean startsWith(byte[] file, int at, byte[] prefix) {
        return at + prefix.length <= file.length && Arrays.equals(file, at, at + prefix.length, prefix, 0, prefix.length);
    }

    private static int u16(byte[] file, int at) {
        return (file[at] & 0xFF) << 8 | file[at + 1] & 0xFF;
    }
}
