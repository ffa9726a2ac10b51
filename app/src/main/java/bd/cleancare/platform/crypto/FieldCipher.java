package bd.cleancare.platform.crypto;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Personal data at rest: AES-256-GCM with a fresh nonce per value, bound to the row and column it stands in, so that a value copied
 * to another row does not decrypt. Stored as version (1 byte) | nonce (12) | ciphertext and tag.
 */
@Component
public class FieldCipher {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int AES_KEY_BYTES = 32;

    private final Secrets secrets;
    private final SecureRandom random = new SecureRandom();

    FieldCipher(Secrets secrets) {
        this.secrets = secrets;
    }

    /** @param column the table and column, such as {@code users.nid} */
    public byte[] encrypt(String plain, UUID row, String column) {
        var key = secrets.currentDataKey();
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, key.getValue(), nonce, place(row, column), plain.getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.allocate(1 + NONCE_BYTES + sealed.length).put(key.getKey().byteValue()).put(nonce).put(sealed).array();
    }

    /** @throws IllegalStateException when the value was changed, stands in another row, or its key is gone */
    public String decrypt(byte[] stored, UUID row, String column) {
        var buffer = ByteBuffer.wrap(stored);
        byte[] key = secrets.dataKey(buffer.get());
        if (key == null) {
            throw new IllegalStateException("the key version of a stored value is not configured");
        }
        byte[] nonce = new byte[NONCE_BYTES];
        buffer.get(nonce);
        byte[] sealed = new byte[buffer.remaining()];
        buffer.get(sealed);
        return new String(run(Cipher.DECRYPT_MODE, key, nonce, place(row, column), sealed), StandardCharsets.UTF_8);
    }

    private static byte[] place(UUID row, String column) {
        return (row + "/" + column).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] run(int mode, byte[] key, byte[] nonce, byte[] place, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, 0, AES_KEY_BYTES, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(place);
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a stored value cannot be " + (mode == Cipher.ENCRYPT_MODE ? "encrypted" : "decrypted"), e);
        }
    }
}
