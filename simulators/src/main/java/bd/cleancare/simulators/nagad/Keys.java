package bd.cleancare.simulators.nagad;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** RSA keys as text. Nagad hands them out as bare base64, others wrap them in PEM lines; both are read. */
final class Keys {

    private Keys() {
    }

    static KeyPair generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException everyJdkHasRsa) {
            throw new IllegalStateException(everyJdkHasRsa);
        }
    }

    static String text(Key key) {
        return Base64.getEncoder().encodeToString(key.getEncoded());
    }

    static PublicKey publicKey(String text) {
        try {
            return KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(bytes(text)));
        } catch (GeneralSecurityException unusable) {
            throw new IllegalArgumentException("not a public RSA key (X.509)", unusable);
        }
    }

    static PrivateKey privateKey(String text) {
        try {
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(bytes(text)));
        } catch (GeneralSecurityException unusable) {
            throw new IllegalArgumentException("not a private RSA key (PKCS#8)", unusable);
        }
    }

    private static byte[] bytes(String text) {
        return Base64.getMimeDecoder().decode(text.replaceAll("-----[^-]+-----", ""));
    }
}
