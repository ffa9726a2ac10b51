package bd.cleancare.authentication;

import bd.cleancare.authentication.CodeStore.Counted;
import bd.cleancare.authentication.CodeStore.Counts;
import bd.cleancare.platform.limits.RateLimits;
import bd.cleancare.platform.web.Problem;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Whether one more code may be sent. The same whether or not the phone has an account. */
@Component
class CodeLimits {

    private static final Logger log = LoggerFactory.getLogger(CodeLimits.class);
    private static final Duration HOUR = Duration.ofHours(1);

    private final CodeStore store;
    private final CodeSettings settings;
    private final RateLimits limits;

    CodeLimits(CodeStore store, CodeSettings settings, RateLimits limits) {
        this.store = store;
        this.settings = settings;
        this.limits = limits;
    }

    /** Call with the phone locked. @throws Problem 429 */
    void requireOneMore(Counted key) {
        if (!limits.enabled()) {
            return;
        }
        Counts counts = store.counts(key);
        requireWaited(counts);
        refuseIf(counts.phoneDay() >= settings.perPhoneDay(), HOUR);
        refuseIf(key.device() != null && counts.device() >= settings.perDeviceHour(), Duration.ofMinutes(10));
        alarmAndRefuseIf(counts.block() >= settings.perBlockHour(), "to one block of numbers");
        alarmAndRefuseIf(counts.network() >= settings.perNetworkHour(), "for one network");
        alarmAndRefuseIf(counts.all() >= settings.perDay(), "in all today");
    }

    /** @throws Problem 429 when the phone had too many wrong guesses today */
    void requireGuessable(byte[] phoneHash) {
        if (limits.enabled()) {
            refuseIf(store.wrongInADay(phoneHash, settings.tries()) >= settings.wrongPerDay(), HOUR);
        }
    }

    private void requireWaited(Counts counts) {
        int sent = counts.sentToPhone().size();
        if (sent == 0) {
            return;
        }
        if (sent >= settings.perPhoneHour()) {
            Instant oldestCounted = counts.sentToPhone().get(settings.perPhoneHour() - 1);
            throw Problem.throttled(Duration.between(counts.now(), oldestCounted.plus(HOUR)));
        }
        Duration wait = settings.waits().get(Math.min(sent, settings.waits().size()) - 1);
        Duration waited = Duration.between(counts.sentToPhone().getFirst(), counts.now());
        if (waited.compareTo(wait) < 0) {
            throw Problem.throttled(wait.minus(waited).plusMillis(999));
        }
    }

    private static void refuseIf(boolean tooMany, Duration retryAfter) {
        if (tooMany) {
            throw Problem.throttled(retryAfter);
        }
    }

    private static void alarmAndRefuseIf(boolean tooMany, String what) {
        if (tooMany) {
            log.error("ALARM: too many codes {}; someone may be pumping SMS", what);
            throw Problem.throttled(Duration.ofMinutes(10));
        }
    }
}
