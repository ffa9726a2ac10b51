package bd.cleancare.chat.live;

import bd.cleancare.chat.ChatMessage;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A room that somebody on this node listens to. Everybody gets its messages in the order of their numbers and without a gap: a message that
 * comes before its predecessors has them read from the database first, and one that comes again is passed over. So it does not matter which
 * way, how late or how often this node hears of a message.
 */
final class LiveRoom {

    private static final int AT_ONCE = 200;

    private final UUID id;
    private final LiveMessages messages;
    private final ReentrantLock order = new ReentrantLock(true);
    private final Condition moved = order.newCondition();
    private final Set<Participant> live = ConcurrentHashMap.newKeySet();
    private long last = -1;
    /** How many use it; guarded by the map of rooms. */
    private int users;

    LiveRoom(UUID id, LiveMessages messages) {
        this.id = id;
        this.messages = messages;
    }

    UUID id() {
        return id;
    }

    LiveRoom used() {
        users++;
        return this;
    }

    boolean unusedNow() {
        return --users == 0;
    }

    Set<Participant> participants() {
        return live;
    }

    /** Passes a message on that was just committed here or elsewhere. */
    void written(long sequence, String frame) {
        order.lock();
        try {
            if (last < 0 || sequence <= last) {
                return;
            }
            catchUp(sequence - 1);
            if (sequence == last + 1) {
                pass(sequence, frame);
            }
        } finally {
            order.unlock();
        }
    }

    /** Passes on what this node has missed. */
    void lookUpTo(long sequence) {
        order.lock();
        try {
            if (last >= 0) {
                catchUp(sequence);
            }
        } finally {
            order.unlock();
        }
    }

    private void catchUp(long sequence) {
        while (last < sequence) {
            List<ChatMessage> missed = messages.after(id, last, AT_ONCE);
            if (missed.isEmpty()) {
                return;
            }
            missed.forEach(message -> pass(message.sequence(), messages.frame(message)));
        }
    }

    private void pass(long sequence, String frame) {
        last = sequence;
        live.forEach(participant -> participant.offer(frame));
        moved.signalAll();
    }

    /** Lets a connection take part from what it has seen: the missed first, page by page as it reads them, then everything as it comes. */
    void join(Participant participant, long seen) throws InterruptedException {
        long position = seen;
        while (true) {
            for (List<ChatMessage> page = page(position); !page.isEmpty(); page = page(position)) {
                page.forEach(message -> participant.offer(messages.frame(message)));
                if (!participant.awaitSent()) {
                    return;
                }
                position = page.getLast().sequence();
            }
            if (joinedAt(position, participant)) {
                return;
            }
        }
    }

    private List<ChatMessage> page(long position) {
        return position < 0 ? List.of() : messages.after(id, position, AT_ONCE);
    }

    /** @param position negative: from now on, wherever that is */
    private boolean joinedAt(long position, Participant participant) {
        order.lock();
        try {
            if (last < 0) {
                last = messages.lastSequence(id);
            }
            if (position >= 0 && position < last) {
                return false;
            }
            live.add(participant);
            return true;
        } finally {
            order.unlock();
        }
    }

    void leave(Participant participant) {
        live.remove(participant);
    }

    /** What has no number: it is gone once it is said. */
    void tell(String frame, UUID butNot) {
        live.forEach(participant -> {
            if (!participant.viewer().id().equals(butNot)) {
                participant.offer(frame);
            }
        });
    }

    /** Waits until there is something after a number. */
    void await(long sequence, long millis) throws InterruptedException {
        order.lock();
        try {
            if (last < 0) {
                last = messages.lastSequence(id);
            }
            long left = TimeUnit.MILLISECONDS.toNanos(millis);
            while (last <= sequence && left > 0) {
                left = moved.awaitNanos(left);
            }
        } finally {
            order.unlock();
        }
    }
}
