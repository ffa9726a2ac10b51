package bd.cleancare.payments.web;

import bd.cleancare.payments.Begun;
import bd.cleancare.payments.Bill;
import bd.cleancare.payments.Bills;
import bd.cleancare.payments.Method;
import bd.cleancare.payments.Payment;
import bd.cleancare.payments.PaymentLists;
import bd.cleancare.payments.PaymentOrder;
import bd.cleancare.payments.Payments;
import bd.cleancare.platform.pages.Page;
import bd.cleancare.platform.security.Access;
import bd.cleancare.platform.security.CurrentViewer;
import bd.cleancare.platform.web.PageNumber;
import bd.cleancare.platform.web.Problem;
import bd.cleancare.platform.web.RequestFields;
import bd.cleancare.shared.Ids;
import bd.cleancare.shared.PhoneNumber;
import bd.cleancare.shared.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** My bills and payments, paying one, and how it stands. */
@Controller
class PaymentPages {

    private final Bills bills;
    private final Payments payments;
    private final PaymentLists lists;
    private final PaymentEdge edge;
    private final PaymentPageParts parts;

    PaymentPages(Bills bills, Payments payments, PaymentLists lists, PaymentEdge edge, PaymentPageParts parts) {
        this.bills = bills;
        this.payments = payments;
        this.lists = lists;
        this.edge = edge;
        this.parts = parts;
    }

    @GetMapping("/payments/")
    @Access(Access.Rule.SIGNED_IN)
    Page mine(Viewer viewer) {
        List<Payment> latest = lists.own(viewer, new PaymentLists.Filter(null, null, null, null, null), PageNumber.of(null, null)).payments();
        return Page.of("payments/mine").with("bills", bills.mine(viewer)).with("payments", latest).with("methods", payments.offered());
    }

    /** The gateway's page is a link on the next page: a form may not lead off this site. */
    @PostMapping("/payments/bills/{id}/pay/")
    @Access(Access.Rule.SIGNED_IN)
    Page pay(@PathVariable String id, RequestFields fields, Viewer viewer, HttpServletRequest request) {
        Method method = fields.choice("payment_method", Method::ofWord);
        fields.throwIfBad();
        Bill bill = bills.find(Ids.parse(id)).orElseThrow(Problem::notFound);
        if (!bill.payable().isPositive()) {
            return Page.redirect("/payments/").warning("error.bill_not_due");
        }
        PhoneNumber phone = parts.phoneOf(viewer);
        var order = new PaymentOrder(viewer.id(), parts.service(bill), bill.serviceType(), bill.payable(), method, phone, bill.id(), null, bill.ward(),
                edge.baseUrl(request), request.getRemoteAddr());
        return switch (payments.begin(order)) {
            case Begun.Sent sent -> Page.redirect("/payments/" + sent.payment().id() + "/");
            case Begun.AlreadyOpen open when open.payment().user().equals(viewer.id()) -> Page.redirect("/payments/" + open.payment().id() + "/");
            case Begun.AlreadyOpen _ -> Page.redirect("/payments/").warning("error.payment_already_open");
            case Begun.Refused refused -> Page.redirect("/payments/").warning("payment.refusal." + refused.why().name().toLowerCase(Locale.ROOT));
            case Begun.Unclear _ -> Page.redirect("/payments/").warning("payment.refusal.unclear");
            case Begun.Unsupported _ -> Page.redirect("/payments/").warning("error.payment_method_unsupported");
        };
    }

    /** Browsers come back here from gateways, some of them without their session: then the page says where to look and no more. */
    @GetMapping("/payments/{id}/")
    @Access(Access.Rule.ANYONE)
    Page one(@PathVariable String id, HttpServletRequest request) {
        Optional<Payment> payment = CurrentViewer.of(request).flatMap(viewer -> payments.find(Ids.parse(id), viewer));
        return Page.of("payments/one").with("payment", payment.orElse(null)).with("receipt", payment.map(parts::receipt).orElse(null))
                .with("gatewayUrl", payment.map(parts::gatewayUrl).orElse(null)).header("Referrer-Policy", "no-referrer");
    }
}
