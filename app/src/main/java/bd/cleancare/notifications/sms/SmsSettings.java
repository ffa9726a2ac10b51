package bd.cleancare.notifications.sms;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The SMS gateways. The demo replaces addresses and credentials by those of its own simulator.
 *
 * @param primary the gateway asked first: ssl-wireless, bulksmsbd or alpha-sms
 * @param secondary asked when the first fails; empty for none
 * @param concurrency how many messages are on their way to gateways at once
 * @param perSecond what may wait is sent no quicker than this by one node: the rate agreed with the gateway
 * @param connectTimeout for a connection to a gateway
 * @param readTimeout for its answer
 * @param keepFor how long settled messages stay in the database
 * @param lowBalance the balance at a gateway, in taka, below which super admins are told
 * @param simulated whether the demo brings its own simulated gateways
 * @param sslWireless SSL Wireless iSMS Plus
 * @param bulksmsbd BulkSMSBD
 * @param alphaSms Alpha SMS
 */
@ConfigurationProperties("cleancare.sms")
public record SmsSettings(@DefaultValue("ssl-wireless") String primary, @DefaultValue("bulksmsbd") String secondary,
        @DefaultValue("16") int concurrency, @DefaultValue("50") int perSecond, @DefaultValue("5s") Duration connectTimeout, @DefaultValue("10s") Duration readTimeout,
        @DefaultValue("90d") Duration keepFor,
        @DefaultValue("500") BigDecimal lowBalance, @DefaultValue("true") boolean simulated,
        @DefaultValue Ssl sslWireless, @DefaultValue Bulk bulksmsbd, @DefaultValue Alpha alphaSms) {

    /**
     * @param baseUrl where the gateway answers
     * @param apiToken secret of the account
     * @param sid the masking name agreed with the gateway
     * @param inboundSecret what it shows when it hands over an answer; empty: none are taken from it
     */
    public record Ssl(@DefaultValue("https://smsplus.sslwireless.com") String baseUrl, @DefaultValue("") String apiToken, @DefaultValue("") String sid,
            @DefaultValue("") String inboundSecret) {
    }

    /**
     * @param baseUrl where the gateway answers
     * @param apiKey secret of the account
     * @param senderId the approved sender
     * @param inboundSecret what it shows when it hands over an answer; empty: none are taken from it
     */
    public record Bulk(@DefaultValue("https://bulksmsbd.net") String baseUrl, @DefaultValue("") String apiKey, @DefaultValue("") String senderId,
            @DefaultValue("") String inboundSecret) {
    }

    /**
     * @param baseUrl where the gateway answers
     * @param apiKey secret of the account
     * @param senderId the approved sender; empty for the gateway's own
     * @param inboundSecret what it shows when it hands over an answer; empty: none are taken from it
     */
    public record Alpha(@DefaultValue("https://api.sms.net.bd") String baseUrl, @DefaultValue("") String apiKey, @DefaultValue("") String senderId,
            @DefaultValue("") String inboundSecret) {
    }

    public SmsSettings withGateways(Ssl ssl, Bulk bulk, Alpha alpha) {
        return new SmsSettings(primary, secondary, concurrency, perSecond, connectTimeout, readTimeout, keepFor, lowBalance, simulated, ssl, bulk, alpha);
    }

    /** The gateway that this is the secret of; empty for nobody's. */
    public Optional<String> gatewayShowing(String secret) {
        var secrets = Map.of("ssl-wireless", sslWireless.inboundSecret, "bulksmsbd", bulksmsbd.inboundSecret, "alpha-sms", alphaSms.inboundSecret);
        return secrets.entrySet().stream().filter(each -> same(each.getValue(), secret)).map(Map.Entry::getKey).findFirst();
    }

    private static boolean same(String secret, String shown) {
        return !secret.isEmpty() && MessageDigest.isEqual(secret.getBytes(StandardCharsets.UTF_8), shown.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "SmsSettings[" + primary + ", " + secondary + "]";
    }
}
