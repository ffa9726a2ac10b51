package bd.cleancare.platform.security;

import bd.cleancare.shared.Viewer;
import java.util.Optional;

/** Finds the account behind a credential, as long as its session has not ended. Asked on every request: it must be quick. */
public interface SessionResolver {

    Optional<Viewer> byAccessToken(String token);

    Optional<Viewer> byCookie(String value);
}
