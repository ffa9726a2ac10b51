package bd.cleancare.notifications;

import bd.cleancare.notifications.Audience.Member;
import bd.cleancare.notifications.FactStore.Stored;
import bd.cleancare.platform.jobs.WorkLoop;
import bd.cleancare.platform.jobs.Worker;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells stored facts: under the bell and into the queues of the other channels. Telling one and marking it told share a transaction,
 * so a crash in between undoes all of it and the fact is told again.
 */
@Component
class Teller extends Worker {

    private static final Logger log = LoggerFactory.getLogger(Teller.class);
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final int AT_ONCE = 50;

    private final FactStore facts;
    private final Audience audience;
    private final Bells bells;
    private final Letters letters;
    private final TransactionTemplate transaction;
    private final WorkLoop loop = new WorkLoop("teller", EVERY, this::round);

    Teller(FactStore facts, Audience audience, Bells bells, Letters letters, TransactionTemplate transaction) {
        this.facts = facts;
        this.audience = audience;
        this.bells = bells;
        this.letters = letters;
        this.transaction = transaction;
    }

    void wake() {
        loop.wake();
    }

    private boolean round() {
        try {
            return transaction.execute(_ -> tell(facts.claim(AT_ONCE))) == AT_ONCE;
        } catch (RuntimeException e) {
            log.warn("Some facts could not be told together, now one by one: {}", e.toString());
            return oneByOne();
        }
    }

    /** Finds the one that spoils it for the others. */
    private boolean oneByOne() {
        for (int i = 0; i < AT_ONCE; i++) {
            var current = new AtomicReference<Stored>();
            try {
                if (transaction.execute(_ -> tellFirst(current)) == 0) {
                    return false;
                }
            } catch (RuntimeException e) {
                if (current.get() == null) {
                    throw e;
                }
                log.error("{} could not be told: {}", current.get(), e.toString());
                facts.postpone(current.get(), e.getClass().getSimpleName() + ": " + e.getMessage());
            }
        }
        return true;
    }

    private int tellFirst(AtomicReference<Stored> current) {
        List<Stored> first = facts.claim(1);
        first.forEach(current::set);
        return tell(first);
    }

    private int tell(List<Stored> claimed) {
        if (claimed.isEmpty()) {
            return 0;
        }
        Map<UUID, Member> members = audience.of(claimed.stream().flatMap(fact -> fact.recipients().stream()).collect(Collectors.toSet()));
        Letters.Batch batch = letters.batch();
        var rings = new Bells.Rings();
        for (Stored fact : claimed) {
            News news = fact.read();
            fact.recipients().stream().map(members::get).filter(Objects::nonNull).forEach(member -> {
                rings.add(member.account().id(), news, member.chosen());
                batch.write(member, news);
            });
        }
        bells.ring(rings);
        batch.post();
        facts.told(claimed.stream().map(Stored::sequence).toList());
        return claimed.size();
    }

    @Override
    protected WorkLoop loop() {
        return loop;
    }
}
