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

    /** The address of the request itself, with its query; paths of the API end in a slash, as the guide writes them. */
    public String of(HttpServletRequest request) {
        String path = request.getRequestURI();
        String slash = path.startsWith("/api/") && !path.endsWith("/") ? "/" : "";
        return base(request) + path + slash + (request.getQueryString() == null ? "" : "?" + request.getQueryString());
    }

    public String base(HttpServletRequest request) {
        if (!settings.publicUrl().isEmpty()) {
            return settings.publicUrl();
        }
        StringBuffer url = request.getRequestURL();
        return url.substring(0, url.indexOf("/", url.indexOf("://") + 3));
    }
}
