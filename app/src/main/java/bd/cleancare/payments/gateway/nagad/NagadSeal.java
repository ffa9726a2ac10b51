package bd.cleancare.payments.gateway.nagad;

import bd.cleancare.payments.gateway.GatewayFault;
import bd.cleancare.payments.gateway.GatewaySettings;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Cipher;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Encrypts to Nagad and signs as us; opens what Nagad sends only if Nagad signed it. One RSA block, so texts stay short. */
final class NagadSeal {

    private static final String CIPHER = "RSA/ECB/PKCS1Padding";
    private static final String SIGNATURE = "SHA256withRSA";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final PrivateKey ours;
    private final List<PublicKey> theirs;

    NagadSeal(GatewaySettings.Nagad settings) {
        try {
            var factory = KeyFactory.getInstance("RSA");
            ours = factory.generatePrivate(new PKCS8EncodedKeySpec(der(settings.merchantPrivateKey())));
            var keys = new java.util.ArrayList<PublicKey>();
            for (String key : settings.gatewayPublicKeys()) {
                keys.add(factory.generatePublic(new X509EncodedKeySpec(der(key))));
            }
            theirs = List.copyOf(keys);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key in cleancare.gateways.nagad cannot be read", e);
        }
    }

    /** Serialised once: the same bytes are encrypted and signed. */
    Map<String, Object> seal(String field, Map<String, String> message) {
        byte[] plain = JSON.writeValueAsBytes(message);
        try {
            var cipher = Cipher.getInstance(CIPHER);
            cipher.init(Cipher.ENCRYPT_MODE, theirs.getFirst());
            var signature = Signature.getInstance(SIGNATURE);
            signature.initSign(ours);
            signature.update(plain);
            return new HashMap<>(Map.of(field, base64(cipher.doFinal(plain)), "signature", base64(signature.sign())));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    JsonNode open(JsonNode sealed) throws GatewayFault {
        try {
            var cipher = Cipher.getInstance(CIPHER);
            cipher.init(Cipher.DECRYPT_MODE, ours);
            byte[] plain = cipher.doFinal(Base64.getDecoder().decode(sealed.path("sensitiveData").asString("")));
            byte[] signed = Base64.getDecoder().decode(sealed.path("signature").asString(""));
            for (PublicKey key : theirs) {
                var signature = Signature.getInstance(SIGNATURE);
                signature.initVerify(key);
                signature.update(plain);
                if (signature.verify(signed)) {
                    return JSON.readTree(plain);
                }
            }
            throw GatewayFault.unclear("an answer not signed by Nagad");
        } catch (GeneralSecurityException | IllegalArgumentException | JacksonException e) {
            throw GatewayFault.unclear("an answer that cannot be opened: " + e.getClass().getSimpleName());
        }
    }

    /** PEM, whatever its header says, or bare base64. */
    private static byte[] der(String key) {
        return Base64.getDecoder().decode(key.replaceAll("-----[^-]+-----", "").replaceAll("\\s", ""));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
