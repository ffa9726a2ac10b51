package bd.cleancare.notifications.queue;

import java.time.Duration;

/** One way out of the house. */
public interface Outlet {

    Channel channel();

    /** Whether this installation has it at all. */
    boolean open();

    /** How many messages are on their way at once. */
    int concurrency();

    /** What may wait is sent no quicker than this. */
    int perSecond();

    /** Longer than any attempt may take, or a slow gateway would get the same message twice at once. */
    Duration lease();

    /** One attempt. No transaction is open while the other side is asked. */
    void attempt(Due due);
}
