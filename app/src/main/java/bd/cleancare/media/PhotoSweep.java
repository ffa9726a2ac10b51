package bd.cleancare.media;

import bd.cleancare.platform.storage.StorageException;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** Clears away photos that nobody kept and those that were given up. Every step may be repeated, so two nodes at once do no harm. */
@Component
class PhotoSweep {

    private static final Logger log = LoggerFactory.getLogger(PhotoSweep.class);
    private static final int AT_ONCE = 500;

    private final PhotoStore store;
    private final PhotoFiles files;
    private final MediaSettings settings;

    PhotoSweep(PhotoStore store, PhotoFiles files, MediaSettings settings) {
        this.store = store;
        this.files = files;
        this.settings = settings;
    }

    @Bean
    static RecurringTask<Void> photoSweepTask(PhotoSweep sweep) {
        return Tasks.recurring("media-sweep", FixedDelay.of(Duration.ofMinutes(10))).execute((_, _) -> sweep.run());
    }

    void run() {
        store.giveUpPending(settings.pendingFor());
        var leftovers = store.leftovers(AT_ONCE);
        leftovers.forEach(this::clear);
        if (!leftovers.isEmpty()) {
            log.info("Swept {} photos", leftovers.size());
        }
    }

    /** The files first: with the row gone nobody would know of them. */
    private void clear(PhotoStore.Leftover leftover) {
        try {
            files.delete(leftover.blobKey());
            store.forget(leftover.id());
        } catch (StorageException e) {
            log.warn("A photo's files could not be deleted and stay for the next sweep: {}", e.toString());
        }
    }
}
