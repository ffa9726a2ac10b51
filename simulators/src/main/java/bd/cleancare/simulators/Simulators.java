package bd.cleancare.simulators;

import bd.cleancare.simulators.bkash.BkashGateway;
import bd.cleancare.simulators.nagad.NagadGateway;
import bd.cleancare.simulators.rocket.RocketGateway;
import bd.cleancare.simulators.sms.SmsGateways;
import bd.cleancare.simulators.upay.UpayGateway;

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
        print("Nagad", startNagad(settings).baseUrl());
        print("Rocket", startRocket(settings).baseUrl());
        print("Upay", startUpay(settings).baseUrl());
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

    private static NagadGateway startNagad(Settings settings) {
        NagadGateway.Credentials made = NagadGateway.Credentials.generate();
        return NagadGateway.start(settings.address(2), new NagadGateway.Credentials(
                settings.value("SIM_NAGAD_MERCHANT_ID", made.merchantId()),
                settings.value("SIM_NAGAD_MERCHANT_PRIVATE_KEY", made.merchantPrivateKey()),
                settings.value("SIM_NAGAD_MERCHANT_PUBLIC_KEY", made.merchantPublicKey()),
                settings.value("SIM_NAGAD_GATEWAY_PRIVATE_KEY", made.gatewayPrivateKey()),
                settings.value("SIM_NAGAD_GATEWAY_PUBLIC_KEY", made.gatewayPublicKey())), NagadGateway.Options.defaults());
    }

    private static RocketGateway startRocket(Settings settings) {
        RocketGateway.Credentials made = RocketGateway.Credentials.generate();
        return RocketGateway.start(settings.address(3), new RocketGateway.Credentials(
                settings.value("SIM_ROCKET_USER_ID", made.userId()),
                settings.value("SIM_ROCKET_PASSWORD", made.password()),
                settings.value("SIM_ROCKET_CHECKSUM_SECRET", made.checksumSecret())), RocketGateway.Options.returningTo(
                settings.value("SIM_ROCKET_SUCCESS_URL", "http://127.0.0.1:8080/payments/rocket/return"),
                settings.value("SIM_ROCKET_FAIL_URL", "http://127.0.0.1:8080/payments/rocket/return")));
    }

    private static UpayGateway startUpay(Settings settings) {
        UpayGateway.Credentials made = UpayGateway.Credentials.generate();
        return UpayGateway.start(settings.address(4), new UpayGateway.Credentials(
                settings.value("SIM_UPAY_MERCHANT_ID", made.merchantId()),
                settings.value("SIM_UPAY_MERCHANT_KEY", made.merchantKey())), UpayGateway.Options.defaults());
    }
}
