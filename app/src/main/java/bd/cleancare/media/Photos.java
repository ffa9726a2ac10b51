package bd.cleancare.media;

import bd.cleancare.platform.limits.RateLimits;
import bd.cleancare.platform.web.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The front door to photos. {@link #prepare} makes uploads safe and stores them, which takes its time and so happens before any transaction;
 * {@link #keep} makes them part of what the caller writes; what is never kept is swept.
 */
@Component
public class Photos {

    private final Darkroom darkroom;
    private final PhotoStore store;
    private final PhotoFiles files;
    private final RateLimits limits;
    private final MediaSettings settings;

    Photos(Darkroom darkroom, PhotoStore store, PhotoFiles files, RateLimits limits, MediaSettings settings) {
        this.darkroom = darkroom;
        this.store = store;
        this.files = files;
        this.limits = limits;
        this.settings = settings;
    }

    /**
     * Checks all uploads, then stores them one by one.
     *
     * @param owner the account whose daily quota pays
     * @throws Problem 429 when the quota is used up, 503 when too many are waiting already
     */
    public PreparedPhotos prepare(List<Upload> uploads, UUID owner) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("Prepare photos before the transaction: decoding and storing would hold it open");
        }
        Optional<PreparedPhotos.Refused> refused = uploads.stream().flatMap(upload -> darkroom.check(upload).stream()).findFirst();
        if (refused.isPresent()) {
            return refused.get();
        }
        takeFromQuota(owner, uploads.stream().mapToLong(Upload::size).sum());
        return storeAll(uploads, owner);
    }

    private void takeFromQuota(UUID owner, long bytes) {
        if (bytes > 0) {
            limits.take("media-bytes:" + owner, bytes, RateLimits.Rate.of(settings.dailyQuota().toBytes(), Duration.ofDays(1)));
        }
    }

    private PreparedPhotos storeAll(List<Upload> uploads, UUID owner) {
        var photos = new ArrayList<PreparedPhotos.Photo>();
        for (Upload upload : uploads) {
            switch (darkroom.develop(upload)) {
                case Darkroom.Developed developed -> photos.add(files.store(developed, upload.fileName(), owner));
                case Darkroom.Spoilt spoilt -> {
                    store.discard(photos.stream().map(PreparedPhotos.Photo::id).toList());
                    return new PreparedPhotos.Refused(spoilt.reason(), upload.fileName());
                }
            }
        }
        return new PreparedPhotos.Accepted(List.copyOf(photos));
    }

    /**
     * Part of the caller's transaction: if that rolls back, the photos are nobody's again.
     *
     * @throws Problem 409 when one of them is not the owner's, was kept before or has been swept
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(Collection<UUID> ids, UUID owner) {
        if (store.keep(ids, owner) != ids.size()) {
            throw Problem.detail(409, "photo_gone");
        }
    }

    /** Gives photos up, kept or not; their files go with the next sweep. Takes part in a transaction of the caller, if there is one. */
    @Transactional
    public void discard(Collection<UUID> ids) {
        store.discard(ids);
    }

    /**
     * The HTTP answer with a kept photo: whole, in part (Range), or 304. Whether the viewer may see it is the caller's to decide, before.
     *
     * @throws Problem 404 when there is no such photo
     */
    public ResponseEntity<InputStreamResource> serve(UUID id, Rendition rendition, HttpServletRequest request) {
        var photo = store.kept(id).orElseThrow(Problem::notFound);
        return files.answer(photo, rendition, request);
    }
}
