package bd.cleancare.authentication.web;

import bd.cleancare.platform.pages.LocalPath;
import bd.cleancare.shared.PhoneNumber;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/**
 * Between two pages: the phone a code was sent to and where to go afterwards. In a cookie of the person's own browser, so that the
 * number stands in no address; it proves nothing, the code does.
 */
record CodeStep(PhoneNumber phone, String next, Instant sentAt) {

    private static final String NAME = "code-step";
    private static final Duration LIFE = Duration.ofMinutes(30);
    /** How long the page waits before it offers another code; the limits decide, this is only what people see. */
    private static final Duration WAIT = Duration.ofSeconds(60);

    static Optional<CodeStep> of(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, NAME);
        return cookie == null ? Optional.empty() : read(cookie.getValue());
    }

    private static Optional<CodeStep> read(String value) {
        try {
            String[] lines = new String(Base64.getUrlDecoder().decode(value), StandardCharsets.UTF_8).split("\n", -1);
            return lines.length != 3 ? Optional.empty() : PhoneNumber.parse(lines[0])
                    .map(phone -> new CodeStep(phone, LocalPath.orElse(lines[1], "/"), Instant.ofEpochSecond(Long.parseLong(lines[2]))));
        } catch (IllegalArgumentException | java.time.DateTimeException _) {
            return Optional.empty();
        }
    }

    ResponseCookie cookie(HttpServletRequest request) {
        String text = phone.canonical() + "\n" + next + "\n" + sentAt.getEpochSecond();
        return cookie(request, Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8)), LIFE);
    }

    static ResponseCookie cleared(HttpServletRequest request) {
        return cookie(request, "", Duration.ZERO);
    }

    /** Seconds until the page offers another code. */
    long wait(Instant now) {
        return Math.clamp(WAIT.minus(Duration.between(sentAt, now)).toSeconds(), 0, WAIT.toSeconds());
    }

    private static ResponseCookie cookie(HttpServletRequest request, String value, Duration life) {
        return ResponseCookie.from(NAME, value).httpOnly(true).secure(request.isSecure()).sameSite("Lax").path("/").maxAge(life).build();
    }
}
