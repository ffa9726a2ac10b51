package bd.cleancare.simulators;

import bd.cleancare.simulators.bkash.BkashGateway;
import bd.cleancare.simulators.sms.SmsGateways;

import java.util.concurrent.CountDownLatch;

/**
 * Runs every simulated gateway, each on its own port, until the process is ended:
 * {@code java -jar simulators/target/clean-care-simulators-<version>.jar}.
 */
public final class Simulators {

    private Simulators() {
    }

    public static void main(String[] arguments) throws InterruptedException {
        Settings settings = new Settings(System.getenv());
        print("SMS gateways", startSms(settings).baseUrl());
        print("bKash", startBkash(settings).baseUrl());
        System.out.println(settings.used());
        new CountDownLatch(1).await();
    }

    private static void print(String gateway, String baseUrl) {
        System.out.printf("%-14s%s%n", gateway, baseUrl);
    }

    private static SmsGateways startSms(Settings settings) {
        SmsGateways.Credentials made = SmsGateways.Credentials.generate();
        return SmsGateways.start(settings.address(0), new SmsGateways.Credentials(
                settings.value("SIM_SSLWIRELESS_API_TOKEN", made.sslApiToken()),
                settings.value("SIM_SSLWIRELESS_SID", made.sslSid()),
                settings.value("SIM_BULKSMSBD_API_KEY", made.bulkSmsApiKey()),
                settings.value("SIM_BULKSMSBD_SENDER_ID", made.bulkSmsSenderId()),
                settings.value("SIM_ALPHASMS_API_KEY", made.alphaApiKey())), SmsGateways.Options.defaults());
    }

    private static BkashGateway startBkash(Settings settings) {
        BkashGateway.Credentials made = BkashGateway.Credentials.generate();
        return BkashGateway.start(settings.address(1), new BkashGateway.Credentials(
                settings.value("SIM_BKASH_USERNAME", made.username()),
                settings.value("SIM_BKASH_PASSWORD", made.password()),
                settings.value("SIM_BKASH_APP_KEY", made.appKey()),
                settings.value("SIM_BKASH_APP_SECRET", made.appSecret())), BkashGateway.Options.defaults());
    }
}
