package bd.cleancare.complaints;

import bd.cleancare.platform.limits.RateLimits;
import bd.cleancare.platform.limits.RateLimits.Rate;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Component;

@Component
class ComplaintLimits {

    private final RateLimits limits;
    private final ComplaintSettings settings;

    ComplaintLimits(RateLimits limits, ComplaintSettings settings) {
        this.limits = limits;
        this.settings = settings;
    }

    void takeFiling(UUID account) {
        limits.take("complaint-filed:" + account, 1, Rate.of(settings.filedPerTenMinutes(), Duration.ofMinutes(10)),
                Rate.of(settings.filedPerDay(), Duration.ofDays(1)));
    }

    void takeComment(UUID account) {
        limits.take("complaint-comment:" + account, 1, Rate.of(settings.commentsPerTenMinutes(), Duration.ofMinutes(10)));
    }
}
