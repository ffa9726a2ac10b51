package bd.cleancare.platform.crypto;

import bd.cleancare.platform.settings.CannotStart;
import bd.cleancare.platform.settings.SecretSettings;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
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
        var wrong = new ArrayList<String>();
        tokenKey = decode("token-key", settings.tokenKey(), wrong);
        codeKey = decode("code-key", settings.codeKey(), wrong);
        indexKey = decode("index-key", settings.indexKey(), wrong);
        if (settings.dataKeys() == null || settings.dataKeys().isEmpty()) {
            wrong.add("cleancare.secrets.data-keys is not set: give at least version 1");
        } else {
            settings.dataKeys().forEach((version, key) -> dataKeys.put(version, decode("data-keys." + version, key, wrong)));
        }
        if (!wrong.isEmpty()) {
            throw new CannotStart(String.join("; ", wrong));
        }
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

    /** Of the keys whose loss is the loss of data; which key it is can be told by them, and nothing about it. */
    Map<String, byte[]> fingerprints() {
        var fingerprints = new TreeMap<String, byte[]>();
        fingerprints.put("index-key", KeyedHash.fingerprint(indexKey));
        dataKeys.forEach((version, key) -> fingerprints.put("data-keys." + version, KeyedHash.fingerprint(key)));
        return fingerprints;
    }

    /** What is wrong is said of all keys at once, and never with a key in it. */
    private static byte[] decode(String name, String base64, List<String> wrong) {
        if (base64 == null || base64.isBlank()) {
            wrong.add("cleancare.secrets." + name + " is not set");
            return new byte[0];
        }
        try {
            byte[] key = Base64.getDecoder().decode(base64.strip());
            if (key.length < SHORTEST) {
                wrong.add("cleancare.secrets." + name + " is shorter than " + SHORTEST + " bytes");
            }
            return key;
        } catch (IllegalArgumentException notBase64) {
            wrong.add("cleancare.secrets." + name + " is not base64");
            return new byte[0];
        }
    }
}
