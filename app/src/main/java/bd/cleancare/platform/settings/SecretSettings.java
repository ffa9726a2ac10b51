package bd.cleancare.platform.settings;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Keys, base64, each of at least 32 bytes. In prod they come from the environment; the demo makes its own at the first start.
 *
 * @param tokenKey signs access and refresh tokens (HS256)
 * @param codeKey keys the hash of one-time codes
 * @param indexKey keys the blind index over personal numbers
 * @param dataKeys encrypt personal data (AES-256-GCM), by version; the highest version encrypts, all of them decrypt
 */
@ConfigurationProperties("cleancare.secrets")
public record SecretSettings(String tokenKey, String codeKey, String indexKey, Map<Integer, String> dataKeys) {

    @Override
    public String toString() {
        return "SecretSettings[hidden]";
    }
}
