package bd.cleancare.simulators;

import bd.cleancare.simulators.bkash.BkashGateway;
import bd.cleancare.simulators.mail.MailServer;
import bd.cleancare.simulators.nagad.NagadGateway;
import bd.cleancare.simulators.rocket.RocketGateway;
import bd.cleancare.simulators.sms.SmsGateways;
import bd.cleancare.simulators.sslcommerz.SslcommerzGateway;
import bd.cleancare.simulators.upay.UpayGateway;

import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * Every simulated gateway and a mail server at once, each on its own port, until the process is ended:
 * {@code java -jar simulators/target/clean-care-simulators-<version>.jar}.
 *
 * @param told the settings in use as NAME=value lines, made-up credentials included
 */
public record Simulators(SmsGateways sms, BkashGateway bkash, NagadGateway nagad, RocketGateway rocket, UpayGateway upay,
                         SslcommerzGateway sslcommerz, MailServer mail, String told) implements AutoCloseable {

    public static void main(String[] arguments) throws InterruptedException {
        System.out.println(start(System.getenv()).told());
        new CountDownLatch(1).await();
    }

    /** @param environment see the README for the names */
    public static Simulators start(Map<String, String> environment) {
        Settings settings = new Settings(environment);
        SmsGateways sms = startSms(settings);
        settings.tell("SIM_SMS_URL", sms.baseUrl());
        BkashGateway bkash = startBkash(settings);
        settings.tell("SIM_BKASH_URL", bkash.baseUrl());
        NagadGateway nagad = startNagad(settings);
        settings.tell("SIM_NAGAD_URL", nagad.baseUrl());
        RocketGateway rocket = startRocket(settings);
        settings.tell("SIM_ROCKET_URL", rocket.baseUrl());
        UpayGateway upay = startUpay(settings);
        settings.tell("SIM_UPAY_URL", upay.baseUrl());
        SslcommerzGateway sslcommerz = startSslcommerz(settings);
        settings.tell("SIM_SSLCOMMERZ_URL", sslcommerz.baseUrl());
        MailServer mail = MailServer.start(settings.address(6), settings.address(7).port());
        settings.tell("SIM_MAIL_URL", mail.baseUrl());
        settings.tell("SIM_SMTP_PORT", String.valueOf(mail.smtpPort()));
        return new Simulators(sms, bkash, nagad, rocket, upay, sslcommerz, mail, settings.told());
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
                settings.value("SIM_BKASH_APP_SECRET", made.appSecret())), BkashGateway.Options.defaults(), settings.memory("bkash"));
    }

    /** Keys belong together, so either all come from the environment or none does. */
    private static NagadGateway startNagad(Settings settings) {
        NagadGateway.Credentials made = NagadGateway.Credentials.generate();
        boolean own = settings.has("SIM_NAGAD_GATEWAY_PRIVATE_KEY");
        return NagadGateway.start(settings.address(2), new NagadGateway.Credentials(
                settings.value("SIM_NAGAD_MERCHANT_ID", made.merchantId()),
                settings.value("SIM_NAGAD_MERCHANT_PRIVATE_KEY", own ? "" : made.merchantPrivateKey()),
                settings.value("SIM_NAGAD_MERCHANT_PUBLIC_KEY", own ? "" : made.merchantPublicKey()),
                settings.value("SIM_NAGAD_GATEWAY_PRIVATE_KEY", own ? "" : made.gatewayPrivateKey()),
                settings.value("SIM_NAGAD_GATEWAY_PUBLIC_KEY", own ? "" : made.gatewayPublicKey())), NagadGateway.Options.defaults(), settings.memory("nagad"));
    }

    private static RocketGateway startRocket(Settings settings) {
        RocketGateway.Credentials made = RocketGateway.Credentials.generate();
        return RocketGateway.start(settings.address(3), new RocketGateway.Credentials(
                settings.value("SIM_ROCKET_USER_ID", made.userId()),
                settings.value("SIM_ROCKET_PASSWORD", made.password()),
                settings.value("SIM_ROCKET_CHECKSUM_SECRET", made.checksumSecret())), RocketGateway.Options.returningTo(
                settings.value("SIM_ROCKET_SUCCESS_URL", ""),
                settings.value("SIM_ROCKET_FAIL_URL", "")), settings.memory("rocket"));
    }

    private static UpayGateway startUpay(Settings settings) {
        UpayGateway.Credentials made = UpayGateway.Credentials.generate();
        return UpayGateway.start(settings.address(4), new UpayGateway.Credentials(
                settings.value("SIM_UPAY_MERCHANT_ID", made.merchantId()),
                settings.value("SIM_UPAY_MERCHANT_KEY", made.merchantKey())), UpayGateway.Options.defaults(), settings.memory("upay"));
    }

    private static SslcommerzGateway startSslcommerz(Settings settings) {
        SslcommerzGateway.Credentials made = SslcommerzGateway.Credentials.generate();
        return SslcommerzGateway.start(settings.address(5), new SslcommerzGateway.Credentials(
                settings.value("SIM_SSLCOMMERZ_STORE_ID", made.storeId()),
                settings.value("SIM_SSLCOMMERZ_STORE_PASSWORD", made.storePassword())), SslcommerzGateway.Options.defaults(), settings.memory("sslcommerz"));
    }

    @Override
    public void close() {
        sms.close();
        bkash.close();
        nagad.close();
        rocket.close();
        upay.close();
        sslcommerz.close();
        mail.close();
    }
}
