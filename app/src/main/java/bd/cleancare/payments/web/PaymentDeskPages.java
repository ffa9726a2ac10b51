package bd.cleancare.payments.web;

import bd.cleancare.payments.Confirmation;
import bd.cleancare.payments.Payment;
import bd.cleancare.payments.PaymentLists;
import bd.cleancare.payments.PaymentSearch;
import bd.cleancare.payments.PaymentStatus;
import bd.cleancare.payments.PaymentTrail;
import bd.cleancare.payments.Payments;
import bd.cleancare.payments.Refunds;
import bd.cleancare.platform.pages.Form;
import bd.cleancare.platform.pages.Page;
import bd.cleancare.platform.security.Access;
import bd.cleancare.platform.web.Problem;
import bd.cleancare.shared.Ids;
import bd.cleancare.shared.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Payments as staff see them: all they may see, and one with everything that happened to it. */
@Controller
class PaymentDeskPages {

    static final String PAYMENTS = "/console/payments/";
    private static final int PAGE = 25;
    private static final int LONGEST_SEARCH = 60;
    private static final List<String> FILTERS = List.of("q", "state", "payment_method", "service", "from", "to");

    private final PaymentSearch search;
    private final Payments payments;
    private final PaymentTrail trail;
    private final Confirmation confirmation;
    private final PaidPart paid;
    private final Refunds refunds;

    PaymentDeskPages(PaymentSearch search, Payments payments, PaymentTrail trail, Confirmation confirmation, PaidPart paid, Refunds refunds) {
        this.search = search;
        this.payments = payments;
        this.trail = trail;
        this.confirmation = confirmation;
        this.paid = paid;
        this.refunds = refunds;
    }

    @GetMapping(PAYMENTS)
    @Access(Access.Rule.ADMINS)
    Page list(HttpServletRequest request, Viewer viewer) {
        Form form = Form.empty();
        FILTERS.forEach(name -> form.value(name, request.getParameter(name)));
        var stretch = search.visible(viewer, wish(request, form), request.getParameter("before"), request.getParameter("after"), PAGE);
        return Page.of("payments/desk-list").with("stretch", stretch).with("form", form).with("services", paid.parts().services())
                .with("waiting", refunds.waiting(viewer));
    }

    /** What makes no sense is left out, so that an old link still opens; a bad date is shown as one. */
    private static PaymentSearch.Wish wish(HttpServletRequest request, Form form) {
        PaymentLists.Filter filter = PaymentSearch.Wish.ALL.filter();
        try {
            var read = PaymentEdge.filter(request);
            filter = new PaymentLists.Filter(read.method(), null, read.from(), read.to(), null);
        } catch (Problem bad) {
            form.refused(bad.fieldErrors());
        }
        PaymentStatus state = Arrays.stream(PaymentStatus.values()).filter(each -> PaymentLooks.word(each).equals(form.value("state"))).findFirst().orElse(null);
        String service = form.value("service").isBlank() ? null : form.value("service");
        String text = form.value("q").strip();
        return new PaymentSearch.Wish(filter, state, service, text.isEmpty() || text.length() > LONGEST_SEARCH || text.indexOf('\0') >= 0 ? null : text);
    }

    @GetMapping(PAYMENTS + "{id}/")
    @Access(Access.Rule.ADMINS)
    Page one(@PathVariable String id, Viewer viewer) {
        return page(found(id, viewer), viewer, Form.empty());
    }

    Page page(Payment payment, Viewer viewer, Form form) {
        trail.looked(payment, viewer);
        return Page.of("payments/desk-one").with("payment", payment).with("bill", paid.bill(payment)).with("receipt", paid.receipt(payment))
                .with("services", paid.parts().services()).with("moves", trail.moves(payment)).with("tries", trail.tries(payment)).with("postings", trail.postings(payment))
                .with("refunds", trail.refunds(payment)).with("looks", trail.looks(payment))
                .with("form", form).with("key", Ids.next().toString());
    }

    /** Asks the gateways now about what is not finished. */
    @PostMapping(PAYMENTS + "{id}/check/")
    @Access(Access.Rule.ADMINS)
    Page check(@PathVariable String id, Viewer viewer) {
        Payment payment = found(id, viewer);
        confirmation.ofPayment(payment.id());
        return Page.redirect(PAYMENTS + payment.id() + "/").flash("payments.desk.checked");
    }

    Payment found(String id, Viewer viewer) {
        return Optional.ofNullable(Ids.parse(id)).flatMap(each -> payments.find(each, viewer)).orElseThrow(Problem::notFound);
    }
}
