package bd.cleancare.payments.gateway.sslcommerz;

import bd.cleancare.payments.gateway.GatewaySettings;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The checksum on what browsers and notices bring from SSLCommerz. It keeps noise out; whether money came, only the validation says. */
@Component
public class SslcommerzSign {

    private final GatewaySettings.Sslcommerz settings;

    SslcommerzSign(GatewaySettings settings) {
        this.settings = settings.sslcommerz();
    }

    public boolean isGenuine(Map<String, String> form) {
        var signed = new TreeMap<String, String>();
        for (String name : form.getOrDefault("verify_key", "").split(",")) {
            signed.put(name, form.getOrDefault(name, ""));
        }
        signed.put("store_passwd", md5(settings.storePassword()));
        String expected = md5(signed.entrySet().stream().map(each -> each.getKey() + "=" + each.getValue()).collect(Collectors.joining("&")));
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), form.getOrDefault("verify_sign", "").getBytes(StandardCharsets.UTF_8));
    }

    private static String md5(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
