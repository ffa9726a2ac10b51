package bd.cleancare.media;

import bd.cleancare.platform.web.Problem;
import bd.cleancare.shared.GeoPoint;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import net.coobird.thumbnailator.resizers.Resizers;
import org.springframework.stereotype.Component;

/**
 * Where photos are developed, a few at a time. Decoding keeps a processor busy and takes memory by the megapixel, so it happens on threads of
 * its own, which the machine shares fairly with requests, and every photo first takes what it will need from one budget.
 */
@Component
class Darkroom implements AutoCloseable {

    sealed interface Result {
    }

    record Developed(byte[] full, byte[] thumbnail, int width, int height, Optional<GeoPoint> exifPlace) implements Result {
    }

    record Spoilt(PhotoRefusal reason) implements Result {
    }

    /** More than this many waiting would outwait their own requests. */
    private static final int LONGEST_QUEUE = 200;
    private static final int KILOBYTE = 1024;

    private final MediaSettings settings;
    private final Semaphore memory;
    private final Semaphore checking;
    private final ThreadPoolExecutor workers;

    Darkroom(MediaSettings settings) {
        this.settings = settings;
        this.memory = new Semaphore((int) settings.decodingMemory().toKilobytes(), true);
        this.checking = new Semaphore(settings.parallelism());
        this.workers = new ThreadPoolExecutor(settings.parallelism(), settings.parallelism(), 1, TimeUnit.MINUTES,
                new LinkedBlockingQueue<>(LONGEST_QUEUE), Thread.ofPlatform().daemon().name("darkroom-", 0).factory());
        workers.allowCoreThreadTimeOut(true);
        ImageIO.setUseCache(false);
    }

    /** Takes milliseconds and decodes nothing. */
    Optional<PreparedPhotos.Refused> check(Upload upload) {
        checking.acquireUninterruptibly();
        try {
            Inspection.of(bytes(upload), settings);
            return Optional.empty();
        } catch (UnusableException e) {
            return Optional.of(new PreparedPhotos.Refused(e.reason(), upload.fileName()));
        } finally {
            checking.release();
        }
    }

    /** @throws Problem 503 when too many are waiting or the wait is over */
    Result develop(Upload upload) {
        Future<Result> result = submit(() -> developNow(upload));
        try {
            return result.get(settings.waitingTime().plus(settings.decodingTime()).toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            throw Problem.detail(503, "unavailable");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw Problem.detail(503, "unavailable");
        } catch (ExecutionException e) {
            throw new IllegalStateException("Developing a photo failed", e.getCause());
        } finally {
            result.cancel(true);
        }
    }

    private Future<Result> submit(Callable<Result> work) {
        try {
            return workers.submit(work);
        } catch (RejectedExecutionException _) {
            throw Problem.detail(503, "unavailable");
        }
    }

    private Result developNow(Upload upload) throws InterruptedException {
        try {
            byte[] file = bytes(upload);
            Inspection inspection = Inspection.of(file, settings);
            int kilobytes = (int) (inspection.memory() / KILOBYTE);
            memory.acquire(kilobytes);
            try {
                return develop(file, inspection);
            } finally {
                memory.release(kilobytes);
            }
        } catch (UnusableException e) {
            return new Spoilt(e.reason());
        } catch (IOException | RuntimeException _) {
            // A broken file breaks decoders in every way there is; none of them is our failure.
            return new Spoilt(PhotoRefusal.UNREADABLE);
        }
    }

    private Developed develop(byte[] file, Inspection inspection) throws IOException {
        Exif exif = Exif.of(inspection.format(), file);
        BufferedImage full = Decoder.decode(file, inspection, exif.orientation(), settings);
        return new Developed(encode(full), encode(thumbnail(full)), full.getWidth(), full.getHeight(), exif.place());
    }

    private BufferedImage thumbnail(BufferedImage full) {
        double scale = Math.min(1.0, (double) settings.thumbnailSide() / Math.max(full.getWidth(), full.getHeight()));
        var small = new BufferedImage(Math.max(1, (int) Math.round(full.getWidth() * scale)),
                Math.max(1, (int) Math.round(full.getHeight() * scale)), BufferedImage.TYPE_INT_RGB);
        Resizers.PROGRESSIVE.resize(full, small);
        return small;
    }

    private byte[] encode(BufferedImage image) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream(64 * KILOBYTE);
        try (var output = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(settings.quality());
            writer.setOutput(output);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private byte[] bytes(Upload upload) throws UnusableException {
        int most = (int) settings.maxSize().toBytes();
        if (upload.size() > most) {
            throw new UnusableException(PhotoRefusal.TOO_LARGE);
        }
        try (var in = upload.content().getInputStream()) {
            return in.readNBytes(most + 1);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
