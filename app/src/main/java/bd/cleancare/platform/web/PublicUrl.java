package bd.cleancare.platform.web;

import bd.cleancare.platform.settings.WebSettings;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Absolute addresses of this system: from the setting, so that a forged Host header cannot poison a link. */
@Component
public class PublicUrl {

    private final WebSettings settings;
    private final Environment environment;

    PublicUrl(WebSettings settings, Environment environment) {
        this.settings = settings;
        this.environment = environment;
    }

    /** The address of the request itself, with its query; paths of the API end in a slash, as the guide writes them. */
    public String of(HttpServletRequest request) {
        String path = request.getRequestURI();
        String slash = path.startsWith("/api/") && !path.endsWith("/") ? "/" : "";
        return base(request) + path + slash + (request.getQueryString() == null ? "" : "?" + request.getQueryString());
    }

    /** For what is written without a request, such as a mail; where no address is set, this machine's own. */
    public String to(String path) {
        String base = settings.publicUrl().isEmpty() ? "http://localhost:" + environment.getProperty("local.server.port", "8080") : settings.publicUrl();
        return base + path;
    }

    public String base(HttpServletRequest request) {
        if (!settings.publicUrl().isEmpty()) {
            return settings.publicUrl();
        }
        StringBuffer url = request.getRequestURL();
        return url.substring(0, url.indexOf("/", url.indexOf("://") + 3));
    }
}
