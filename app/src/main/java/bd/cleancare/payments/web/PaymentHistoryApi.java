package bd.cleancare.payments.web;

import bd.cleancare.payments.Begun;
import bd.cleancare.payments.Payment;
import bd.cleancare.payments.PaymentLists;
import bd.cleancare.payments.PaymentTrail;
import bd.cleancare.payments.Payments;
import bd.cleancare.platform.security.Access;
import bd.cleancare.platform.web.Problem;
import bd.cleancare.platform.web.Summary;
import bd.cleancare.shared.Ids;
import bd.cleancare.shared.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Seeing one's payments; staff who look at somebody's leave a mark, here as on their pages. */
@RestController
@RequestMapping("/api/payments")
class PaymentHistoryApi {

    private final Payments payments;
    private final PaymentLists lists;
    private final PaymentTrail trail;
    private final PaymentEdge edge;

    PaymentHistoryApi(Payments payments, PaymentLists lists, PaymentTrail trail, PaymentEdge edge) {
        this.payments = payments;
        this.lists = lists;
        this.trail = trail;
        this.edge = edge;
    }

    @Summary("List my payments")
    @GetMapping("/history")
    @Access(Access.Rule.SIGNED_IN)
    Map<String, Object> history(Viewer viewer, HttpServletRequest request) {
        var found = lists.own(viewer, PaymentEdge.filter(request), PaymentEdge.page(request));
        return edge.page("payments", found, request, PaymentJson::line);
    }

    /** Whoever lost the answer that began it finds here where to go on. */
    @Summary("Read one payment")
    @GetMapping("/{id:[0-9a-fA-F-]+}")
    @Access(Access.Rule.SIGNED_IN)
    Map<String, Object> one(@PathVariable String id, Viewer viewer) {
        Payment payment = payments.find(Ids.parse(id), viewer).orElseThrow(Problem::notFound);
        trail.looked(payment, viewer);
        Map<String, Object> detail = edge.detail(payment, viewer);
        if (payment.status().isOpen() && viewer.id().equals(payment.user())) {
            detail.put("redirect_url", payments.whereItStands(payment.id()) instanceof Begun.Sent sent ? sent.redirectUrl() : null);
        }
        return detail;
    }
}
