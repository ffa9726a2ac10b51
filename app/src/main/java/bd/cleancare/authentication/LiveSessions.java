package bd.cleancare.authentication;

import bd.cleancare.authentication.SessionStore.Snapshot;
import bd.cleancare.authentication.TokenSigner.Claims;
import bd.cleancare.platform.crypto.KeyedHash;
import bd.cleancare.platform.security.SessionResolver;
import bd.cleancare.shared.Viewer;
import bd.cleancare.users.AccountChanged;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Answers who is asking with two look-ups in memory. What a token says never changes, so it is verified once; what its session may
 * do is read from the database every few seconds, so an ended session or a changed role counts everywhere soon and here at once.
 */
@Component
class LiveSessions implements SessionResolver {

    private static final int MOST_TOKENS = 20_000;
    private static final int MOST_SESSIONS = 50_000;
    private static final int COOKIE_LENGTH = 43;

    private final SessionStore store;
    private final TokenSigner signer;
    private final SessionSettings settings;
    private final Clock clock;
    private final Cache<String, Claims> tokens;
    private final Cache<String, UUID> cookies;
    private final Cache<UUID, Optional<Viewer>> viewers;

    LiveSessions(SessionStore store, TokenSigner signer, SessionSettings settings, Clock clock) {
        this.store = store;
        this.signer = signer;
        this.settings = settings;
        this.clock = clock;
        this.tokens = Caffeine.newBuilder().maximumSize(MOST_TOKENS)
                .expireAfter(Expiry.creating((String _, Claims claims) -> Duration.between(clock.instant(), claims.expiresAt()))).build();
        this.cookies = Caffeine.newBuilder().maximumSize(MOST_TOKENS).expireAfterWrite(Duration.ofMinutes(10)).build();
        this.viewers = Caffeine.newBuilder().maximumSize(MOST_SESSIONS).expireAfterWrite(settings.cacheFor()).build();
    }

    @Override
    public Optional<Viewer> byAccessToken(String token) {
        Claims claims = tokens.get(token, text -> signer.verify(TokenSigner.Type.ACCESS, text).orElse(null));
        if (claims == null || !claims.expiresAt().isAfter(clock.instant())) {
            return Optional.empty();
        }
        return viewer(claims.session()).filter(viewer -> viewer.id().equals(claims.user()));
    }

    @Override
    public Optional<Viewer> byCookie(String value) {
        if (value.length() != COOKIE_LENGTH) {
            return Optional.empty();
        }
        UUID session = cookies.get(value, text -> store.idOfCookie(KeyedHash.ofRandomSecret(text)).orElse(null));
        return session == null ? Optional.empty() : viewer(session);
    }

    @Override
    public Map<UUID, Viewer> stillOpen(Collection<UUID> sessions) {
        return sessions.isEmpty() ? Map.of() : store.stillOpen(sessions);
    }

    void forget(Collection<UUID> sessions) {
        viewers.invalidateAll(sessions);
    }

    /** After the commit: a look-up that began before it holds the key until it is done, so what it read is dropped too. */
    @TransactionalEventListener(fallbackExecution = true)
    void on(AccountChanged change) {
        forget(store.liveOf(change.userId()));
    }

    private Optional<Viewer> viewer(UUID session) {
        return viewers.get(session, this::load);
    }

    private Optional<Viewer> load(UUID session) {
        Optional<Snapshot> snapshot = store.snapshot(session);
        if (snapshot.isPresent() && snapshot.get().stale()) {
            store.touch(session, settings.pageLife(), settings.longest());
        }
        return snapshot.map(Snapshot::viewer);
    }
}
