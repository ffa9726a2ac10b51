package bd.cleancare.media;

import bd.cleancare.platform.web.Problem;
import bd.cleancare.shared.GeoPoint;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
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
import javax.imageio.ImageIO;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
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

    private static final Logger log = LoggerFactory.getLogger(Darkroom.class);

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

    /** The first photo would otherwise pay for reading Tika's types and finding ImageIO's readers: about half a second. */
    @EventListener(ApplicationReadyEvent.class)
    void warmUp() {
        workers.execute(() -> {
            try {
                byte[] photo = Encoder.jpeg(new BufferedImage(64, 64, BufferedImage.TYPE_3BYTE_BGR), settings.quality());
                develop(photo, Inspection.of(photo, settings));
            } catch (IOException | UnusableException | RuntimeException e) {
                // Mostly because the application ends already.
                log.warn("No photo was developed ahead: {}", e.toString());
            }
        });
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
        } catch (OutOfMemoryError e) {
            // A header we do not know of made a decoder ask for an absurd array; that request failed, the rest of the process is well.
            log.warn("A decoder asked for too much memory", e);
            return new Spoilt(PhotoRefusal.UNREADABLE);
        }
    }

    private Developed develop(byte[] file, Inspection inspection) throws IOException {
        Exif exif = Exif.of(inspection.format(), file);
        BufferedImage full = Decoder.decode(file, inspection, exif.orientation(), settings);
        return new Developed(Encoder.jpeg(full, settings.quality()),
                Encoder.jpeg(Encoder.thumbnail(full, settings.thumbnailSide()), settings.quality()), full.getWidth(), full.getHeight(), exif.place());
    }

    private byte[] bytes(Upload upload) throws UnusableException {
        int most = (int) settings.maxSize().toBytes();
        if (upload.size() > most) {
            throw new UnusableException(PhotoRefusal.TOO_LARGE);
        }
        try (var in = upload.content().getInputStream()) {
            return in.readNBytes(most + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
