package bd.cleancare.notifications.queue;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What is put in here in a transaction is sent right after its commit, and not at all without one. */
@Component
public class Outbox implements SmartLifecycle {

    private final OutgoingStore store;
    private final List<Lanes> lanes;
    private volatile boolean running;

    Outbox(OutgoingStore store, List<Outlet> outlets, Clock clock) {
        this.store = store;
        this.lanes = outlets.stream().filter(Outlet::open).map(outlet -> new Lanes(outlet, store, clock)).toList();
    }

    public boolean has(Channel channel) {
        return lanes.stream().anyMatch(lane -> lane.channel() == channel);
    }

    public void put(Collection<NewMessage> messages) {
        if (messages.isEmpty()) {
            return;
        }
        store.insert(messages);
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            wake();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                wake();
            }
        });
    }

    public void wake() {
        lanes.forEach(lane -> lane.loop().wake());
    }

    @Override
    public void start() {
        running = true;
        lanes.forEach(lane -> lane.loop().start());
    }

    @Override
    public void stop() {
        running = false;
        lanes.forEach(lane -> lane.loop().stop());
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
