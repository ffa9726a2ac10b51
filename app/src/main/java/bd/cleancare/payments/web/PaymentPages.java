package bd.cleancare.payments.web;

import bd.cleancare.payments.Confirmation;
import bd.cleancare.payments.Method;
import bd.cleancare.payments.Payment;
import bd.cleancare.payments.PaymentTrail;
import bd.cleancare.payments.Payments;
import bd.cleancare.platform.limits.RateLimits.Rate;
import bd.cleancare.platform.pages.Page;
import bd.cleancare.platform.security.Access;
import bd.cleancare.platform.security.CurrentViewer;
import bd.cleancare.platform.web.Problem;
import bd.cleancare.platform.web.RequestFields;
import bd.cleancare.shared.Ids;
import bd.cleancare.shared.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** One payment, from leaving for the gateway to its receipt. */
@Controller
class PaymentPages {

    private static final Rate PER_MINUTE = Rate.of(20, Duration.ofMinutes(1));

    private final Payments payments;
    private final PaymentTrail trail;
    private final Confirmation confirmation;
    private final PageStart start;
    private final PaidPart paid;

    PaymentPages(Payments payments, PaymentTrail trail, Confirmation confirmation, PageStart start, PaidPart paid) {
        this.payments = payments;
        this.trail = trail;
        this.confirmation = confirmation;
        this.start = start;
        this.paid = paid;
    }

    /** Between our page and the gateway's: a form may not lead off this site, a link may. */
    @GetMapping("/payments/{id}/leave/")
    @Access(Access.Rule.SIGNED_IN)
    Page leave(@PathVariable String id, Viewer viewer) {
        Payment payment = own(id, viewer);
        String url = paid.parts().gatewayUrl(payment);
        return url == null ? Page.redirect("/payments/" + payment.id() + "/")
                : Page.of("payments/leave").with("payment", payment).with("gatewayUrl", url).header("Referrer-Policy", "no-referrer");
    }

    /** Browsers come back here from gateways, some of them without their session: then the page says where to look and no more. */
    @GetMapping("/payments/{id}/")
    @Access(Access.Rule.ANYONE)
    Page one(@PathVariable String id, HttpServletRequest request) {
        Optional<Viewer> viewer = CurrentViewer.of(request);
        Optional<Payment> found = viewer.flatMap(by -> payments.find(Ids.parse(id), by));
        if (found.isEmpty()) {
            return Page.of("payments/one-unknown").with("id", Ids.parse(id)).header("Referrer-Policy", "no-referrer");
        }
        Payment payment = found.get();
        if (!viewer.get().id().equals(payment.user())) {
            return Page.redirect("/console/payments/" + payment.id() + "/");
        }
        if (payment.status().isOpen()) {
            confirmation.soon(payment.id());
        }
        return Page.of("payments/one").with("payment", payment).with("bill", paid.bill(payment)).with("receipt", paid.receipt(payment))
                .with("gatewayUrl", paid.parts().gatewayUrl(payment)).with("services", paid.parts().services()).with("methods", paid.parts().methods())
                .with("twice", trail.twice(payment)).with("moves", PaymentLooks.told(trail.moves(payment))).header("Referrer-Policy", "no-referrer");
    }

    /** A further try with the same or another wallet, while the payment is open. */
    @PostMapping("/payments/{id}/again/")
    @Access(Access.Rule.SIGNED_IN)
    Page again(@PathVariable String id, RequestFields fields, Viewer viewer, HttpServletRequest request) {
        Payment payment = own(id, viewer);
        Method method = PayerParts.wallet(fields);
        if (method == null) {
            return Page.redirect("/payments/" + payment.id() + "/").warning("field.wallet_needed");
        }
        paid.edge().limit(viewer, PER_MINUTE);
        return Page.redirect("/payments/" + start.again(payment, paid.parts().again(payment, method, viewer, request)) + "/leave/");
    }

    /** Asks the gateway at once, for somebody who does not want to wait for the page to do it. */
    @PostMapping("/payments/{id}/check/")
    @Access(Access.Rule.SIGNED_IN)
    Page check(@PathVariable String id, Viewer viewer) {
        Payment payment = own(id, viewer);
        paid.edge().limit(viewer, PER_MINUTE);
        confirmation.ofPayment(payment.id());
        return Page.redirect("/payments/" + payment.id() + "/");
    }

    private Payment own(String id, Viewer viewer) {
        return payments.find(Ids.parse(id), viewer).filter(payment -> viewer.id().equals(payment.user())).orElseThrow(Problem::notFound);
    }
}
