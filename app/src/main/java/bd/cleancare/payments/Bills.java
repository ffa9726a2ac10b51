package bd.cleancare.payments;

import bd.cleancare.shared.CityTime;
import bd.cleancare.shared.Viewer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The front door to bills. What has to be paid is computed here, from the demand and the day, and nowhere else. */
@Component
public class Bills {

    private final BillStore store;
    private final Clock clock;

    Bills(BillStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Anybody may pay a bill whose id or holding number they know. */
    public Optional<Bill> find(UUID id) {
        return id == null ? Optional.empty() : store.find(id, today());
    }

    public List<Bill> mine(Viewer viewer) {
        return store.ofOwner(viewer.id(), today());
    }

    /** All bills of a holding that {@link Holdings} has shown to the viewer. */
    public List<Bill> ofHolding(Holdings.Holding holding) {
        return store.ofHolding(holding.id(), today());
    }

    /** Of some holdings, in one query. */
    List<Bill> dueOf(List<Holdings.Holding> some) {
        return store.dueOf(some.stream().map(Holdings.Holding::id).toList(), today());
    }

    public List<Bill> dueOfHolding(String number) {
        return store.dueOfHolding(number, today());
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(CityTime.ZONE));
    }
}
