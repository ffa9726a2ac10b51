package bd.cleancare.chat.live;

import bd.cleancare.chat.ChatSettings;
import bd.cleancare.chat.RoomState;
import bd.cleancare.chat.Rooms;
import bd.cleancare.platform.security.SessionResolver;
import bd.cleancare.shared.Viewer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Looks after the connections of this node: that nothing was missed, that everybody still may be where they are, that they are still there.
 * Each look is one question for all of them together.
 */
@Component
class Watch implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Watch.class);
    private static final long RIGHTS_SECONDS = 2;
    private static final long BEAT_SECONDS = 5;
    private static final int LOOKS_WHILE_CONNECTED = 10;
    private static final int LOOKS_AFTER_LOSS = 4;
    private static final int RECONNECT_WITHIN_MS = 3000;

    private final Hub hub;
    private final Rooms rooms;
    private final SessionResolver sessions;
    private final Presence presence;
    private final Frames frames;
    private final Bus bus;
    private final ChatSettings settings;
    private ScheduledExecutorService clock;
    private int looks;
    /** Looks that are due because the bus was away: what it carried just before and after that is not sure to have come. */
    private int owed;

    Watch(Hub hub, Rooms rooms, SessionResolver sessions, Presence presence, Frames frames, Bus bus, ChatSettings settings) {
        this.hub = hub;
        this.rooms = rooms;
        this.sessions = sessions;
        this.presence = presence;
        this.frames = frames;
        this.bus = bus;
        this.settings = settings;
    }

    @Override
    public void start() {
        hub.start();
        clock = Executors.newScheduledThreadPool(2, Thread.ofPlatform().daemon().name("chat-watch-", 0).factory());
        every(settings.lookEvery().toMillis(), this::look);
        every(TimeUnit.SECONDS.toMillis(RIGHTS_SECONDS), this::checkRights);
        every(TimeUnit.SECONDS.toMillis(BEAT_SECONDS), presence::beat);
        every(settings.pingEvery().toMillis(), this::ping);
    }

    private void every(long millis, Runnable task) {
        clock.scheduleWithFixedDelay(() -> {
            try {
                task.run();
            } catch (RuntimeException e) {
                log.warn("A look after the chat failed and is repeated: {}", e.toString());
            }
        }, millis, millis, TimeUnit.MILLISECONDS);
    }

    /** While the bus brings everything only seldom, for what it may have lost; else each time. */
    private void look() {
        boolean lost = bus.lost();
        owed = bus.connected() && !lost ? Math.max(0, owed - 1) : LOOKS_AFTER_LOSS;
        if (hub.open().isEmpty() || owed == 0 && looks++ % LOOKS_WHILE_CONNECTED != 0) {
            return;
        }
        Map<UUID, RoomState> states = states();
        hub.open().forEach(room -> {
            RoomState state = states.get(room.id());
            if (state != null) {
                room.lookUpTo(state.lastSequence());
            }
        });
    }

    private Map<UUID, RoomState> states() {
        return rooms.states(hub.open().stream().map(LiveRoom::id).toList());
    }

    private void checkRights() {
        List<Participant> everybody = hub.open().stream().flatMap(room -> room.participants().stream()).toList();
        if (everybody.isEmpty()) {
            return;
        }
        Map<UUID, Viewer> open = sessions.stillOpen(everybody.stream().map(each -> each.viewer().sessionId()).collect(Collectors.toSet()));
        Map<UUID, RoomState> states = states();
        everybody.forEach(each -> check(each, open.get(each.viewer().sessionId()), states.get(each.room().id())));
    }

    private void check(Participant participant, Viewer now, RoomState state) {
        if (now == null) {
            participant.end(Close.SIGNED_OUT);
        } else if (state == null) {
            participant.end(Close.NO_LONGER_ALLOWED);
        } else if (participant.rightsDiffer(now, state.stamp())) {
            checkAgain(participant, now, state);
        }
    }

    private void checkAgain(Participant participant, Viewer now, RoomState state) {
        if (rooms.find(participant.room().id(), now).isEmpty()) {
            participant.end(Close.NO_LONGER_ALLOWED);
        } else {
            participant.rightsHold(now, state.stamp());
        }
    }

    private void ping() {
        hub.open().forEach(room -> room.participants().forEach(participant -> Thread.startVirtualThread(() -> {
            if (!participant.ping()) {
                participant.end(Close.TOO_SLOW);
            }
        })));
    }

    /** Everybody is told to come back, not all in the same instant. */
    @Override
    public void stop() {
        hub.stop();
        hub.open().forEach(room -> room.participants().forEach(participant -> {
            participant.offer(frames.reconnect(ThreadLocalRandom.current().nextInt(RECONNECT_WITHIN_MS)));
            participant.end(Close.RESTARTING);
        }));
        clock.shutdownNow();
        presence.end();
    }

    @Override
    public boolean isRunning() {
        return clock != null && !clock.isShutdown();
    }

    /** Before the web server stops taking requests. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
