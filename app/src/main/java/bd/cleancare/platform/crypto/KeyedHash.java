package bd.cleancare.platform.crypto;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * HMAC-SHA-256 under a key that is not in the database. Codes and personal numbers come from spaces so small that a plain hash of
 * them is as good as clear text.
 */
@Component
public class KeyedHash {

    private final Secrets secrets;

    KeyedHash(Secrets secrets) {
        this.secrets = secrets;
    }

    /** The hash of a one-time code together with all it is bound to. */
    public byte[] ofCode(String... parts) {
        return hmac(secrets.codeKey(), String.join("\n", parts));
    }

    /** The blind index of a personal value: equal values of one column give equal hashes, and only with the key. */
    public byte[] blindIndex(String column, String value) {
        return hmac(secrets.indexKey(), column + "\n" + value);
    }

    /** A plain SHA-256, for random secrets of 128 bits and more, which need no key. */
    public static byte[] ofRandomSecret(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Tells one key from another. */
    static byte[] fingerprint(byte[] key) {
        return hmac(key, "fingerprint");
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
