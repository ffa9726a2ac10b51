package bd.cleancare.media;

import java.io.IOException;
import java.time.Duration;
import javax.imageio.stream.ImageInputStreamImpl;

/** A file in memory as ImageIO reads it, without a copy; once time is up it fails, and with it the decoder that reads it. */
final class TimedBytes extends ImageInputStreamImpl {

    private final byte[] file;
    private final long deadline;

    TimedBytes(byte[] file) {
        this(file, Duration.ofSeconds(2));
    }

    TimedBytes(byte[] file, Duration time) {
        this.file = file;
        this.deadline = System.nanoTime() + time.toNanos();
    }

    @Override
    public int read() throws IOException {
        bitOffset = 0;
        return streamPos < file.length ? file[(int) streamPos++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (System.nanoTime() > deadline) {
            throw new IOException("decoding takes too long");
        }
        bitOffset = 0;
        if (streamPos >= file.length) {
            return -1;
        }
        int read = (int) Math.min(length, file.length - streamPos);
        System.arraycopy(file, (int) streamPos, buffer, offset, read);
        streamPos += read;
        return read;
    }

    @Override
    public long length() {
        return file.length;
    }
}
