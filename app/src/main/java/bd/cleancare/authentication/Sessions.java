package bd.cleancare.authentication;

import bd.cleancare.authentication.SessionStore.Refresh;
import bd.cleancare.authentication.SessionStore.Rotated;
import bd.cleancare.authentication.TokenSigner.Claims;
import bd.cleancare.notifications.Event;
import bd.cleancare.notifications.Fact;
import bd.cleancare.notifications.Notifications;
import bd.cleancare.platform.crypto.KeyedHash;
import bd.cleancare.shared.Ids;
import bd.cleancare.shared.Viewer;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Opens and ends sessions. Whoever calls has already made sure who the person is. */
@Component
public class Sessions {

    /** What an app gets at login. */
    public record Tokens(UUID sessionId, String accessToken, String refreshToken) {

        @Override
        public String toString() {
            return "Tokens[" + sessionId + "]";
        }
    }

    /** What a browser gets at login: the value of the session cookie and how long it should keep it. */
    public record PageSession(UUID sessionId, String cookie, Duration life) {

        @Override
        public String toString() {
            return "PageSession[" + sessionId + "]";
        }
    }

    private static final Logger log = LoggerFactory.getLogger(Sessions.class);
    private static final int COOKIE_BYTES = 32;

    private final SessionStore store;
    private final LiveSessions live;
    private final TokenSigner signer;
    private final SessionSettings settings;
    private final Clock clock;
    private final Notifications notifications;
    private final SecureRandom random = new SecureRandom();

    Sessions(SessionStore store, LiveSessions live, TokenSigner signer, SessionSettings settings, Clock clock,
            Notifications notifications) {
        this.store = store;
        this.live = live;
        this.signer = signer;
        this.settings = settings;
        this.clock = clock;
        this.notifications = notifications;
    }

    @Transactional
    public Tokens openForApp(UUID userId, Device device) {
        UUID session = Ids.next();
        var refresh = new Refresh(UUID.randomUUID(), now());
        store.insertForApp(session, userId, device, refresh, settings.refreshLife());
        tellOfNewDevice(userId, session, device);
        return tokens(userId, session, refresh);
    }

    @Transactional
    public PageSession openForPages(UUID userId, Device device) {
        byte[] secret = new byte[COOKIE_BYTES];
        random.nextBytes(secret);
        String cookie = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        UUID session = Ids.next();
        store.insertForPages(session, userId, device, KeyedHash.ofRandomSecret(cookie), settings.pageLife());
        tellOfNewDevice(userId, session, device);
        return new PageSession(session, cookie, settings.longest());
    }

    private void tellOfNewDevice(UUID userId, UUID session, Device device) {
        if (store.isNewDevice(userId, session, device)) {
            notifications.tell(new Fact(Event.SIGN_IN_NEW_DEVICE, session.toString(), List.of(userId), "/profile/sessions/", Map.of("device", device.name())));
        }
    }

    /** Ends the session the viewer is using. */
    public void end(Viewer viewer) {
        end(viewer, viewer.sessionId());
    }

    /** @return false when it is not a live session of the viewer's own */
    public boolean end(Viewer viewer, UUID session) {
        return forget(store.end(viewer.id(), session, "logout")) > 0;
    }

    /** @return how many were ended */
    public int endOthers(Viewer viewer) {
        return forget(store.endAll(viewer.id(), viewer.sessionId(), "logout_others"));
    }

    public List<SessionView> list(Viewer viewer) {
        return store.list(viewer.id(), viewer.sessionId());
    }

    /**
     * New tokens for a refresh token, which is good once. The one before still answers for a few seconds, with the very same new
     * token, so that two tabs do not log each other out; after that its use means that it was stolen, and the session ends.
     */
    public Optional<Tokens> refresh(String token) {
        Claims claims = signer.verify(TokenSigner.Type.REFRESH, token).orElse(null);
        if (claims == null) {
            return Optional.empty();
        }
        var next = new Refresh(UUID.randomUUID(), now());
        if (store.rotate(claims.session(), claims.user(), claims.id(), next, settings.refreshLife(), settings.longest())) {
            return Optional.of(tokens(claims.user(), claims.session(), next));
        }
        Rotated rotated = store.rotated(claims.session(), claims.user(), claims.id(), settings.refreshGrace()).orElse(null);
        if (rotated == null) {
            return Optional.empty();
        }
        if (rotated.withinGrace()) {
            return Optional.of(tokens(claims.user(), claims.session(), rotated.current()));
        }
        log.warn("A refresh token of session {} was used again; the session is ended", claims.session());
        forget(store.end(claims.user(), claims.session(), "refresh_reused"));
        return Optional.empty();
    }

    public int endAllBut(UUID userId, UUID session, String reason) {
        return forget(store.endAll(userId, session, reason));
    }

    /** For what ends every login of a person, such as a new password. Part of the caller's transaction. */
    public int endAll(UUID userId, String reason) {
        return forget(store.endAll(userId, null, reason));
    }

    private Tokens tokens(UUID userId, UUID session, Refresh refresh) {
        Instant now = now();
        var access = new Claims(userId, session, UUID.randomUUID(), now, now.plus(settings.accessLife()));
        var renewal = new Claims(userId, session, refresh.id(), refresh.issuedAt(), refresh.issuedAt().plus(settings.refreshLife()));
        return new Tokens(session, signer.sign(TokenSigner.Type.ACCESS, access), signer.sign(TokenSigner.Type.REFRESH, renewal));
    }

    /** Memory is cleared after the commit; before it a look-up would only read the old row again. */
    private int forget(List<UUID> ended) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    live.forget(ended);
                }
            });
        } else {
            live.forget(ended);
        }
        return ended.size();
    }

    /** Tokens count whole seconds; so do we, or a token signed again would differ. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
