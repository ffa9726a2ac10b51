package bd.cleancare.simulators.nagad;

import bd.cleancare.simulators.Client;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import javax.crypto.Cipher;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** The merchant's side of Nagad's protocol, written against the protocol and not with the simulator's classes for sealing. */
final class NagadMerchant {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String BASE = "/remote-payment-gateway-1.0/api/dfs";

    final String id;
    private final Client client;
    private final PrivateKey ownKey;
    private final PublicKey gatewayKey;

    NagadMerchant(NagadGateway nagad, NagadGateway.Credentials credentials) {
        id = credentials.merchantId();
        client = new Client(nagad.baseUrl()).with(Map.of("X-KM-Api-Version", "v-0.2.0", "X-KM-IP-V4", "10.0.0.9",
                "X-KM-Client-Type", "PC_WEB"));
        ownKey = Keys.privateKey(credentials.merchantPrivateKey());
        gatewayKey = Keys.publicKey(credentials.gatewayPublicKey());
    }

    Client.Reply initialize(String orderId, String dateTime) throws Exception {
        return initialize(orderId, dateTime, seal(Map.of("merchantId", id, "datetime", dateTime, "orderId", orderId, "challenge", "c0ffee")));
    }

    Client.Reply initialize(String orderId, String dateTime, Map<String, String> sealed) throws Exception {
        Map<String, String> body = new LinkedHashMap<>(sealed);
        body.put("dateTime", dateTime);
        return client.post(BASE + "/check-out/initialize/" + id + "/" + orderId, body);
    }

    Client.Reply complete(JsonNode initialized, String orderId, Map<String, String> change) throws Exception {
        Map<String, String> plain = new HashMap<>(Map.of("merchantId", id, "orderId", orderId, "currencyCode", "050", "amount", "500.00",
                "challenge", initialized.path("challenge").asString()));
        plain.putAll(change);
        Map<String, Object> body = new LinkedHashMap<>(seal(plain));
        body.put("merchantCallbackURL", "http://127.0.0.1:9/cb");
        body.put("additionalMerchantInfo", Map.of("bill", "7"));
        return client.post(BASE + "/check-out/complete/" + initialized.path("paymentReferenceId").asString(), body);
    }

    /** Ready for the payer. */
    String order(String orderId, String dateTime) throws Exception {
        JsonNode initialized = open(initialize(orderId, dateTime).json());
        complete(initialized, orderId, Map.of());
        return initialized.path("paymentReferenceId").asString();
    }

    Client.Reply verify(String ref) throws Exception {
        return client.get(BASE + "/verify/payment/" + ref);
    }

    Client.Reply cancel(String ref, String amount, String day) throws Exception {
        Map<String, String> sealed = seal(Map.of("merchantId", id, "originalRequestDate", day, "originalAmount", "500.00",
                "cancelAmount", amount, "referenceNo", "R1", "referenceMessage", "overpaid"));
        return client.post(BASE + "/purchase/cancel?paymentRefId=" + ref,
                Map.of("sensitiveDataCancelRequest", sealed.get("sensitiveData"), "signature", sealed.get("signature")));
    }

    Map<String, String> seal(Map<String, String> message) throws GeneralSecurityException {
        byte[] plain = JSON.writeValueAsBytes(message);
        Cipher cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
        cipher.init(Cipher.ENCRYPT_MODE, gatewayKey);
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(ownKey);
        signature.update(plain);
        Base64.Encoder base64 = Base64.getEncoder();
        return Map.of("sensitiveData", base64.encodeToString(cipher.doFinal(plain)), "signature", base64.encodeToString(signature.sign()));
    }

    /** Throws when the gateway's signature is wrong. */
    JsonNode open(JsonNode sealed) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
        cipher.init(Cipher.DECRYPT_MODE, ownKey);
        byte[] plain = cipher.doFinal(Base64.getDecoder().decode(sealed.path("sensitiveData").asString()));
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(gatewayKey);
        signature.update(plain);
        if (!signature.verify(Base64.getDecoder().decode(sealed.path("signature").asString()))) {
            throw new GeneralSecurityException("not signed by the gateway");
        }
        return JSON.readTree(new String(plain, StandardCharsets.UTF_8));
    }
}
