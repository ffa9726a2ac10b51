package bd.cleancare.platform.web;

import bd.cleancare.platform.settings.WebSettings;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;

/** Absolute addresses of this system: from the setting, so that a forged Host header cannot poison a link. */
@Component
public class PublicUrl {

    private final WebSettings settings;

    PublicUrl(WebSettings settings) {
        this.settings = settings;
    }

    /** The address of the request itself, with its query. */
    public String of(HttpServletRequest request) {
        String path = request.getRequestURI() + (request.getQueryString() == null ? "" : "?" + request.getQueryString());
        return base(request) + path;
    }

    public String base(HttpServletRequest request) {
        if (!settings.publicUrl().isEmpty()) {
            return settings.publicUrl();
        }
        StringBuffer url = request.getRequestURL();
        return url.substring(0, url.indexOf("/", url.indexOf("://") + 3));
    }
}
