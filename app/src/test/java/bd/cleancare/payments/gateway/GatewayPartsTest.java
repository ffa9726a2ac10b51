package bd.cleancare.payments.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import bd.cleancare.payments.gateway.GatewaySettings.Bkash;
import bd.cleancare.payments.gateway.GatewaySettings.Nagad;
import bd.cleancare.payments.gateway.GatewaySettings.Rocket;
import bd.cleancare.payments.gateway.GatewaySettings.Sslcommerz;
import bd.cleancare.payments.gateway.GatewaySettings.Upay;
import bd.cleancare.payments.gateway.sns.NoticeSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class GatewayPartsTest {

    private final AtomicInteger grants = new AtomicInteger();

    /** Each gateway masks in a way of its own, or not at all; a receipt shows one way. */
    @ParameterizedTest
    @CsvSource({"01712345678,017••••••78", "+8801712345678,017••••••78", "8801712345678,017••••••78", "017****5678,017••••••78", "017*****678,017••••••78",
        "******5678,••••••78", "418117XXXXXX9331,418••••••31", "017••••••78,017••••••78", "******,******"})
    void aWalletIsMaskedInOneWayWhateverTheGatewayMadeOfIt(String told, String shown) {
        assertThat(new Gateway.Outcome.Paid("TRX", null, "BDT", "I", told, null, null, null).payerMasked()).isEqualTo(shown);
    }

    @Test
    void fiftyWhoNeedATokenAtOnceCauseOneGrant() throws Exception {
        var token = new Token(Clock.systemUTC(), () -> {
            sleep();
            return new Token.Granted("t" + grants.incrementAndGet(), Duration.ofHours(1));
        });
        assertThat(fifty(token::value)).containsOnly("t1");
        assertThat(fifty(() -> token.insteadOf("t1"))).containsOnly("t2");
        assertThat(grants).hasValue(2);
    }

    @Test
    void tokenIsRenewedBeforeItEnds() throws Exception {
        var now = new Object() {
            Instant instant = Instant.parse("2026-11-22T06:00:00Z");
        };
        var clock = new Clock() {
            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now.instant;
            }
        };
        var token = new Token(clock, () -> new Token.Granted("t" + grants.incrementAndGet(), Duration.ofHours(1)));
        assertThat(token.value()).isEqualTo("t1");
        now.instant = now.instant.plus(Duration.ofMinutes(47));
        assertThat(token.value()).isEqualTo("t1");
        now.instant = now.instant.plus(Duration.ofMinutes(2));
        assertThat(token.value()).isEqualTo("t2");
    }

    @Test
    void keptAnswersHoldNoSecretsAndNoWholeWallets() {
        String kept = Redaction.of(JsonMapper.builder().build().readTree("""
                {"id_token": "eyJsecret", "data": {"token": "secret2", "list": [{"customerMsisdn": "01700000001"}]}, "payerAccount": "+8801712345678",
                 "signature": "secret3", "trxID": "DKM20OC4BG", "amount": 12.50}"""));
        assertThat(kept).doesNotContain("secret").doesNotContain("00000001").doesNotContain("12345678").contains("DKM20OC4BG").contains("12.5");
    }

    @ParameterizedTest
    @CsvSource({"http://tokenized.pay.bka.sh,1", "https://localhost:9101,1", "https://tokenized.sandbox.bka.sh,1", "https://tokenized.pay.bka.sh,0"})
    void prodRefusesSimulatorsSandboxesAndPlainHttp(String url, int problems) {
        var amazon = new NoticeSettings("", NoticeSettings.AMAZON, false, Duration.ofHours(1));
        assertThat(new GatewayGuard(settings(url, "merchant"), amazon).violations()).hasSize(problems);
        assertThat(new GatewayGuard(settings(url, ""), amazon).violations()).isEmpty();
    }

    /** What makes tests possible would let anybody sign notices in an installation. */
    @Test
    void prodTrustsNobodyButAmazonWithNotices() {
        var real = settings("https://tokenized.pay.bka.sh", "merchant");
        for (var loosened : List.of(new NoticeSettings("arn", ".*", false, Duration.ofHours(1)), new NoticeSettings("arn", NoticeSettings.AMAZON, true, Duration.ofHours(1)))) {
            assertThat(new GatewayGuard(real, loosened).violations()).singleElement().asString().contains("bkash-notices");
        }
        assertThat(new GatewayGuard(real, new NoticeSettings("arn", NoticeSettings.AMAZON, false, Duration.ofHours(1))).violations()).isEmpty();
        assertThat(List.of("sns.ap-southeast-1.amazonaws.com", "sns.cn-north-1.amazonaws.com.cn")).allMatch(host -> host.matches(NoticeSettings.AMAZON));
        assertThat(List.of("sns.evil.com", "sns.x.amazonaws.com.evil.com", "evil.com", "sns-x.amazonaws.com", "a.sns.ap-southeast-1.amazonaws.com"))
                .noneMatch(host -> host.matches(NoticeSettings.AMAZON));
    }

    private static GatewaySettings settings(String bkashUrl, String username) {
        return new GatewaySettings(Duration.ofSeconds(5), Duration.ofSeconds(30), 8, Duration.ofSeconds(30),
                new Bkash(bkashUrl, username, "p", "k", "s", Duration.ofDays(15)), new Nagad("", "", "", List.of(), "", Duration.ofDays(1)),
                new Rocket("", "", "", "", "soap", ""), new Upay("", "", "", "", "", "", "", "", Duration.ofDays(1)), new Sslcommerz("", "", "", "", Duration.ofDays(1)));
    }

    private interface Asking {
        String ask() throws GatewayFault;
    }

    private static HashSet<String> fifty(Asking asking) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new java.util.ArrayList<Future<String>>();
            for (int i = 0; i < 50; i++) {
                running.add(threads.submit(asking::ask));
            }
            var values = new HashSet<String>();
            for (Future<String> each : running) {
                values.add(each.get());
            }
            return values;
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
