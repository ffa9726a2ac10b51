package bd.cleancare.platform.security;

import bd.cleancare.shared.Viewer;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Finds the account behind a credential, as long as its session has not ended. Asked on every request: it must be quick. */
public interface SessionResolver {

    Optional<Viewer> byAccessToken(String token);

    Optional<Viewer> byCookie(String value);

    /** Of some sessions those that have not ended, with whose they are now: one look for all who stay connected. */
    Map<UUID, Viewer> stillOpen(Collection<UUID> sessions);
}
