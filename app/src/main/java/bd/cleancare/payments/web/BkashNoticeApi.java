package bd.cleancare.payments.web;

import bd.cleancare.payments.Confirmation;
import bd.cleancare.payments.gateway.sns.BkashNotices;
import bd.cleancare.payments.gateway.sns.BkashNotices.Notice;
import bd.cleancare.platform.limits.RateLimits.Rate;
import bd.cleancare.platform.security.Access;
import bd.cleancare.platform.web.Summary;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Where Amazon delivers bKash's notices. Anybody can call it; a genuine notice only makes us ask bKash sooner. */
@RestController
class BkashNoticeApi {

    private static final Rate PER_MINUTE = Rate.of(600, Duration.ofMinutes(1));
    private static final int LONGEST = 64 * 1024;

    private final BkashNotices notices;
    private final Confirmation confirmation;
    private final PaymentEdge edge;

    BkashNoticeApi(BkashNotices notices, Confirmation confirmation, PaymentEdge edge) {
        this.notices = notices;
        this.confirmation = confirmation;
        this.edge = edge;
    }

    /** The answer is the same whatever it was: a forger learns nothing, and Amazon does not repeat what we will not take. */
    @Summary("Take a notice of bKash, from Amazon SNS")
    @PostMapping("/api/payments/bkash/notice")
    @Access(Access.Rule.ANYONE)
    ResponseEntity<Void> take(@RequestBody String body, HttpServletRequest request) {
        edge.limitAddress(request, PER_MINUTE);
        if (body.length() <= LONGEST && notices.take(body) instanceof Notice.Paid(String invoice)) {
            confirmation.hint("bkash", invoice);
        }
        return ResponseEntity.status(HttpStatus.NO_CONTENT).build();
    }
}
