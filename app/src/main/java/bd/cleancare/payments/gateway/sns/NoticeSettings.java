package bd.cleancare.payments.gateway.sns;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Notices of bKash through Amazon SNS.
 *
 * @param topic the topic's ARN as bKash names it; empty: no notice is taken
 * @param hosts which hosts a certificate or a confirmation may be fetched from; another pattern than Amazon's is refused in prod
 * @param plainHttp whether they may be fetched without TLS; refused in prod
 * @param longestAge of a notice; an older one is somebody's recording
 */
@ConfigurationProperties("cleancare.gateways.bkash-notices")
public record NoticeSettings(@DefaultValue("") String topic, @DefaultValue(NoticeSettings.AMAZON) String hosts, @DefaultValue("false") boolean plainHttp,
        @DefaultValue("1h") Duration longestAge) {

    public static final String AMAZON = "sns\\.[a-zA-Z0-9-]{3,}\\.amazonaws\\.com(\\.cn)?";

    public boolean isLoosened() {
        return plainHttp || !hosts.equals(AMAZON);
    }
}
