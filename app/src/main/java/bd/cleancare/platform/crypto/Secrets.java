package bd.cleancare.platform.crypto;

import bd.cleancare.platform.settings.SecretSettings;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** The keys of this installation, decoded and checked once at start-up. */
@Component
public class Secrets {

    private static final int SHORTEST = 32;

    private final byte[] tokenKey;
    private final byte[] codeKey;
    private final byte[] indexKey;
    private final TreeMap<Integer, byte[]> dataKeys = new TreeMap<>();

    Secrets(SecretSettings settings) {
        tokenKey = decode("token-key", settings.tokenKey());
        codeKey = decode("code-key", settings.codeKey());
        indexKey = decode("index-key", settings.indexKey());
        if (settings.dataKeys() == null || settings.dataKeys().isEmpty()) {
            throw new IllegalStateException("cleancare.secrets.data-keys is not set: give at least version 1");
        }
        settings.dataKeys().forEach((version, key) -> dataKeys.put(version, decode("data-keys." + version, key)));
    }

    public byte[] tokenKey() {
        return tokenKey.clone();
    }

    public byte[] codeKey() {
        return codeKey.clone();
    }

    byte[] indexKey() {
        return indexKey;
    }

    Map.Entry<Integer, byte[]> currentDataKey() {
        return dataKeys.lastEntry();
    }

    byte[] dataKey(int version) {
        return dataKeys.get(version);
    }

    private static byte[] decode(String name, String base64) {
        if (base64 == null || base64.isBlank()) {
            throw new IllegalStateException("cleancare.secrets." + name + " is not set");
        }
        byte[] key = Base64.getDecoder().decode(base64.strip());
        if (key.length < SHORTEST) {
            throw new IllegalStateException("cleancare.secrets." + name + " is shorter than " + SHORTEST + " bytes");
        }
        return key;
    }
}
