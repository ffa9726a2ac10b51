package bd.cleancare.platform.security;

import bd.cleancare.platform.web.Problem;
import bd.cleancare.shared.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Who sent the current request, as the filter found out. */
public final class CurrentViewer {

    private static final String VIEWER = CurrentViewer.class.getName();
    private static final String REJECTED = VIEWER + ".rejected";
    private static final String UNKNOWN = VIEWER + ".unknown";

    private CurrentViewer() {
    }

    public static Optional<Viewer> of(HttpServletRequest request) {
        return Optional.ofNullable((Viewer) request.getAttribute(VIEWER));
    }

    /** @throws Problem 401 without a token, or with one that is not valid; 503 when that cannot be told */
    public static Viewer require(HttpServletRequest request) {
        Viewer viewer = (Viewer) request.getAttribute(VIEWER);
        if (viewer == null && request.getAttribute(UNKNOWN) != null) {
            throw Problem.detail(503, "unavailable");
        }
        if (viewer == null) {
            throw request.getAttribute(REJECTED) == null ? Problem.detail(401, "not_authenticated") : Problem.detail(401, "token_not_valid");
        }
        return viewer;
    }

    static void set(HttpServletRequest request, Viewer viewer) {
        request.setAttribute(VIEWER, viewer);
    }

    static void unknown(HttpServletRequest request) {
        request.setAttribute(UNKNOWN, Boolean.TRUE);
    }

    static void reject(HttpServletRequest request) {
        request.setAttribute(REJECTED, Boolean.TRUE);
    }
}
