package bd.cleancare.platform.settings;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The edge towards browsers and apps.
 *
 * @param publicUrl where people reach this system, without a slash at the end; empty means as the request came in
 * @param corsOrigins origins of web apps that may call the API
 */
@ConfigurationProperties("cleancare.web")
public record WebSettings(@DefaultValue("") String publicUrl,
        @DefaultValue({"http://localhost:3000", "http://127.0.0.1:3000"}) List<String> corsOrigins) {
}
