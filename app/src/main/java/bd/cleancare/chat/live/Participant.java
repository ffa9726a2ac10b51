package bd.cleancare.chat.live;

import bd.cleancare.chat.ChatSettings;
import bd.cleancare.chat.Room;
import bd.cleancare.platform.i18n.Language;
import bd.cleancare.shared.Viewer;
import io.github.bucket4j.Bucket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One connection of one person to one room. */
public final class Participant {

    private static final long JOIN_SECONDS = 30;

    private final Room room;
    private final Language language;
    private final Line line;
    private final Outgoing outgoing;
    private final Bucket frames;
    private final long sendMillis;
    private final CountDownLatch joined = new CountDownLatch(1);
    private volatile Viewer viewer;
    private volatile boolean gone;
    private volatile boolean unanswered;
    private volatile int stamp;

    Participant(Room room, Viewer viewer, Language language, Line line, Bucket frames, ChatSettings settings) {
        this.room = room;
        this.viewer = viewer;
        this.stamp = room.stamp();
        this.language = language;
        this.line = line;
        this.frames = frames;
        this.outgoing = new Outgoing(line, settings.waitingFrames());
        this.sendMillis = settings.sendTimeout().toMillis();
    }

    public Room room() {
        return room;
    }

    public Viewer viewer() {
        return viewer;
    }

    Language language() {
        return language;
    }

    /** Says something to this connection only. */
    void offer(String frame) {
        outgoing.offer(frame);
    }

    boolean awaitSent() throws InterruptedException {
        return outgoing.awaitSent(sendMillis);
    }

    /** Whether another frame may come in, or too many did of late. */
    boolean mayReceive() {
        return frames.tryConsume(1);
    }

    void joined() {
        joined.countDown();
    }

    boolean awaitJoined() throws InterruptedException {
        return joined.await(JOIN_SECONDS, TimeUnit.SECONDS) && !gone;
    }

    void end(Close why) {
        line.close(why);
    }

    void left() {
        gone = true;
        outgoing.close();
        joined.countDown();
    }

    boolean isGone() {
        return gone;
    }

    /** The other end gave a sign of life. */
    public void answered() {
        unanswered = false;
    }

    /** @return false when the ping before this one was never answered */
    boolean ping() {
        if (unanswered) {
            return false;
        }
        unanswered = true;
        line.ping();
        return true;
    }

    /** @return whether anything its rights depend on is different from when they were last looked up */
    boolean rightsDiffer(Viewer now, int stampNow) {
        return !now.equals(viewer) || stampNow != stamp;
    }

    void rightsHold(Viewer now, int stampNow) {
        viewer = now;
        stamp = stampNow;
    }
}
