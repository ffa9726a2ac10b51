package bd.cleancare.platform.pages;

import bd.cleancare.platform.i18n.Language;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.util.UriComponentsBuilder;

/** {@code ?lang=en} and {@code ?theme=dark} on any page: kept in a cookie, then the same page again without them. */
@Component
public class Preferences implements HandlerInterceptor {

    private static final String LANGUAGE = "lang";
    private static final String THEME = "theme";
    private static final Set<String> LANGUAGES = Set.of(Language.BANGLA.code(), Language.ENGLISH.code());
    private static final Duration LIFE = Duration.ofDays(400);

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        boolean page = request.getDispatcherType() == DispatcherType.REQUEST && "GET".equals(request.getMethod()) && !request.getRequestURI().startsWith("/api/");
        if (!page) {
            return true;
        }
        String language = request.getParameter(LANGUAGE);
        String theme = request.getParameter(THEME);
        if ((language == null || !LANGUAGES.contains(language)) && (theme == null || Theme.ofWord(theme).isEmpty())) {
            return true;
        }
        if (language != null && LANGUAGES.contains(language)) {
            keep(request, response, Language.COOKIE, language);
        }
        if (theme != null && Theme.ofWord(theme).isPresent()) {
            keep(request, response, Theme.COOKIE, theme);
        }
        response.setHeader(HttpHeaders.LOCATION, samePage(request));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setStatus(303);
        return false;
    }

    private static void keep(HttpServletRequest request, HttpServletResponse response, String name, String value) {
        var cookie = ResponseCookie.from(name, value).secure(request.isSecure()).sameSite("Lax").path("/").maxAge(LIFE).build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private static String samePage(HttpServletRequest request) {
        String path = LocalPath.orElse(request.getRequestURI(), "/");
        return UriComponentsBuilder.fromPath(path).query(LocalPath.readableQuery(request.getQueryString())).replaceQueryParam(LANGUAGE).replaceQueryParam(THEME).build(true).toUriString();
    }
}
