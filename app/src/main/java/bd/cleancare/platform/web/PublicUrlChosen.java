package bd.cleancare.platform.web;

import bd.cleancare.platform.settings.ProdRequirement;
import bd.cleancare.platform.settings.WebSettings;
import java.net.URI;
import java.util.List;
import org.springframework.stereotype.Component;

/** Links in SMS and mail lead somewhere, and logins, codes and personal numbers do not travel in clear. */
@Component
class PublicUrlChosen implements ProdRequirement {

    private final WebSettings settings;

    PublicUrlChosen(WebSettings settings) {
        this.settings = settings;
    }

    @Override
    public List<String> violations() {
        if (settings.publicUrl().isEmpty()) {
            return List.of("cleancare.web.public-url is not set: links in SMS and mail would lead to this machine");
        }
        return isHttps(settings.publicUrl()) ? List.of() : List.of("cleancare.web.public-url is no https address without a slash at its end");
    }

    private static boolean isHttps(String url) {
        try {
            var address = URI.create(url);
            return "https".equals(address.getScheme()) && address.getHost() != null && address.getRawPath().isEmpty();
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
