package bd.cleancare.chat.live;

import java.util.ArrayDeque;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The frames that wait for one reader: one is sent at a time, and so many may wait. A reader that falls further behind is dropped, for it
 * can come back and read on from the last number it has, while memory cannot be had back.
 */
final class Outgoing {

    private static final int UNDER_WAY = 0;
    private static final int LEFT_ALONE = 1;
    private static final int DONE = 2;

    private final Line line;
    private final int most;
    private ArrayDeque<String> waiting;
    private boolean sending;
    private boolean closed;

    Outgoing(Line line, int most) {
        this.line = line;
        this.most = most;
    }

    void offer(String frame) {
        synchronized (this) {
            if (closed) {
                return;
            }
            if (sending) {
                if (waiting == null) {
                    waiting = new ArrayDeque<>(2);
                }
                if (waiting.size() < most) {
                    waiting.add(frame);
                    return;
                }
                closed = true;
                waiting = null;
            } else {
                sending = true;
            }
        }
        if (closed) {
            line.close(Close.TOO_SLOW);
        } else {
            send(frame);
        }
    }

    /** Goes on as long as frames are sent at once; where one is not, its completion goes on here. */
    private void send(String first) {
        String frame = first;
        while (frame != null) {
            var state = new AtomicInteger(UNDER_WAY);
            line.send(frame, sent -> completed(sent, state));
            if (state.compareAndSet(UNDER_WAY, LEFT_ALONE)) {
                return;
            }
            frame = next();
        }
    }

    private void completed(boolean sent, AtomicInteger state) {
        if (!sent) {
            drop();
        }
        if (!state.compareAndSet(UNDER_WAY, DONE)) {
            String frame = next();
            if (frame != null) {
                send(frame);
            }
        }
    }

    private synchronized String next() {
        String frame = closed || waiting == null ? null : waiting.poll();
        if (frame == null) {
            sending = false;
            waiting = null;
            notifyAll();
        }
        return frame;
    }

    private void drop() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            waiting = null;
        }
        line.close(Close.TOO_SLOW);
    }

    /** Nothing is sent from now on. */
    synchronized void close() {
        closed = true;
        waiting = null;
        notifyAll();
    }

    /** Waits until all that was offered is sent; false when the reader takes too long or is gone. */
    synchronized boolean awaitSent(long millis) throws InterruptedException {
        long end = System.nanoTime() + millis * 1_000_000;
        while (sending && !closed) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return !closed;
    }
}
