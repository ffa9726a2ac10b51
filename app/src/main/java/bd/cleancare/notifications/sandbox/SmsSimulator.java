package bd.cleancare.notifications.sandbox;

import bd.cleancare.notifications.sms.SmsSettings;
import bd.cleancare.simulators.server.Secrets;
import bd.cleancare.simulators.sms.SmsGateways;
import bd.cleancare.simulators.sms.SmsGateways.Credentials;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;

/** In demo and test the gateways are simulators on a loopback port, with credentials made at this start. */
@Configuration
@Profile({"demo", "test"})
@ConditionalOnProperty(name = "cleancare.sms.simulated", matchIfMissing = true)
class SmsSimulator {

    private static final int SECRET = 40;

    private final Credentials credentials = Credentials.generate();

    @Bean(destroyMethod = "close")
    SmsGateways smsGateways() {
        return SmsGateways.start(0, credentials);
    }

    @Bean
    @Primary
    SmsSettings simulatedGateways(@Qualifier("cleancare.sms-bd.cleancare.notifications.sms.SmsSettings") SmsSettings configured, SmsGateways gateways) {
        String url = gateways.baseUrl();
        return configured.withGateways(new SmsSettings.Ssl(url, credentials.sslApiToken(), credentials.sslSid(), Secrets.word(SECRET)),
                new SmsSettings.Bulk(url, credentials.bulkSmsApiKey(), credentials.bulkSmsSenderId(), Secrets.word(SECRET)),
                new SmsSettings.Alpha(url, credentials.alphaApiKey(), "", Secrets.word(SECRET)));
    }
}
