package bd.cleancare.chat.live;

import bd.cleancare.chat.Audience;
import bd.cleancare.chat.ChatLimits;
import bd.cleancare.chat.ChatMessage;
import bd.cleancare.chat.ChatSettings;
import bd.cleancare.chat.Mark;
import bd.cleancare.chat.Room;
import bd.cleancare.chat.Rooms;
import bd.cleancare.platform.i18n.Language;
import bd.cleancare.shared.Viewer;
import java.time.Duration;
import java.util.Collection;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Everybody who is connected to this node, by room. */
@Component
public class Hub implements Audience {

    private static final Logger log = LoggerFactory.getLogger(Hub.class);

    private final ConcurrentHashMap<UUID, LiveRoom> rooms = new ConcurrentHashMap<>();
    private final LiveMessages messages;
    private final Rooms directory;
    private final Presence presence;
    private final Frames frames;
    private final ChatLimits limits;
    private final ChatSettings settings;
    private final Bus bus;
    private final Pulse pulse = new Pulse();
    private volatile boolean stopping;

    Hub(LiveMessages messages, Rooms directory, Presence presence, Frames frames, ChatLimits limits, ChatSettings settings, Bus bus) {
        this.messages = messages;
        this.directory = directory;
        this.presence = presence;
        this.frames = frames;
        this.limits = limits;
        this.settings = settings;
        this.bus = bus;
        bus.listen(this::heard);
    }

    /**
     * Lets somebody take part who was let into the room. What they have missed follows in the background.
     *
     * @param seen the number of the last message they have; negative for none but what comes from now on
     */
    public Participant join(Room room, Viewer viewer, Language language, Line line, long seen) {
        var participant = new Participant(room, viewer, language, line, limits.framesOfOneConnection(), settings);
        if (stopping) {
            line.close(Close.RESTARTING);
            return participant;
        }
        LiveRoom live = rooms.compute(room.id(), (id, open) -> (open == null ? new LiveRoom(id, messages) : open).used());
        Thread.startVirtualThread(() -> enter(live, participant, seen));
        return participant;
    }

    private void enter(LiveRoom live, Participant participant, long seen) {
        try {
            Frames.Person person = presence.enter(participant);
            participant.offer(frames.joined(participant.room(), participant.viewer(), presence.in(live.id()), directory.marks(participant.room())));
            live.join(participant, seen);
            announce(live.id(), frames.presence(person, true), participant.viewer().id());
        } catch (DataAccessException e) {
            log.warn("Somebody could not be let into a room: {}", e.toString());
            participant.end(Close.RESTARTING);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            participant.joined();
            if (participant.isGone()) {
                live.leave(participant);
            }
        }
    }

    /** Called once for each who joined, when their connection has ended. */
    public void leave(Participant participant) {
        if (participant.isGone()) {
            return;
        }
        participant.left();
        LiveRoom live = rooms.computeIfPresent(participant.room().id(), (_, open) -> {
            open.leave(participant);
            return open.unusedNow() ? null : open;
        });
        Thread.startVirtualThread(() -> gone(participant, live));
    }

    private void gone(Participant participant, LiveRoom live) {
        try {
            presence.leave(participant).ifPresent(person -> announce(participant.room().id(), frames.presence(person, false), person.userId()));
        } catch (DataAccessException e) {
            log.warn("Could not write down that somebody left a room: {}", e.toString());
        }
    }

    @Override
    public void written(ChatMessage message) {
        String frame = frames.message(message);
        LiveRoom live = rooms.get(message.roomId());
        if (live != null) {
            live.written(message.sequence(), frame);
        }
        pulse.beat();
        bus.publish(new Bus.News(message.roomId(), message.sequence(), null, frame));
    }

    @Override
    public void marked(UUID room, Mark mark) {
        announce(room, frames.receipt(mark), mark.userId());
    }

    void typing(Participant participant, boolean active) {
        announce(participant.room().id(), frames.typing(participant.viewer().id(), active), participant.viewer().id());
    }

    void announce(UUID room, String frame, UUID butNot) {
        heard(new Bus.News(room, 0, butNot, frame));
        bus.publish(new Bus.News(room, 0, butNot, frame));
    }

    /** Passes on what was said here or on another node. */
    private void heard(Bus.News news) {
        if (news.sequence() > 0) {
            pulse.beat();
        }
        LiveRoom live = rooms.get(news.room());
        if (live == null) {
            return;
        }
        if (news.sequence() > 0) {
            live.written(news.sequence(), news.frame());
        } else {
            live.tell(news.frame(), news.butNot());
        }
    }

    /** Waits until a room has something after a number, for those who ask by plain requests. */
    public void await(UUID room, long sequence, Duration longest) {
        LiveRoom live = rooms.compute(room, (id, open) -> (open == null ? new LiveRoom(id, messages) : open).used());
        try {
            live.await(sequence, longest.toMillis());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            rooms.computeIfPresent(room, (_, open) -> open.unusedNow() ? null : open);
        }
    }

    /** By what to wait for what is written from now on, in whatever room. */
    public long writtenSoFar() {
        return pulse.now();
    }

    /** Waits until something more was written, and answers by what to wait for the next. */
    public long awaitAny(long known, Duration longest) {
        try {
            return stopping ? known : pulse.await(known, longest);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return known;
        }
    }

    Collection<LiveRoom> open() {
        return rooms.values();
    }

    /** Also after a stop: an application may be paused and go on. */
    void start() {
        stopping = false;
    }

    void stop() {
        stopping = true;
        pulse.beat();
    }
}
