package bd.cleancare.payments.gateway;

import java.time.Duration;
import java.util.List;
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
 * @param nagad Nagad merchant e-commerce
 * @param rocket Rocket through Dutch-Bangla Bank
 * @param upay Upay merchant API
 * @param sslcommerz SSLCommerz, the route to wallets without a contract of their own
 */
@ConfigurationProperties("cleancare.gateways")
public record GatewaySettings(@DefaultValue("5s") Duration connectTimeout, @DefaultValue("30s") Duration readTimeout,
        @DefaultValue("32") int concurrency, @DefaultValue("30s") Duration restAfterFailures, @DefaultValue Bkash bkash, @DefaultValue Nagad nagad,
        @DefaultValue Rocket rocket, @DefaultValue Upay upay, @DefaultValue Sslcommerz sslcommerz) {

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

    /**
     * @param baseUrl up to and with {@code /api/dfs}
     * @param merchantId given by Nagad
     * @param merchantPrivateKey ours, PEM or base64 DER
     * @param gatewayPublicKeys Nagad's; the first encrypts, any of them may have signed, so that keys can change without a gap
     * @param clientIp of this system, as Nagad has it on its list
     * @param refundWindow how long after a payment Nagad refunds it
     */
    public record Nagad(@DefaultValue("https://api.mynagad.com/api/dfs") String baseUrl, @DefaultValue("") String merchantId,
            @DefaultValue("") String merchantPrivateKey, @DefaultValue({}) List<String> gatewayPublicKeys, @DefaultValue("127.0.0.1") String clientIp,
            @DefaultValue("30d") Duration refundWindow) {

        public boolean isConfigured() {
            return !merchantId.isEmpty() && !merchantPrivateKey.isEmpty() && !gatewayPublicKeys.isEmpty();
        }

        @Override
        public String toString() {
            return "Nagad[" + baseUrl + "]";
        }
    }

    /**
     * @param baseUrl where the bank answers
     * @param userId of the merchant
     * @param password of the merchant
     * @param checksumSecret checks the results of the REST service
     * @param transport soap or rest
     * @param clientIp of this system, told to the bank
     */
    public record Rocket(@DefaultValue("https://ecom.dutchbanglabank.com") String baseUrl, @DefaultValue("") String userId, @DefaultValue("") String password,
            @DefaultValue("") String checksumSecret, @DefaultValue("soap") String transport, @DefaultValue("127.0.0.1") String clientIp) {

        public boolean isConfigured() {
            return !userId.isEmpty();
        }

        @Override
        public String toString() {
            return "Rocket[" + baseUrl + "]";
        }
    }

    /**
     * @param baseUrl where the gateway answers
     * @param merchantId given by Upay
     * @param merchantKey given by Upay
     * @param merchantName shown to payers
     * @param merchantCode given by Upay
     * @param merchantCity of the corporation
     * @param categoryCode of the merchant
     * @param merchantMobile of the merchant
     * @param refundWindow how long after a payment Upay refunds it
     */
    public record Upay(@DefaultValue("https://pg.upaysystem.com") String baseUrl, @DefaultValue("") String merchantId, @DefaultValue("") String merchantKey,
            @DefaultValue("Clean Care") String merchantName, @DefaultValue("CLEANCARE") String merchantCode, @DefaultValue("Dhaka") String merchantCity,
            @DefaultValue("9399") String categoryCode, @DefaultValue("01300000000") String merchantMobile, @DefaultValue("15d") Duration refundWindow) {

        public boolean isConfigured() {
            return !merchantId.isEmpty();
        }

        @Override
        public String toString() {
            return "Upay[" + baseUrl + "]";
        }
    }

    /**
     * @param baseUrl where the gateway answers
     * @param storeId given by SSLCommerz
     * @param storePassword given by SSLCommerz
     * @param wallet the one offered on its page; empty for all
     * @param refundWindow how long after a payment SSLCommerz refunds it
     */
    public record Sslcommerz(@DefaultValue("https://securepay.sslcommerz.com") String baseUrl, @DefaultValue("") String storeId,
            @DefaultValue("") String storePassword, @DefaultValue("dbblmobilebanking") String wallet, @DefaultValue("60d") Duration refundWindow) {

        public boolean isConfigured() {
            return !storeId.isEmpty();
        }

        @Override
        public String toString() {
            return "Sslcommerz[" + baseUrl + "]";
        }
    }

    public GatewaySettings with(Bkash otherBkash, Nagad otherNagad, Rocket otherRocket, Upay otherUpay, Sslcommerz otherSslcommerz) {
        return new GatewaySettings(connectTimeout, readTimeout, concurrency, restAfterFailures, otherBkash, otherNagad, otherRocket, otherUpay, otherSslcommerz);
    }
}
