package bd.cleancare.payments.web;

import bd.cleancare.payments.Payment;
import bd.cleancare.payments.Payments;
import bd.cleancare.payments.Receipts;
import bd.cleancare.payments.Receipts.Receipt;
import bd.cleancare.payments.paper.QrPicture;
import bd.cleancare.platform.limits.RateLimits.Rate;
import bd.cleancare.platform.pages.Page;
import bd.cleancare.platform.security.Access;
import bd.cleancare.platform.web.Problem;
import bd.cleancare.shared.Ids;
import bd.cleancare.shared.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A receipt to look at and print, and the page its code leads to. */
@Controller
class ReceiptPages {

    private static final Rate PER_MINUTE = Rate.of(60, Duration.ofMinutes(1));

    private final Payments payments;
    private final Receipts receipts;
    private final ReceiptText text;
    private final PaymentEdge edge;

    ReceiptPages(Payments payments, Receipts receipts, ReceiptText text, PaymentEdge edge) {
        this.payments = payments;
        this.receipts = receipts;
        this.text = text;
        this.edge = edge;
    }

    @GetMapping("/payments/{id}/receipt/")
    @Access(Access.Rule.SIGNED_IN)
    Page receipt(@PathVariable String id, Viewer viewer, HttpServletRequest request) {
        Payment payment = payments.find(Ids.parse(id), viewer).orElseThrow(Problem::notFound);
        Receipt receipt = receipts.ofPayment(payment.id()).orElseThrow(Problem::notFound);
        String verify = edge.baseUrl(request) + ReceiptApi.path(receipts, receipt);
        return Page.of("payments/receipt").with("payment", payment).with("sheet", text.sheet(payment, receipt, verify)).with("own", viewer.id().equals(payment.user()))
                .with("qr", QrPicture.path(verify)).with("qrSize", QrPicture.size(verify)).header("Referrer-Policy", "no-referrer");
    }

    /** For whoever holds the paper: whether we issued it, and whether the money was given back since. */
    @GetMapping("/receipts/{id}/{token}")
    @Access(Access.Rule.ANYONE)
    Page verify(@PathVariable String id, @PathVariable String token, HttpServletRequest request) {
        edge.limitAddress(request, PER_MINUTE);
        Optional<Receipt> receipt = receipts.verified(Ids.parse(id), token);
        Optional<Payment> payment = receipt.flatMap(found -> payments.find(found.payment()));
        return Page.of("payments/verify").with("payment", payment.orElse(null)).with("sheet", payment.map(found -> text.sheet(found, receipt.orElseThrow(), "")).orElse(null))
                .status(payment.isPresent() ? 200 : 404).header("Referrer-Policy", "no-referrer");
    }
}
