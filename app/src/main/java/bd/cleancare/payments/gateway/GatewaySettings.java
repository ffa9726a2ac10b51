package bd.cleancare.payments.gateway;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The gateways. A gateway without credentials is not offered. The demo replaces addresses and credentials by those of its simulators.
 *
 * @param connectTimeout for a connection to a gateway
 * @param readTimeout for its whole answer
 * @param concurrency how many calls to one gateway are under way at once
 * @param restAfterFailures how long a gateway is left alone after most of its last twenty calls failed
 * @param bkash bKash tokenized checkout
 */
@ConfigurationProperties("cleancare.gateways")
public record GatewaySettings(@DefaultValue("5s") Duration connectTimeout, @DefaultValue("30s") Duration readTimeout,
        @DefaultValue("32") int concurrency, @DefaultValue("30s") Duration restAfterFailures, @DefaultValue Bkash bkash) {

    /**
     * @param baseUrl where the gateway answers
     * @param username of the merchant
     * @param password of the merchant
     * @param appKey of the merchant's app
     * @param appSecret of the merchant's app
     * @param refundWindow how long after a payment bKash refunds it
     */
    public record Bkash(@DefaultValue("https://tokenized.pay.bka.sh") String baseUrl, @DefaultValue("") String username, @DefaultValue("") String password,
            @DefaultValue("") String appKey, @DefaultValue("") String appSecret, @DefaultValue("15d") Duration refundWindow) {

        public boolean isConfigured() {
            return !username.isEmpty() && !appKey.isEmpty();
        }

        @Override
        public String toString() {
            return "Bkash[" + baseUrl + "]";
        }
    }

    public GatewaySettings with(Bkash other) {
        return new GatewaySettings(connectTimeout, readTimeout, concurrency, restAfterFailures, other);
    }
}
