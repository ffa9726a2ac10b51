package bd.cleancare.payments.web;

import bd.cleancare.payments.Bill;
import bd.cleancare.payments.Bills;
import bd.cleancare.payments.Method;
import bd.cleancare.payments.PaymentLists;
import bd.cleancare.payments.PaymentSearch;
import bd.cleancare.platform.pages.Form;
import bd.cleancare.platform.pages.Page;
import bd.cleancare.platform.security.Access;
import bd.cleancare.platform.web.Problem;
import bd.cleancare.shared.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** What somebody owes and has paid. */
@Controller
class MyPaymentPages {

    private static final int LATEST = 3;
    private static final int PAGE = 20;

    private final Bills bills;
    private final PaymentSearch search;
    private final PayerParts parts;

    MyPaymentPages(Bills bills, PaymentSearch search, PayerParts parts) {
        this.bills = bills;
        this.search = search;
        this.parts = parts;
    }

    @GetMapping("/payments/")
    @Access(Access.Rule.SIGNED_IN)
    Page mine(Viewer viewer) {
        List<Bill> mine = bills.mine(viewer);
        return Page.of("payments/mine").with("bills", mine).with("latest", search.latestOf(mine, viewer)).with("services", parts.services())
                .with("payments", search.own(viewer, PaymentSearch.Wish.ALL, null, null, LATEST).payments());
    }

    @GetMapping("/payments/history/")
    @Access(Access.Rule.SIGNED_IN)
    Page history(Viewer viewer, HttpServletRequest request) {
        PaymentLists.Filter filter;
        Form form = Form.empty();
        List.of("payment_method", "status", "from", "to").forEach(name -> form.value(name, request.getParameter(name)));
        try {
            filter = PaymentEdge.filter(request);
        } catch (Problem bad) {
            filter = PaymentSearch.Wish.ALL.filter();
            form.refused(bad.fieldErrors());
        }
        var stretch = search.own(viewer, new PaymentSearch.Wish(filter, null, null, null), request.getParameter("before"), request.getParameter("after"), PAGE);
        return Page.of("payments/history").with("stretch", stretch).with("form", form).with("services", parts.services())
                .with("methods", List.of(Method.values()));
    }
}
