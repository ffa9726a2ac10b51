package bd.cleancare.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Set;
import org.springframework.http.ResponseCookie;

/** The cookie that carries a page session: HttpOnly, SameSite=Lax, and under TLS Secure with the {@code __Host-} prefix. */
public final class SessionCookie {

    private static final String OVER_TLS = "__Host-session";
    private static final String PLAIN = "session";

    static final Set<String> NAMES = Set.of(OVER_TLS, PLAIN);

    private SessionCookie() {
    }

    public static ResponseCookie of(HttpServletRequest request, String value, Duration life) {
        boolean tls = request.isSecure();
        return ResponseCookie.from(tls ? OVER_TLS : PLAIN, value).httpOnly(true).secure(tls).sameSite("Lax").path("/").maxAge(life).build();
    }

    public static ResponseCookie cleared(HttpServletRequest request) {
        return of(request, "", Duration.ZERO);
    }
}
