package bd.cleancare.simulators.nagad;

import bd.cleancare.simulators.server.Answer;
import bd.cleancare.simulators.server.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import javax.crypto.Cipher;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;

/** Opens what the merchant sealed and seals what the gateway answers: one RSA block, signed over the plain bytes. */
final class Sealing {

    private static final String CIPHER = "RSA/ECB/PKCS1Padding";
    private static final String SIGNATURE = "SHA256withRSA";

    private final PublicKey merchant;
    private final PrivateKey gateway;

    Sealing(PublicKey merchant, PrivateKey gateway) {
        this.merchant = merchant;
        this.gateway = gateway;
    }

    JsonNode open(JsonNode body, String sealedField) {
        byte[] plain = decrypt(Json.text(body, sealedField));
        if (!isSignedByMerchant(plain, Json.text(body, "signature"))) {
            throw Reason.SIGNATURE.refusal();
        }
        return Json.read(new String(plain, StandardCharsets.UTF_8)).orElseThrow(Reason.INVALID_REQUEST::refusal);
    }

    Answer seal(ObjectNode message) {
        byte[] plain = Json.write(message).getBytes(StandardCharsets.UTF_8);
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(Cipher.ENCRYPT_MODE, merchant);
            Signature signature = Signature.getInstance(SIGNATURE);
            signature.initSign(gateway);
            signature.update(plain);
            return Answer.json(Json.object().put("sensitiveData", base64(cipher.doFinal(plain)))
                    .put("signature", base64(signature.sign())));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private byte[] decrypt(String sealed) {
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(Cipher.DECRYPT_MODE, gateway);
            return cipher.doFinal(Base64.getDecoder().decode(sealed));
        } catch (GeneralSecurityException | IllegalArgumentException notForUs) {
            throw Reason.DECRYPTION.refusal();
        }
    }

    private boolean isSignedByMerchant(byte[] plain, String signatureText) {
        try {
            Signature signature = Signature.getInstance(SIGNATURE);
            signature.initVerify(merchant);
            signature.update(plain);
            return signature.verify(Base64.getDecoder().decode(signatureText));
        } catch (GeneralSecurityException | IllegalArgumentException malformed) {
            return false;
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
