package bd.cleancare.wards;

import bd.cleancare.shared.GeoPoint;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The front door to the wards. Answers come from memory; an import on another node is noticed within seconds by a glance at the
 * version of the map.
 */
@Component
public class Wards {

    private static final long GLANCE_EVERY = Duration.ofSeconds(3).toNanos();

    private final WardStore store;
    private final TransactionOperations transaction;
    private final AtomicLong glancedAt = new AtomicLong(System.nanoTime() - GLANCE_EVERY);
    private volatile WardMap map = new WardMap(-1, List.of());

    Wards(WardStore store, TransactionOperations transaction) {
        this.store = store;
        this.transaction = transaction;
    }

    /** The ward a place lies in; on a shared border the lowest number, outside every ward none. */
    public Optional<Ward> at(GeoPoint point) {
        return map().at(point);
    }

    /** All wards in the order of their numbers. */
    public List<Ward> all() {
        return map().wards();
    }

    public Optional<Ward> find(String number) {
        return map().shape(Ward.normalisedNumber(number)).map(WardShape::ward);
    }

    /** The area of a ward as GeoJSON text. */
    public Optional<String> geometry(String number) {
        return map().shape(Ward.normalisedNumber(number)).map(WardShape::geoJson);
    }

    /** Changes with every import: whoever saw this version saw the wards as they are. */
    public long version() {
        return map().version();
    }

    /** Makes the wards of a GeoJSON FeatureCollection the wards of the city, in place of those before. */
    public WardImport importMap(String geoJson) {
        WardFile file = WardFile.read(geoJson);
        if (!file.faults().isEmpty()) {
            return new WardImport.Refused(List.copyOf(file.faults()));
        }
        transaction.executeWithoutResult(_ -> store.replaceAll(file.wards()));
        reload();
        return new WardImport.Imported(file.wards().size());
    }

    private WardMap map() {
        long last = glancedAt.get();
        long now = System.nanoTime();
        // One caller pays for the glance; the others go on with the map they have, except before there is any.
        if (now - last >= GLANCE_EVERY && glancedAt.compareAndSet(last, now) && store.version() != map.version() || map.version() < 0) {
            reload();
        }
        return map;
    }

    private synchronized void reload() {
        // The version is read first: an import in between is then loaded under an old version and found at the next glance.
        long version = store.version();
        if (version != map.version()) {
            map = new WardMap(version, store.shapes());
        }
    }
}
