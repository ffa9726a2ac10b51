package bd.cleancare.payments;

import static org.assertj.core.api.Assertions.assertThat;

import bd.cleancare.testing.Api;
import bd.cleancare.testing.AppTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** The doors that anybody can knock at: not for ever. The settings are those of the other test with limits, to share its application. */
@AppTest
@TestPropertySource(properties = {"cleancare.limits.enabled=true", "cleancare.codes.per-block-hour=8", "cleancare.codes.per-device-hour=6"})
class CallbackLimitTest {

    private static final int PER_MINUTE = 240;

    @Autowired
    Api api;

    @Test
    void whoTriesIdsOneAfterTheOtherIsStopped() {
        int tried = 0;
        while (api.get("/api/payments/bkash/callback/?paymentID=TR0011guess" + tried).status() == 404 && tried <= PER_MINUTE * 2) {
            tried++;
        }
        var stopped = api.get("/api/payments/bkash/callback/?paymentID=TR0011guess");
        assertThat(stopped.status()).isEqualTo(429);
        assertThat(stopped.header("Retry-After")).isNotBlank();
        assertThat(tried).isBetween(PER_MINUTE, PER_MINUTE * 2);
    }
}
