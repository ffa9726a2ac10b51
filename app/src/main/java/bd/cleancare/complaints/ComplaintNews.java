package bd.cleancare.complaints;

import bd.cleancare.notifications.Fact;
import bd.cleancare.notifications.Notifications;
import bd.cleancare.platform.jobs.WorkLoop;
import bd.cleancare.platform.jobs.Worker;
import java.time.Duration;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells what stands in the history and has not been told. The history row commits with the change; telling it and marking it told share
 * a transaction. So nothing is lost between the two, and filing pays for none of it.
 */
@Component
class ComplaintNews extends Worker {

    /** The history has grown. */
    enum Waiting {
        NOW
    }

    private static final Duration EVERY = Duration.ofMillis(500);
    private static final int AT_ONCE = 100;

    private final UntoldStories untold;
    private final Notifications notifications;
    private final TransactionTemplate transaction;
    private final WorkLoop loop = new WorkLoop("complaint-news", EVERY, this::round);

    ComplaintNews(UntoldStories untold, Notifications notifications, TransactionTemplate transaction) {
        this.untold = untold;
        this.notifications = notifications;
        this.transaction = transaction;
    }

    /** There is something new, or there will be once the transaction around it commits. */
    @EventListener
    public void on(Waiting waiting) {
        loop.wake();
    }

    private boolean round() {
        return transaction.execute(_ -> tell(untold.claim(AT_ONCE))) == AT_ONCE;
    }

    private int tell(List<ComplaintStory> stories) {
        if (stories.isEmpty()) {
            return 0;
        }
        List<Fact> facts = stories.stream().flatMap(story -> story.facts().stream()).toList();
        if (!facts.isEmpty()) {
            notifications.tellAll(facts);
        }
        untold.told(stories);
        return stories.size();
    }

    @Override
    protected WorkLoop loop() {
        return loop;
    }
}
