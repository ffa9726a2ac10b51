package bd.cleancare.platform.security;

import bd.cleancare.shared.Viewer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/** Finds out who sent a request: the bearer token everywhere, the session cookie on pages and their pictures only. */
class ViewerFilter extends OncePerRequestFilter {

    private static final String BEARER = "Bearer ";

    private final SessionResolver sessions;
    private final boolean cookies;

    /** @param cookies whether a cookie counts; never on {@code /api}, where no CSRF token guards it */
    ViewerFilter(SessionResolver sessions, boolean cookies) {
        this.sessions = sessions;
        this.cookies = cookies;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            remember(request, () -> sessions.byAccessToken(authorization.substring(BEARER.length()).strip()));
        } else if (cookies) {
            String cookie = cookie(request);
            if (cookie != null) {
                remember(request, () -> sessions.byCookie(cookie));
            }
        }
        chain.doFilter(request, response);
    }

    /** Where the session cannot be looked up nobody is signed in, but what is open to everybody still answers. */
    private static void remember(HttpServletRequest request, Supplier<Optional<Viewer>> session) {
        try {
            session.get().ifPresentOrElse(found -> CurrentViewer.set(request, found), () -> CurrentViewer.reject(request));
        } catch (DataAccessException _) {
            CurrentViewer.unknown(request);
        }
    }

    private static String cookie(HttpServletRequest request) {
        if (request.getCookies() != null) {
            for (Cookie cookie : request.getCookies()) {
                if (SessionCookie.NAMES.contains(cookie.getName())) {
                    return cookie.getValue();
                }
            }
        }
        return null;
    }
}
