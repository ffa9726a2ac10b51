package bd.cleancare.notifications;

import java.math.BigDecimal;
import java.time.Duration;
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
 * @param inboundSecret what gateways show or sign with when they hand over an answer; empty: none are taken
 * @param simulated whether the demo brings its own simulated gateways
 * @param sslWireless SSL Wireless iSMS Plus
 * @param bulksmsbd BulkSMSBD
 * @param alphaSms Alpha SMS
 */
@ConfigurationProperties("cleancare.sms")
public record SmsSettings(@DefaultValue("ssl-wireless") String primary, @DefaultValue("bulksmsbd") String secondary,
        @DefaultValue("16") int concurrency, @DefaultValue("50") int perSecond, @DefaultValue("5s") Duration connectTimeout, @DefaultValue("10s") Duration readTimeout,
        @DefaultValue("90d") Duration keepFor,
        @DefaultValue("500") BigDecimal lowBalance, @DefaultValue("") String inboundSecret, @DefaultValue("true") boolean simulated,
        @DefaultValue Ssl sslWireless, @DefaultValue Bulk bulksmsbd, @DefaultValue Alpha alphaSms) {

    /**
     * @param baseUrl where the gateway answers
     * @param apiToken secret of the account
     * @param sid the masking name agreed with the gateway
     */
    public record Ssl(@DefaultValue("https://smsplus.sslwireless.com") String baseUrl, @DefaultValue("") String apiToken, @DefaultValue("") String sid) {
    }

    /**
     * @param baseUrl where the gateway answers
     * @param apiKey secret of the account
     * @param senderId the approved sender
     */
    public record Bulk(@DefaultValue("https://bulksmsbd.net") String baseUrl, @DefaultValue("") String apiKey, @DefaultValue("") String senderId) {
    }

    /**
     * @param baseUrl where the gateway answers
     * @param apiKey secret of the account
     * @param senderId the approved sender; empty for the gateway's own
     */
    public record Alpha(@DefaultValue("https://api.sms.net.bd") String baseUrl, @DefaultValue("") String apiKey, @DefaultValue("") String senderId) {
    }

    /** @param secret for answers; the configured one where there is one */
    public SmsSettings withGateways(Ssl ssl, Bulk bulk, Alpha alpha, String secret) {
        return new SmsSettings(primary, secondary, concurrency, perSecond, connectTimeout, readTimeout, keepFor, lowBalance,
                inboundSecret.isEmpty() ? secret : inboundSecret, simulated, ssl, bulk, alpha);
    }

    @Override
    public String toString() {
        return "SmsSettings[" + primary + ", " + secondary + "]";
    }
}
