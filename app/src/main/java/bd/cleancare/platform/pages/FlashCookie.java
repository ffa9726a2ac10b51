package bd.cleancare.platform.pages;

import bd.cleancare.platform.crypto.KeyedHash;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** Carries a {@link Flash} over a redirect without a session on the server; signed, so that nobody plants sentences on our pages. */
@Component
class FlashCookie {

    private static final String NAME = "flash";
    private static final Duration LIFE = Duration.ofMinutes(1);

    private final KeyedHash hash;

    FlashCookie(KeyedHash hash) {
        this.hash = hash;
    }

    ResponseCookie of(HttpServletRequest request, Flash flash) {
        String payload = base64(flash.packed().getBytes(StandardCharsets.UTF_8));
        return cookie(request, payload + "." + signature(payload), LIFE);
    }

    ResponseCookie cleared(HttpServletRequest request) {
        return cookie(request, "", Duration.ZERO);
    }

    Optional<Flash> read(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, NAME);
        String[] parts = cookie == null ? new String[0] : cookie.getValue().split("\\.", -1);
        if (parts.length != 2 || !isSigned(parts[0], parts[1])) {
            return Optional.empty();
        }
        return Optional.of(Flash.unpacked(new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8)));
    }

    private boolean isSigned(String payload, String signature) {
        return MessageDigest.isEqual(signature(payload).getBytes(StandardCharsets.UTF_8), signature.getBytes(StandardCharsets.UTF_8));
    }

    private String signature(String payload) {
        return base64(hash.ofCode(NAME, payload));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static ResponseCookie cookie(HttpServletRequest request, String value, Duration life) {
        return ResponseCookie.from(NAME, value).httpOnly(true).secure(request.isSecure()).sameSite("Lax").path("/").maxAge(life).build();
    }
}
