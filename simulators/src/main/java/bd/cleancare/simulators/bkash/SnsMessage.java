package bd.cleancare.simulators.bkash;

import bd.cleancare.simulators.server.Json;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** An envelope as Amazon's notification service writes it, signature version 1. */
record SnsMessage(String type, Map<String, String> fields) {

    private static final Set<String> SIGNED =
            Set.of("Message", "MessageId", "Subject", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type");

    String signedBy(PrivateKey key, String certificateUrl) {
        Map<String, String> all = new TreeMap<>(fields);
        all.put("Type", type);
        // In the order of the names, each name and each value on a line of its own.
        String text = all.entrySet().stream().filter(field -> SIGNED.contains(field.getKey()))
                .map(field -> field.getKey() + "\n" + field.getValue() + "\n").collect(Collectors.joining());
        all.put("SignatureVersion", "1");
        all.put("Signature", sign(key, text));
        all.put("SigningCertURL", certificateUrl);
        var json = Json.object();
        all.forEach(json::put);
        return Json.write(json);
    }

    private static String sign(PrivateKey key, String text) {
        try {
            Signature signature = Signature.getInstance("SHA1withRSA");
            signature.initSign(key);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException everyJdkHasRsa) {
            throw new IllegalStateException(everyJdkHasRsa);
        }
    }
}
