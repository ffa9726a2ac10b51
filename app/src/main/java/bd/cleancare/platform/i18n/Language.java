package bd.cleancare.platform.i18n;

import bd.cleancare.shared.Worded;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;

/** The two languages everything is said in. Bangla is the default, also where a client asks for a third. */
public enum Language implements Worded {
    BANGLA(Locale.of("bn", "BD")), ENGLISH(Locale.of("en"));

    /** The choice a person made on a page. */
    public static final String COOKIE = "language";

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    public Locale locale() {
        return locale;
    }

    public String code() {
        return locale.getLanguage();
    }

    @Override
    public String word() {
        return code();
    }

    public static Language of(Locale locale) {
        return locale != null && "en".equals(locale.getLanguage()) ? ENGLISH : BANGLA;
    }

    /**
     * The caller's language. Clients of the API say it in {@code Accept-Language}; on pages only a person's own choice
     * counts, because most phones here send English whatever their owner reads.
     */
    public static Language of(HttpServletRequest request) {
        if (request.getCookies() != null) {
            for (Cookie cookie : request.getCookies()) {
                if (COOKIE.equals(cookie.getName())) {
                    return of(Locale.of(cookie.getValue()));
                }
            }
        }
        boolean api = request.getRequestURI().startsWith("/api/");
        return api && request.getHeader("Accept-Language") != null ? of(request.getLocale()) : BANGLA;
    }
}
