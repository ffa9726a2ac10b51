package bd.cleancare.platform.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.web.util.WebUtils;

/** Light or dark, where a person chose; otherwise the device decides. */
public enum Theme {
    LIGHT("light"), DARK("dark");

    static final String COOKIE = "theme";

    private final String word;

    Theme(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    static Optional<Theme> ofWord(String word) {
        return LIGHT.word.equals(word) ? Optional.of(LIGHT) : DARK.word.equals(word) ? Optional.of(DARK) : Optional.empty();
    }

    static Theme of(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, COOKIE);
        return cookie == null ? null : ofWord(cookie.getValue()).orElse(null);
    }
}
